"""The dates of an engagement can all be true."""

from datetime import date

import pytest

from tests import make
from vendor_registry.model.engagement import Role
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.dates_in_order import check

SPEC = RuleSpec(id="dates-in-order", type="dates-in-order")


@pytest.mark.parametrize(
    ("notified", "found"),
    [(date(2026, 1, 1), 0), (date(2026, 1, 2), 1), (date(2026, 1, 31), 1), (date(2026, 2, 10), 1)],
)
def test_customers_are_told_thirty_days_before_the_start(notified: date, found: int) -> None:
    """since 2026-01-31, 30 days promised: 2026-01-01 is the last day to tell."""
    row = make.engagement("a", since=date(2026, 1, 31), notified=notified)
    assert len(check(make.case(row), SPEC).findings) == found


def test_the_message_says_how_late_the_notice_was() -> None:
    row = make.engagement("a", since=date(2026, 1, 31), notified=date(2026, 1, 21))
    [finding] = check(make.case(row), SPEC).findings
    assert finding.message == (
        "A: customers were told on 2026-01-21, 10 days before the start on 2026-01-31; 30 days before are promised."
    )
    assert finding.mend == "Start on 2026-02-20 or later, or correct the dates."


def test_only_sub_processors_need_notice() -> None:
    row = make.engagement("a", role=Role.PROCESSOR, since=date(2026, 1, 31), notified=date(2026, 1, 31))
    assert check(make.case(row), SPEC).findings == ()


@pytest.mark.parametrize("column", ["reviewed", "tia"])
def test_what_was_done_was_done_in_the_past(column: str) -> None:
    for day, found in ((make.DAY, 0), (date(2026, 11, 24), 1)):
        row = make.engagement("a", **{column: day})
        findings = check(make.case(row), SPEC).findings
        assert [finding.cell.column for finding in findings] == [column] * found


def test_a_fourth_party_works_within_the_time_of_those_who_engage_it() -> None:
    """
    key | engaged_by | since      | until
    a   |            | 2024-01-01 | 2025-12-31
    b   | a          | 2023-12-31 |
    """
    parent = make.engagement("a", since=date(2024, 1, 1), until=date(2025, 12, 31))
    child = make.engagement("b", engaged_by=("a",), since=date(2023, 12, 31), line=3)
    findings = check(make.case(parent, child), SPEC).findings
    assert [str(finding.cell) for finding in findings] == ["vendors.csv:3 [since]", "vendors.csv:3 [until]"]


def test_a_fourth_party_of_the_same_days_is_in_order() -> None:
    days = {"since": date(2024, 1, 1), "until": date(2025, 12, 31)}
    rows = make.engagement("a", **days), make.engagement("b", engaged_by=("a",), **days)
    assert check(make.case(*rows), SPEC).findings == ()
