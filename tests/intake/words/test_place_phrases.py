"""Places in the words of people, each as published lists and sheets have them."""

import csv
from datetime import date
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.place_phrases import phrase
from vendor_registry.intake.words.place_tables import city, cloud_region, state_code, wider
from vendor_registry.intake.words.places import region
from vendor_registry.model.register.countries import COUNTRIES

REGIONS = list(
    csv.DictReader(
        (resources.files("vendor_registry.intake.words") / "cloud_regions.csv").read_text("utf-8").splitlines()
    )
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("EU (Frankfurt)", "EU (Frankfurt)"),
        ("US East", "US (US East)"),
        ("East US 2", "US (East US 2)"),
        ("Sweden Central", "SE (Sweden Central)"),
        ("us-east-1", "US (us-east-1)"),
        (
            "us-east-1a; europe-west3-b; germanywestcentral",
            "US (us-east-1a); DE (europe-west3-b); DE (germanywestcentral)",
        ),
        ("AWS eu-central-1 (Frankfurt)", "DE (eu-central-1, Frankfurt)"),
        ("Google Cloud region europe-west1", "BE (europe-west1)"),
        ("Azure West Europe", "NL (West Europe)"),
        ("Microsoft Azure: North Europe", "IE (North Europe)"),
        ("West Europe", "EEA (West Europe); GB (West Europe); CH (West Europe)"),
        ("EU multi-region", "EU"),
        ("inside the EEA", "EEA"),
        ("🇺🇸", "US"),
        ("🇩🇪 Germany", "DE"),
        ("🇪🇺 Frankfurt", "EU; DE (Frankfurt)"),
        ("Worldwide", "GLOBAL"),
        ("Asia Pacific", "GLOBAL (Asia Pacific)"),
        ("Outside the EEA", "GLOBAL (Outside the EEA)"),
        ("EU/US", "EU; US"),
        ("EU/EEA", "EEA"),
        ("USA, Germany and Ireland", "US; DE; IE"),
        ("Deutschland oder Österreich", "DE; AT"),
        ("Estados Unidos / Unión Europea", "US; EU"),
        ("North America", "CA (North America); MX (North America); US (North America)"),
        ("Europe", "EEA (Europe); GB (Europe); CH (Europe)"),
        (
            "EEA or US depending on the customer's choice",
            "EEA (depending on the customer's choice); US (depending on the customer's choice)",
        ),
        ("USA (US customers)\nGermany (EU customers)", "US (US customers); DE (EU customers)"),
        ("USA (US Cloud) or Germany (EU Cloud)", "US (US Cloud); DE (EU Cloud)"),
        ("Frankfurt, Germany", "DE (Frankfurt)"),
        ("Frankfurt (Germany)", "DE (Frankfurt)"),
        ("Frankfurt, Dublin", "DE (Frankfurt); IE (Dublin)"),
        ("Köln, D", "DE (Köln)"),
        ("San Francisco, CA 94105", "US (San Francisco, CA 94105)"),
        ("San Francisco, CA, USA", "US (San Francisco, CA)"),
        ("Atlanta, Georgia", "US (Atlanta, Georgia)"),
        ("Georgia", "GE"),
        ("London, EC3A 7LN, United Kingdom", "GB (London, EC3A 7LN)"),
        ("EU West / North", "EU (EU West)"),
        ("Bosnia and Herzegovina", "BA"),
        ("hosted in Germany", "DE"),
        ("US primary", "US (primary)"),
        ("Global (EU data centers)", "GLOBAL (EU data centers)"),
    ],
)
def test_what_a_place_means(written: str, read: str) -> None:
    assert str(region(written, ())) == read


@pytest.mark.parametrize(
    "written",
    [
        "not in the US",
        "Germany, except Bavaria",
        "everywhere but Germany",
        "Germany, Untied States",
        "Untied States, Germany",
        "DE BE",
        "EU Germany",
        "x" * 1000,
        "AWS",
        "or",
        "/",
    ],
)
def test_what_is_not_wholly_understood_is_not_read_in_part(written: str) -> None:
    """A denial, a misspelt country beside one that is known, a name without a place."""
    with pytest.raises(UnclearError):
        region(written, ())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Dublin, IR", '"Dublin" is in Ireland, and "IR" is Iran'),
        ("eu-west-1 (Frankfurt/Germany)", '"eu-west-1" is a region of AWS in Ireland, and "Frankfurt/Germany" is not'),
    ],
)
def test_two_parts_that_contradict_each_other_are_told(written: str, said: str) -> None:
    with pytest.raises(UnclearError, match=said):
        region(written, ())


def test_a_data_region_of_the_policy_goes_before_a_country() -> None:
    """`us` is ours, US the country."""
    assert [place.code for place in phrase("us / US", ("us",))] == ["us", "US"]


def test_the_table_of_cloud_regions_is_sound() -> None:
    """Every id is found, lies in a country, and has a source that was seen on a day."""
    assert {row["provider"] for row in REGIONS} == {"AWS", "Google Cloud", "Azure"}
    for row in REGIONS:
        found = cloud_region(row["id"])
        assert found is not None
        assert (found.country, found.provider) == (row["country"], row["provider"])
        assert row["country"] in COUNTRIES
        assert row["source"].startswith("https://")
        assert date.fromisoformat(row["seen"])
    assert len({row["id"] for row in REGIONS}) == len(REGIONS)


def test_names_of_places_have_one_meaning() -> None:
    """CA is a state only behind a city; a wider place has codes that a sheet may hold."""
    assert (city("Toronto"), city("CA"), state_code("CA"), state_code("Toronto")) == ("CA", "", "US", "")
    found = wider("Nordics")
    assert found is not None
    assert found.codes == ("DK", "FI", "IS", "NO", "SE")


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from("DE EU or / , ( ) not Frankfurt us-east-1 ; CA".split())).map(" ".join)
)
def test_any_text_is_read_or_refused(written: str) -> None:
    """Whatever is read can be written down and read again to the same codes."""
    try:
        found = region(written, ())
    except UnclearError:
        return
    assert region(str(found), ()).codes == found.codes
