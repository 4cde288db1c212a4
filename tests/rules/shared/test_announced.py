"""Recorded notices beside the rows of today: who was told of whom, and from when."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry
from vendor_registry.rules.judge import judge
from vendor_registry.rules.shared.announced import announced

ACME = Customer(key="acme", name="Acme", file="customers.csv", line=2)
BOLT = replace(ACME, key="bolt", name="Bolt", line=3)
BLANK = (
    "Customers were told of B on 2026-12-01, and notified is blank: annexes and the public page announce only who has "
    "a day there."
)
OLD = make.engagement("a", since=date(2024, 3, 1), notified=date(2024, 1, 15))
TOLD = {"b": date(2026, 12, 1)}
NEW = make.engagement("b", since=date(2027, 1, 20), line=3)


def notice(**changes: Any) -> Notice:
    """Of 1 December 2026, that B comes on 20 January 2027."""
    values: dict[str, Any] = {
        "number": 1, "customer": "acme", "channel": "e-mail", "before": 1, "after": 2, "vendors": ("B",),
        "sent_on": date(2026, 12, 1), "effective_on": date(2027, 1, 20), "object_until": date(2026, 12, 31),
    }  # fmt: skip
    return Notice(**(values | changes))


def told(*notices: Notice, row: Engagement = NEW, customers: tuple[Customer, ...] = (ACME,)) -> Case:
    """A stood in revision 1, B came with revision 2; the register of today has `row` for B."""
    lists = (OLD, OLD, NEW)
    published = tuple(
        Published(number=number, day=date(2026, 11, number), registry=Registry(rows))
        for number, rows in ((1, lists[:1]), (2, lists[1:]))
    )
    case = make.case(OLD, row)
    return replace(case, published=published, notices=notices, customers=customers, as_of=date(2026, 12, 2))


def found(case: Case, rule: str) -> list[str]:
    return [one.message for outcome in judge(case) if outcome.type == rule for one in outcome.findings]


def test_a_recorded_notice_stands_in_for_a_blank_notified() -> None:
    assert announced(told()) == {}
    assert len(found(told(), "dates-in-order")) == 1
    assert announced(told(notice())) == TOLD
    assert found(told(notice()), "dates-in-order") == []
    nameless = told(notice(vendors=("Other",)))
    assert announced(nameless) == {}


def test_it_does_only_where_everybody_was_told_who_has_the_engagement() -> None:
    both = (ACME, BOLT)
    assert announced(told(notice(), customers=both)) == {}
    assert announced(told(notice(), notice(number=2, customer="bolt"), customers=both)) == TOLD
    assert announced(told(notice(), customers=(ACME, replace(BOLT, zone="us")))) == TOLD
    assert announced(told(notice(customer=""), customers=both)) == TOLD
    assert announced(told(notice(customer=""), customers=())) == TOLD


def test_a_blank_since_stays_a_gap() -> None:
    [message] = found(told(notice(), row=replace(NEW, since=None)), "dates-in-order")
    assert message.startswith("The row of B leaves since blank")


@pytest.mark.parametrize(("since", "count"), [(date(2027, 1, 19), 1), (date(2027, 1, 20), 0), (date(2027, 2, 1), 0)])
def test_nobody_begins_before_the_day_that_customers_were_told(since: date, count: int) -> None:
    case = told(notice(), row=replace(NEW, since=since))
    wrong = "B starts on 2027-01-19, and the notice of 2026-12-01 tells customers that it counts from 2027-01-20."
    assert found(case, "notice-due") == ([wrong] if count else [BLANK])
    assert len(found(case, "dates-in-order")) == count  # no notice stands in for the day that is blank


def test_a_notice_that_came_when_it_had_begun_is_told() -> None:
    """B began on 25 November, and the notice of 1 December names the day that the terms allow."""
    begun = replace(NEW, since=date(2026, 11, 25))
    late = told(notice(), row=begun)
    assert found(late, "notice-due") == [
        "B starts on 2026-11-25, and the notice of 2026-12-01 tells customers that it counts from 2027-01-20."
    ]
    assert len(found(late, "dates-in-order")) == 1
    nobody_knows = told(notice(before=None), row=begun)
    assert found(nobody_knows, "notice-due") == []
    assert len(found(nobody_knows, "dates-in-order")) == 1


def test_an_earlier_day_may_be_told_anew() -> None:
    earlier = replace(NEW, since=date(2027, 1, 10))
    again = notice(number=2, sent_on=date(2026, 12, 2), effective_on=date(2027, 1, 10))
    again = replace(again, object_until=date(2027, 1, 4))
    assert found(told(notice(), again, row=earlier), "notice-due") == [BLANK.replace("12-01", "12-02")]


def test_a_notified_that_is_blank_is_asked_for_until_the_engagement_begins() -> None:
    case = told(notice())
    assert found(case, "notice-due") == [BLANK]
    assert found(replace(case, as_of=date(2027, 1, 20)), "notice-due") == []
    assert found(told(notice(), row=replace(NEW, notified=date(2026, 12, 1))), "notice-due") == []


def test_a_row_that_stood_in_the_list_before_or_has_its_own_day_of_notice_is_not_meant() -> None:
    begun = make.engagement("a", since=date(2026, 12, 5))
    case = told(notice(vendors=("A",)))
    case = replace(case, registry=Registry((begun,)), as_of=date(2026, 12, 6))
    assert found(case, "notice-due") == []
    own = replace(NEW, since=date(2027, 1, 10), notified=date(2026, 12, 1))
    assert found(told(notice(), row=own), "notice-due") == []
