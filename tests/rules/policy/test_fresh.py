"""Nothing that holds an engagement up is about to end."""

from datetime import date

import pytest

from tests import make
from tests.rules.policy_rules import check, told
from vendor_registry.law.words.claims import understand


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 30), ""),
        (date(2026, 12, 1), "The engagement of Desk (desk) ends in 30 days, on 2026-12-31"),
        (date(2026, 12, 30), "The engagement of Desk (desk) ends in 1 day, on 2026-12-31"),
        (date(2026, 12, 31), "The engagement of Desk (desk) ends today, 2026-12-31"),
        (date(2027, 1, 1), ""),
    ],
)
def test_an_end_is_told_from_the_first_day_of_the_term_to_the_last_day_in_force(day: date, said: str) -> None:
    """
    key  | until      | within 30 days
    desk | 2026-12-31 |
    host |            |
    """
    rows = (make.engagement("desk", until=date(2026, 12, 31)), make.engagement("host"))
    outcome = check(make.case(*rows, as_of=day), "fresh", within_days=30)
    assert told(outcome) == ([("broken", "desk", "vendors.csv:2 [until]")] if said else [])
    assert all(said in one.message for one in outcome.findings)


def test_a_mechanism_that_ends_or_has_ended_is_told() -> None:
    """
    key  | mechanism
    desk | DPF (2023-09-01 to 2026-09-01); SCC M3 (2021-10-01)
    """
    row = make.engagement("desk", mechanism=understand("DPF (2023-09-01 to 2026-09-01); SCC M3 (2021-10-01)")[0])
    [finding] = check(make.case(row), "fresh", within_days=0).findings
    assert str(finding.cell) == "vendors.csv:2 [mechanism]"
    assert '"DPF (2023-09-01 to 2026-09-01)" for Desk (desk) ended 83 days ago, on 2026-09-01.' in finding.message
    early = check(make.case(row, as_of=date(2026, 6, 1)), "fresh", within_days=30)
    assert early.findings == ()
    assert early.nearest == '"DPF (2023-09-01 to 2026-09-01)" for desk ends in 92 days, on 2026-09-01'


def test_reviews_fall_due_and_what_was_never_done_is_overdue() -> None:
    """
    key  | reviewed   | tia
    desk | 2025-12-01 | 2026-06-01
    host |            | 2026-06-01
    """
    rows = (
        make.engagement("desk", reviewed=date(2025, 12, 1), tia=date(2026, 6, 1), line=2),
        make.engagement("host", tia=date(2026, 6, 1), line=3),
    )
    outcome = check(make.case(*rows), "fresh", within_days=14, reviewed_months=12, tia_months=24)
    assert told(outcome) == [
        ("broken", "desk", "vendors.csv:2 [reviewed]"),
        ("broken", "host", "vendors.csv:3 [reviewed]"),
    ]
    assert "The next review of Desk (desk) is due in 8 days, on 2026-12-01" in outcome.findings[0].message


def test_only_the_selected_rows_are_asked() -> None:
    rows = (make.engagement("desk", until=date(2026, 11, 30)), make.engagement("host", until=date(2026, 11, 30)))
    outcome = check(make.case(*rows), "fresh", within_days=30, where="key:host", severity="warning")
    assert told(outcome) == [("warning", "host", "vendors.csv:2 [until]")]
    nobody = check(make.case(*rows), "fresh", within_days=30, where="zone:us")
    assert told(nobody) == [("gap", "", "policy.toml:7 [rules.our-fresh.where]")]
