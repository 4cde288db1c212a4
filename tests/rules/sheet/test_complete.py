"""A row says all that an annex and a review need."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from tests.make import DAY
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.ledger.revision import FirstRevision
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.sheet.complete import check

SPEC = RuleSpec(id="complete", type="complete")


def test_a_full_row_is_kept_and_counted() -> None:
    outcome = check(make.case(make.engagement("a")), SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "1 engagement in force"


def test_blank_cells_of_a_row_are_one_gap_that_names_them_all() -> None:
    """
    key | role          | address | data | region
    a   | sub-processor |         |      |
    """
    [finding] = check(make.case(make.engagement("a", address="", data=None, region="")), SPEC).findings
    assert finding.verdict is Verdict.GAP
    assert finding.message == "The row of A leaves data, region and address blank."
    assert str(finding.cell) == "vendors.csv:2 [data]"
    assert [cell.column for cell in finding.related] == ["region", "address"]


def test_only_sub_processors_need_what_the_annex_prints() -> None:
    """
    key | role      | address | contact
    a   | processor |         |
    """
    row = make.engagement("a", role=Role.PROCESSOR, address="", contact="", legal_name="")
    assert check(make.case(row), SPEC).findings == ()


def test_what_belongs_to_the_vendor_is_asked_for_once() -> None:
    rows = [make.engagement(key, vendor="Acme", contact="", line=line) for key, line in (("a", 2), ("b", 3))]
    findings = check(make.case(*rows), SPEC).findings
    assert [str(finding.cell) for finding in findings] == ["vendors.csv:2 [contact]"]


def test_a_row_that_nothing_feeds_stands_outside_the_graph() -> None:
    """
    key | products | zone | systems of the policy
    a   | other    | eu   | mail only
    """
    [finding] = check(make.case(make.engagement("a", products=("other",))), SPEC).findings
    assert str(finding.cell) == "vendors.csv:2 [receives_from]"


@pytest.mark.parametrize("column", ["receives_from", "engaged_by"])
def test_a_row_whose_source_has_ended_stands_outside_the_graph(column: str) -> None:
    """
    key | receives_from | until
    a   |               | the day before
    b   | a             |
    """
    ended = make.engagement("a", until=date(2026, 11, 22))
    left = make.engagement("b", line=3, **{column: ("a",)})
    [finding] = check(make.case(ended, left, as_of=date(2026, 11, 23)), SPEC).findings
    assert (str(finding.cell), finding.verdict) == (f"vendors.csv:3 [{column}]", Verdict.GAP)
    assert finding.message == "Nothing says who hands data to B on 2026-11-23: a is not in force."
    assert check(make.case(ended, left, as_of=date(2026, 11, 22)), SPEC).findings == ()


def test_one_source_that_is_left_is_enough() -> None:
    ended = make.engagement("a", until=date(2026, 11, 22))
    fed = make.engagement("b", line=3, receives_from=("a", "platform-eu"))
    assert check(make.case(ended, fed, as_of=date(2026, 11, 23)), SPEC).findings == ()


def test_a_row_that_has_ended_is_not_asked() -> None:
    row = make.engagement("a", data=None, until=date(2026, 11, 22))
    assert check(make.case(row, as_of=date(2026, 11, 23)), SPEC).findings == ()
    assert len(check(make.case(row, as_of=date(2026, 11, 22)), SPEC).findings) == 1


def test_a_purpose_that_is_said_to_be_unknown_is_a_gap() -> None:
    """
    key | purpose
    a   | unknown
    """
    [finding] = check(make.case(make.engagement("a", purpose="")), SPEC).findings
    assert (finding.verdict, str(finding.cell)) == (Verdict.GAP, "vendors.csv:2 [purpose]")


SINCE = Cell("policy.toml", 7, "notice.since")


@pytest.mark.parametrize(
    ("days", "since", "first", "asked"),
    [
        ({}, None, None, True),
        ({"since": DAY}, None, None, False),
        ({"notified": DAY}, None, None, False),
        ({}, DAY, None, False),
        ({}, None, FirstRevision(DAY, frozenset()), False),
        ({"role": Role.CONTROLLER}, None, None, False),
    ],
)
def test_a_register_without_any_day_is_asked_once(
    days: dict[str, Any], since: date | None, first: FirstRevision | None, asked: bool
) -> None:
    """Where a row has a day, blanks are asked for row by row (dates-in-order)."""
    rows = (make.engagement("a", **days), make.engagement("b", **days, line=3))
    case = replace(make.case(*rows, notice=NoticeTerms(since=since, cell=SINCE)), first_revision=first)
    assert [one.cell for one in check(case, SPEC).findings] == [SINCE] * asked
