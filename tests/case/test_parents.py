"""A parent outside the area is told, and nothing follows from it."""

from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.case.parents import ForeignParent, foreign_parent, foreign_parents


def behind(day: date = make.DAY, **row: Any) -> ForeignParent | None:
    """What is told of a company in Luxembourg that processes in Germany, with changes."""
    one = make.engagement("aws", **{"country": "LU", "region": "DE", "parent_country": "US"} | row)
    return foreign_parent(make.case(one, as_of=day), one)


def test_a_parent_in_the_united_states_behind_a_company_in_the_eea() -> None:
    """AWS EMEA (LU), region DE, parent US."""
    found = behind()
    assert found is not None
    assert (found.country, found.areas) == ("US", ("EEA",))
    assert found.sentences[0] == "The parent sits in US, outside the EEA."
    assert "CLOUD Act (18 U.S.C. § 2713)" in found.sentences[1]
    assert "(Regulation (EU) 2016/679 Art. 48; EDPB Guidelines 02/2024)" in found.sentences[2]
    assert found.sentences[3].startswith("No transfer follows from it")


@pytest.mark.parametrize(
    "row",
    [
        {"parent_country": "IE"},
        {"parent_country": ""},  # not known
        {"country": "US"},  # outside itself: that is a transfer, and judged
        {"region": "DE; US"},
        {"access_from": "IN"},
        {"region": "GLOBAL"},
        {"region": "us"},  # our data region
        {"country": "GB", "region": "GB", "parent_country": "GB"},
    ],
)
def test_a_parent_inside_a_blank_one_and_a_party_outside_are_not_told(row: dict[str, Any]) -> None:
    assert behind(**row) is None


@pytest.mark.parametrize(
    ("row", "areas", "articles"),
    [
        ({"region": "eu"}, ("EEA",), 1),  # our data region, which is the EEA
        ({"region": ""}, ("EEA",), 1),  # the seat is known
        ({"country": "GB", "region": "GB"}, ("UK",), 0),
        ({"region": "CH"}, ("EEA", "CH"), 1),
        ({"parent_country": "GB"}, ("EEA",), 1),
    ],
)
def test_the_areas_are_those_in_which_the_party_is(row: dict[str, Any], areas: tuple[str, ...], articles: int) -> None:
    found = behind(**row)
    assert found is not None
    assert (found.areas, len(found.articles)) == (areas, articles)


@pytest.mark.parametrize(("day", "told"), [(date(2018, 5, 24), 0), (date(2018, 5, 25), 1), (date(2018, 5, 26), 1)])
def test_the_article_on_foreign_orders_holds_from_the_first_day_of_the_gdpr(day: date, told: int) -> None:
    found = behind(day)
    assert found is not None
    assert len(found.articles) == told


@pytest.mark.parametrize(("day", "told"), [(date(2020, 1, 31), False), (date(2020, 2, 1), True)])
def test_a_british_parent_is_outside_from_the_day_the_united_kingdom_left(day: date, told: bool) -> None:
    assert (behind(day, parent_country="GB") is not None) == told


def test_a_country_without_a_known_statute_says_so() -> None:
    found = behind(parent_country="BR")
    assert found is not None
    assert found.statutes == ()
    assert found.sentences[1] == "No statute there is in the tables."


def test_what_is_told_of_one_country_is_told_once() -> None:
    """
    key  | country | parent_country
    aws  | LU      | US
    gcp  | IE      | US
    olga | DE      | RU
    sven | SE      | SE
    """
    rows = (
        make.engagement("aws", country="LU", parent_country="US"),
        make.engagement("gcp", country="IE", parent_country="US"),
        make.engagement("olga", parent_country="RU"),
        make.engagement("sven", country="SE", parent_country="SE"),
    )
    russia, states = foreign_parents(make.case(*rows))
    assert russia.startswith("The parent of olga sits in RU, outside the EEA. Statutes on government access there: ")
    assert states.startswith(
        "The parent of aws, gcp sits in US, outside the EEA. Statutes on government access there: "
    )
