"""Regions: countries, zones, the world, each with its detail."""

import pytest

from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.places import country, region

ZONES = ("eu", "us", "emea-2")


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("DE", "DE"),
        ("DE;BE ; FR;", "DE BE FR"),
        ("Germany; UK; USA", "DE GB US"),
        ("EEA; EU", "EEA EU"),
        ("eea; Europäische Union", "EEA EU"),
        ("GLOBAL; Worldwide; weltweit", "GLOBAL GLOBAL GLOBAL"),
        ("eu; us; US; EU", "eu us US EU"),
        ("emea-2", "emea-2"),
        ("CH; UK", "CH GB"),
        ("Congo (DRC)", "CD"),
    ],
)
def test_places_by_code_and_by_name(written: str, codes: str) -> None:
    """`us` is our data region, US the country; UK is the country GB; a name with brackets in it is a name."""
    assert " ".join(region(written, ZONES).codes) == codes


def test_without_a_data_region_of_that_name_small_letters_are_a_country_or_a_union() -> None:
    """A policy without zones."""
    assert region("us; eu", ()).codes == ("US", "EU")


def test_details_are_kept_as_written() -> None:
    """Semicolons and brackets inside brackets belong to the detail."""
    found = region("DE (Frankfurt; eu-central-1) ; US(Ohio (us-east-2)); BE ( )", ZONES)
    assert [str(place) for place in found.places] == ["DE (Frankfurt; eu-central-1)", "US (Ohio (us-east-2))", "BE"]


@pytest.mark.parametrize(
    "written", ["Mars", "DE; Mars (crater)", "DE BE", "(Frankfurt)", "DE) (x", "DE (a", "DE (a) b"]
)
def test_what_is_no_place(written: str) -> None:
    """Unknown words, missing semicolons, brackets without a place, or never closed."""
    with pytest.raises(UnclearError):
        region(written, ZONES)


def test_every_wrong_entry_is_told() -> None:
    """Two of three."""
    with pytest.raises(UnclearError) as unclear:
        region("Mars; DE; Venus", ZONES)
    assert [message for message, _ in unclear.value.complaints] == [
        '"Mars" is neither a country nor a zone',
        '"Venus" is neither a country nor a zone',
    ]


def test_a_zone_is_no_seat() -> None:
    """A company sits in a country."""
    for written in ("EEA", "GLOBAL", "eu"):
        with pytest.raises(UnclearError):
            country(written)


def test_a_town_that_no_table_knows_is_offered_with_its_country() -> None:
    with pytest.raises(UnclearError) as unclear:
        region("Hintertupfing, Germany", ())
    assert unclear.value.complaints[0][1].startswith("did you mean DE (Hintertupfing)? ")
