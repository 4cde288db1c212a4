"""What vendors give us and what we promised, cell against cell."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.rules.judge import judge

ACME = Customer(key="acme", name="Acme", file="customers.csv", line=2)


def found(*rows: Engagement, customers: tuple[Customer, ...] = (), days: int = 30) -> list[Finding]:
    case = make.case(*rows, notice=NoticeTerms(change_days=days))
    return findings(replace(case, customers=customers))


def findings(case: Case) -> list[Finding]:
    return [one for outcome in judge(case) if outcome.type == "notice-chain" for one in outcome.findings]


def row(days: int | None, **changes: Any) -> Engagement:
    return make.engagement("a", notice_days=days, **changes)


@pytest.mark.parametrize(("given", "count"), [(14, 1), (29, 1), (30, 0), (45, 0), (0, 1)])
def test_a_vendor_that_gives_fewer_days_than_the_policy_promises_breaks_the_chain(given: int, count: int) -> None:
    assert len(found(row(given))) == count


def test_what_nobody_promised_breaks_no_chain() -> None:
    """The policy says no number of days; a customer's own contract still counts."""
    silent = make.case(row(14), notice=NoticeTerms())
    assert not findings(silent)
    assert findings(replace(silent, customers=(replace(ACME, notice_days=45),)))


def test_both_cells_are_named() -> None:
    [one] = found(row(14))
    assert one.verdict is Verdict.BROKEN
    assert (str(one.cell), [str(cell) for cell in one.related]) == (
        "vendors.csv:2 [notice_days]",
        ["policy.toml [notice.change_days]"],
    )
    assert one.message == (
        "A tells us 14 days before it changes its own sub-processors, and customers were promised 30 days "
        "(policy.toml [notice.change_days]): what it changes cannot be told in time."
    )


def test_the_longest_promise_to_a_customer_whom_it_serves_decides() -> None:
    [one] = found(row(30), customers=(replace(ACME, notice_days=45), replace(ACME, key="b", notice_days=40)))
    assert "Acme was promised 45 days (customers.csv:2 [notice_days]), and 1 other promise is longer too" in one.message
    assert not found(row(30), customers=(replace(ACME, notice_days=45, zone="us"),))
    assert not found(row(30), customers=(replace(ACME, notice_days=20),))


@pytest.mark.parametrize(("promised", "given", "count"), [(5, 5, 0), (6, 7, 1), (6, 8, 0), (10, 11, 1), (10, 12, 0)])
def test_business_days_take_as_many_days_as_the_calendar_has(promised: int, given: int, count: int) -> None:
    customer = replace(ACME, notice_days=promised, days="business")
    assert len(found(row(given), customers=(customer,), days=0)) == count


def test_a_blank_a_vendor_that_is_gone_and_who_is_no_sub_processor_say_nothing() -> None:
    assert not found(row(None))
    assert not found(row(14, until=date(2026, 1, 1)))
    assert not found(row(14, role=Role.CONTROLLER))


def test_where_some_rows_say_it_a_blank_in_another_is_a_gap() -> None:
    blank = make.engagement("b", line=3)
    [one] = found(row(30), blank, make.engagement("c", role=Role.CONTROLLER, line=4))
    assert (one.verdict, str(one.cell)) == (Verdict.GAP, "vendors.csv:3 [notice_days]")


def test_without_any_such_cell_the_rule_is_not_judged() -> None:
    case = make.case(row(None))
    assert "notice-chain" not in {one.type for one in judge(case)}


def test_one_vendor_is_told_once_however_many_rows_it_has() -> None:
    rows = [make.engagement(key, vendor="Cloud", notice_days=14, line=line) for line, key in enumerate("ab", start=2)]
    assert [one.sink for one in found(*rows)] == ["a"]
