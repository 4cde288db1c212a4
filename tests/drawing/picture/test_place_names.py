"""The jurisdiction of a place on a day."""

from datetime import date

from tests import make
from vendor_registry.drawing.picture.place_names import jurisdiction


def test_the_economic_area_is_that_of_the_day() -> None:
    assert jurisdiction("DE", make.DAY) == jurisdiction("NO", make.DAY) == jurisdiction("EU", make.DAY) == "EEA"
    assert jurisdiction("GB", date(2019, 6, 1)) == "EEA"
    assert jurisdiction("GB", make.DAY) == "GB"
    assert jurisdiction("US", make.DAY) == "US"
