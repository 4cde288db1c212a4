"""Periods counted by hand (forward.csv, backward.csv), and what holds for all of them."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.law.periods.counting import deadlines, earliest_effective, last_day_to_send, object_until
from vendor_registry.law.periods.terms import Terms
from vendor_registry.law.periods.working_days import is_working
from vendor_registry.model.register.customer import Days

HERE = Path(__file__).parent
COUNTRIES = ("DE", "FR", "IE", "GB", "US", "SE", "ES", "CH", "IL", "JP", "")

DAYS = st.dates(date(2018, 1, 1), date(2035, 12, 31))
COUNTED = st.sampled_from(get_args(Days))
TERMS = st.builds(
    Terms,
    notice_days=st.integers(0, 60),
    objection_days=st.integers(0, 45),
    notice_in=COUNTED,
    objection_in=COUNTED,
    country=st.sampled_from(COUNTRIES),
)


def cases(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def terms_of(case: dict[str, str]) -> Terms:
    notice, objection = case["notice"].split(), case["objection"].split()
    units: dict[str, Days] = {"calendar": "calendar", "business": "business"}
    return Terms(
        notice_days=int(notice[0]),
        notice_in=units[notice[1]],
        objection_days=int(objection[0]),
        objection_in=units[objection[1]],
        country=case["country"],
    )


@pytest.mark.parametrize("case", cases("forward.csv"), ids=lambda case: case["why"])
def test_a_notice_sent_on_a_day(case: dict[str, str]) -> None:
    found = deadlines(terms_of(case), date.fromisoformat(case["sent"]))
    assert (str(found.object_until), str(found.earliest_effective)) == (
        case["object_until"],
        case["earliest_effective"],
    )


@pytest.mark.parametrize("case", cases("backward.csv"), ids=lambda case: case["why"])
def test_a_change_that_takes_effect_on_a_day(case: dict[str, str]) -> None:
    assert str(last_day_to_send(terms_of(case), date.fromisoformat(case["effective"]))) == case["last_day_to_send"]


@given(TERMS, DAYS)
def test_the_last_day_to_object_is_a_working_day_after_the_notice(terms: Terms, sent: date) -> None:
    until = object_until(terms, sent)
    assert is_working(until, terms.country)
    assert until >= sent + timedelta(days=terms.objection_days or terms.notice_days)


@given(TERMS, DAYS, st.integers(0, 20))
def test_who_is_told_later_waits_no_shorter(terms: Terms, sent: date, later: int) -> None:
    then = sent + timedelta(days=later)
    assert earliest_effective(terms, sent) <= earliest_effective(terms, then)
    assert object_until(terms, sent) <= object_until(terms, then)


@given(TERMS, DAYS)
def test_forward_and_backward_agree(terms: Terms, effective: date) -> None:
    last = last_day_to_send(terms, effective)
    assert earliest_effective(terms, last) <= effective < earliest_effective(terms, last + timedelta(days=1))


@given(TERMS, DAYS)
def test_all_the_days_of_the_notice_lie_between_it_and_the_change(terms: Terms, sent: date) -> None:
    effective = earliest_effective(terms, sent)
    between = [sent + timedelta(days=step) for step in range(1, (effective - sent).days)]
    counted = [day for day in between if terms.notice_in == "calendar" or is_working(day, terms.country)]
    assert len(counted) >= terms.notice_days
    assert terms.notice_days < 2 or sum(is_working(day, terms.country) for day in between) >= 2


def test_there_is_no_day_after_the_last() -> None:
    assert earliest_effective(Terms(), date(9999, 12, 20)) == date.max
    assert last_day_to_send(Terms(), date(1, 1, 3)) == date.min
