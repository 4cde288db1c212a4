"""Rows of the tables by what they are asked for."""

from datetime import date, timedelta
from importlib.util import find_spec

import pytest

from benchmarks.mutate_law import TESTS
from vendor_registry.law.tables.lookup import article


@pytest.mark.parametrize(
    ("day", "told"), [(date(2018, 5, 24), False), (date(2018, 5, 25), True), (date(2018, 5, 26), True)]
)
def test_the_gdpr_is_the_first_to_speak_of_orders_from_third_countries(day: date, told: bool) -> None:
    """GDPR Art. 48 holds from 25 May 2018; the Directive had nothing of the kind."""
    assert (article("eu", "", "foreign-orders", day) is not None) == told


@pytest.mark.parametrize("regime", ["uk", "ch"])
def test_no_such_provision_is_known_of_the_uk_and_of_switzerland(regime: str) -> None:
    assert article(regime, "", "foreign-orders", date(2026, 11, 23)) is None


def test_the_tests_that_watch_the_dates_of_the_law_are_where_they_are_looked_for() -> None:
    """`make mutate-law` imports them by name, and takes too long to be run with every change."""
    assert [name for name in TESTS if find_spec(f"tests.law.{name}") is None] == []


@pytest.mark.parametrize(("regime", "first"), [("eu", "2018-05-25"), ("uk", "2021-01-01"), ("ch", "2023-09-01")])
def test_that_a_place_alone_is_read_carefully_begins_with_the_act(regime: str, first: str) -> None:
    """Under the acts before, a processing there was enough."""
    day = date.fromisoformat(first)
    assert article(regime, "", "place", day - timedelta(1)) is None
    assert article(regime, "", "place", day)
