"""Rows of one vendor say the same of it."""

from datetime import date
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.intake.hand_in import registry, sheet
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.rules.sheet.vendor_rows_agree import check

SPEC = RuleSpec(id="vendor-rows-agree", type="vendor-rows-agree")
ACME = {"vendor": "Acme", "legal_name": "Acme"}


def test_two_seats_for_one_vendor_are_told_with_both_cells() -> None:
    """
    line | key | vendor | country
    2    | a   | Acme   | DE
    3    | b   | Acme   | US
    """
    rows = (
        make.engagement("a", vendor="Acme", legal_name="Acme", line=2),
        make.engagement("b", vendor="Acme", legal_name="Acme", country="US", line=3),
    )
    [finding] = check(make.case(*rows), SPEC).findings
    assert str(finding.cell) == "vendors.csv:3 [country]"
    assert finding.message == 'The rows of Acme do not agree: country is "US" here and "DE" at vendors.csv:2 [country].'
    assert [str(cell) for cell in finding.related] == ["vendors.csv:2 [country]"]


def test_rows_that_agree_and_other_vendors_are_left_alone() -> None:
    rows = (
        make.engagement("a", vendor="Acme", legal_name="Acme", line=2),
        make.engagement("b", vendor="Acme", legal_name="Acme", line=3),
        make.engagement("c", vendor="Bolt", country="US", line=4),
    )
    outcome = check(make.case(*rows), SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "1 vendor with more than one row"


def test_the_newest_row_that_fills_the_cell_is_the_measure_whatever_the_lines() -> None:
    """
    line | key | vendor | address | since
    2    | a   | Acme   | Here 1  | 2024-01-01
    3    | b   | Acme   | There 2 | 2025-01-01
    4    | c   | Acme   | Else 3  | 2025-01-01
    """
    rows = (
        make.engagement("a", **ACME, address="Here 1", since=date(2024, 1, 1), line=2),
        make.engagement("b", **ACME, address="There 2", since=date(2025, 1, 1), line=3),
        make.engagement("c", **ACME, address="Else 3", since=date(2025, 1, 1), line=4),
    )
    found = check(make.case(*rows), SPEC).findings
    assert sorted(str(finding.cell) for finding in found) == ["vendors.csv:2 [address]", "vendors.csv:4 [address]"]
    assert {str(finding.related[0]) for finding in found} == {"vendors.csv:3 [address]"}


@pytest.mark.parametrize(
    ("first", "told"),
    [
        (date(2025, 6, 29), True),
        (date(2025, 6, 30), True),  # the last day of the old company is the first of the new one
        (date(2025, 7, 1), False),
        (None, True),
    ],
)
def test_a_company_that_changes_on_a_day_is_no_contradiction(first: date | None, told: bool) -> None:
    """
    line | key | vendor | country | since      | until
    2    | old | Acme   | US      | 2024-01-01 | 2025-06-30
    3    | new | Acme   | IE      | ?          |
    """
    old = make.engagement("old", **ACME, country="US", since=date(2024, 1, 1), until=date(2025, 6, 30))
    new = make.engagement("new", **ACME, country="IE", since=first, line=3)
    for day in (date(2025, 6, 30), date(2025, 7, 1), make.DAY):
        found = check(make.case(old, new, as_of=day), SPEC).findings
        assert [one.verdict for one in found] == [Verdict.BROKEN] * told


@pytest.mark.parametrize("orders", list(permutations(range(3))))
def test_a_blank_row_may_run_through_the_change(tmp_path: Path, orders: tuple[int, ...]) -> None:
    """
    key  | vendor  | legal_name | since      | until
    long | Zendesk |            | 2024-01-01 |
    new  | Zendesk | New Ltd    | 2025-07-01 |
    old  | Zendesk | Old LLC    | 2024-01-01 | 2025-06-30
    """
    rows = (
        {"key": "long", "legal_name": "", "since": "2024-01-01"},
        {"key": "new", "legal_name": "New Ltd", "since": "2025-07-01"},
        {"key": "old", "legal_name": "Old LLC", "since": "2024-01-01", "until": "2025-06-30"},
    )
    found = registry(tmp_path, sheet(*(rows[place] for place in orders)))
    for day in (date(2025, 6, 30), date(2025, 7, 1), make.DAY):
        assert check(Case(found, make.policy(), day), SPEC).findings == ()
    longer = registry(tmp_path, sheet(*rows[:2], rows[2] | {"until": "2025-07-01"}))
    assert [one.sink for one in check(Case(longer, make.policy(), make.DAY), SPEC).findings] == ["old"]


NAMES = st.sampled_from(["", "x", "y", "z"])
FIVE_DAYS = [date(2024, 1, day) for day in range(1, 6)]
DAYS = st.sampled_from(FIVE_DAYS)


@given(st.lists(st.tuples(NAMES, DAYS, DAYS), min_size=2, max_size=6))
def test_something_is_told_exactly_where_two_rows_disagree_on_a_day(drawn: list[tuple[str, date, date]]) -> None:
    rows = [
        make.engagement(f"row-{number}", **ACME | {"legal_name": name}, since=min(days), until=max(days))
        for number, (name, *days) in enumerate(drawn)
    ]
    disagree = [
        {one.key, other.key}
        for one, other in combinations(rows, 2)
        if len({one.legal_name, other.legal_name, ""}) == 3
        and any(one.in_force(day) and other.in_force(day) for day in FIVE_DAYS)
    ]
    told = {finding.sink for finding in check(make.case(*rows), SPEC).findings}
    assert all(pair & told for pair in disagree)
    assert all(any(key in pair for pair in disagree) for key in told)
