"""Countries in words, and in the jurisdiction of the day."""

from datetime import date

from tests import make
from vendor_registry.drawing.picture.place_names import country_name, jurisdiction, region_name


def test_the_economic_area_is_that_of_the_day() -> None:
    assert jurisdiction("DE", make.DAY) == jurisdiction("NO", make.DAY) == jurisdiction("EU", make.DAY) == "EEA"
    assert jurisdiction("GB", date(2019, 6, 1)) == "EEA"
    assert jurisdiction("GB", make.DAY) == "GB"
    assert jurisdiction("US", make.DAY) == "US"


def test_countries_have_names_and_what_has_none_keeps_its_code() -> None:
    assert country_name("DE") == "Germany"
    assert country_name("EEA") == "European Economic Area"
    assert country_name("eu-north") == "eu-north"
    assert region_name(make.region("DE; BE; DE")) == "Germany, Belgium"
    assert region_name(make.region("")) == ""
