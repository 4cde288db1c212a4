"""The dates of an engagement can all be true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import make
from vendor_registry.case.promises import terms
from vendor_registry.law.periods.counting import object_until
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.ledger.revision import FirstRevision
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.rules.sheet.dates_in_order import check

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
        "Customers were told of A on 2026-01-21, 10 days before its start on 2026-01-31, "
        "and 30 days before are promised."
    )
    assert finding.mend == "Let it start on 2026-02-20 or later, or correct the dates."


@pytest.mark.parametrize(
    ("since", "message"),
    [
        (date(2026, 12, 24), "Customers were told of A on 2026-12-18, 6 days before its start on 2026-12-24, and 7"),
        (date(2026, 12, 25), "A starts on 2026-12-25, and customers who were told on 2026-12-18 may object until"),
        (
            date(2027, 1, 5),
            "A starts on 2027-01-05, and customers who were told on 2026-12-18 may object until 2027-01-05",
        ),
        (date(2027, 1, 6), ""),
        (date(2027, 3, 1), ""),
    ],
)
def test_nobody_starts_while_customers_may_object(since: date, message: str) -> None:
    """Germany, told on Friday 18 December: ten business days end on Tuesday, 5 January (25 December and 1 January)."""
    row = make.engagement("a", since=since, notified=date(2026, 12, 18))
    promised = NoticeTerms(change_days=7, objection_business_days=10)
    findings = check(make.case(row, notice=promised), SPEC).findings
    assert [one.message.startswith(message) for one in findings] == [True] * bool(message)
    assert {one.mend for one in findings} <= {"Let it start on 2027-01-06 or later, or correct the dates."}


@pytest.mark.parametrize("promised", [0, 10, 45])
@pytest.mark.parametrize("to_object", [0, 5, 20, 60])
def test_no_number_of_days_between_notice_and_start_is_passed_over(promised: int, to_object: int) -> None:
    """notified 2026-01-05, and a start on every day from the week before to half a year later."""
    notified, notice = date(2026, 1, 5), NoticeTerms(change_days=promised, objection_business_days=to_object)
    starts = {f"a{gap + 7}": notified + timedelta(days=gap) for gap in range(-7, 180)}
    case = make.case(
        *(make.engagement(key, since=day, notified=notified) for key, day in starts.items()), notice=notice
    )
    until = object_until(terms(case.policy), notified) if to_object else notified
    late = {key for key, day in starts.items() if day < notified + timedelta(days=notice.days) or day <= until}
    assert {finding.sink for finding in check(case, SPEC).findings if finding.cell.column == "notified"} == late


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
    key | engaged_by | since      | until      | notified
    a   |            | 2024-01-01 | 2025-12-31 | 2023-11-01
    b   | a          | 2023-12-31 |            | 2023-11-01
    """
    told = date(2023, 11, 1)
    parent = make.engagement("a", since=date(2024, 1, 1), until=date(2025, 12, 31), notified=told)
    child = make.engagement("b", engaged_by=("a",), since=date(2023, 12, 31), notified=told, line=3)
    findings = check(make.case(parent, child), SPEC).findings
    assert [str(finding.cell) for finding in findings] == ["vendors.csv:3 [since]", "vendors.csv:3 [until]"]


def test_a_fourth_party_of_the_same_days_is_in_order() -> None:
    days = {"since": date(2024, 1, 1), "until": date(2025, 12, 31), "notified": date(2023, 11, 1)}
    rows = make.engagement("a", **days), make.engagement("b", engaged_by=("a",), **days)
    assert check(make.case(*rows), SPEC).findings == ()


# What a blank decides


FIRST = FirstRevision(date(2025, 6, 1), frozenset({"a"}))
BEFORE, ON, AFTER = date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 2)
EARLY = timedelta(days=60)


def verdicts(*rows: Engagement, since: date | None = None, first: FirstRevision | None = None) -> list[str]:
    case = make.case(*rows, notice=NoticeTerms(since=since))
    return [finding.verdict for finding in check(replace(case, first_revision=first), SPEC).findings]


@pytest.mark.parametrize(("began", "found"), [(BEFORE, []), (ON, ["gap"]), (AFTER, ["gap"]), (None, ["gap"])])
def test_from_the_day_of_the_policy_on_a_blank_is_a_gap(began: date | None, found: list[str]) -> None:
    """The policy announces changes from 1 June 2025."""
    assert verdicts(make.engagement("a", since=began), since=ON) == found
    assert verdicts(make.engagement("a", since=began, role=Role.PROCESSOR), since=ON) == []


def test_what_began_before_the_day_of_the_policy_is_not_judged_at_all() -> None:
    """So that a date of then can be emptied without making anything better."""
    late = make.engagement("a", since=BEFORE, notified=AFTER)
    assert verdicts(late, since=ON) == []
    assert verdicts(replace(late, since=ON), since=ON) == ["broken"]
    ended = make.engagement("a", until=BEFORE)
    assert verdicts(ended, since=ON) == []
    assert verdicts(replace(ended, until=ON), since=ON) == ["gap"]


@pytest.mark.parametrize(("began", "found"), [(BEFORE, []), (ON, ["gap"]), (AFTER, ["gap"]), (None, [])])
def test_a_row_of_the_first_list_is_asked_only_if_it_began_later(began: date | None, found: list[str]) -> None:
    """Row a stood in the list of 1 June 2025 with a blank date, row b did not, or was filled."""
    assert verdicts(make.engagement("a", since=began), first=FIRST) == found
    assert verdicts(make.engagement("b", since=began), first=FIRST) == ["gap"]


def test_the_day_of_the_policy_goes_before_that_of_the_first_list() -> None:
    assert verdicts(make.engagement("b", since=BEFORE), since=ON, first=replace(FIRST, day=BEFORE)) == []
    assert verdicts(make.engagement("a", since=ON), since=ON, first=replace(FIRST, day=AFTER)) == ["gap"]


def test_a_register_without_any_date_is_not_asked_in_every_row() -> None:
    """Neither a day of the policy nor a published list: one date shows that dates are kept."""
    silent, begun = make.engagement("a"), make.engagement("b", since=ON)
    told = make.engagement("c", since=ON, notified=ON - EARLY)
    seller = make.engagement("d", since=ON, role=Role.CONTROLLER)
    assert verdicts(silent) == verdicts(silent, seller) == verdicts(told) == []
    assert verdicts(begun) == ["gap"]
    assert verdicts(silent, begun) == verdicts(silent, begun, told) == ["gap", "gap"]


def test_the_usual_days_are_not_told_as_a_promise() -> None:
    """The policy says nothing of days: thirty are asked for, and nobody is said to have promised them."""
    late = make.engagement("a", since=ON, notified=ON)
    blank = make.engagement("b", since=ON, line=3)
    found = check(make.case(late, blank, notice=NoticeTerms(since=BEFORE)), SPEC).findings
    usual = "usual; the policy does not say how many are promised."
    assert [one.message.partition("30 days before ")[2] for one in found] == [
        f"are {usual}",
        f"its start on 2025-06-01, as is {usual}",
    ]


def test_the_gap_says_what_is_blank_and_what_was_promised() -> None:
    rows = (
        make.engagement("a", since=ON),
        make.engagement("b", notified=ON, line=3),
        make.engagement("c", line=4),
    )
    found = check(make.case(*rows, notice=NoticeTerms(change_days=45, since=BEFORE)), SPEC).findings
    assert [finding.message for finding in found] == [
        "The row of A leaves notified blank, "
        "so nobody can say whether customers were told 45 days before its start on 2025-06-01, "
        "as is promised.",
        "The row of B leaves since blank, "
        "so nobody can say whether customers, told on 2025-06-01, were told 45 days before its "
        "start, as is promised.",
        "The row of C leaves notified and since blank, "
        "so nobody can say whether customers were told 45 days before its start, "
        "as is promised.",
    ]
    assert [[str(one) for one in (finding.cell, *finding.related)] for finding in found] == [
        ["vendors.csv:2 [notified]"],
        ["vendors.csv:3 [since]"],
        ["vendors.csv:4 [notified]", "vendors.csv:4 [since]"],
    ]


@pytest.mark.parametrize("blank", ["a", "b"])
def test_a_blank_start_leaves_open_whether_a_fourth_party_was_first(blank: str) -> None:
    """
    key | role      | engaged_by | since
    a   | processor |            | 2024-01-01, or blank
    b   | processor | a          | 2023-12-31, or blank
    """
    days = {"a": date(2024, 1, 1), "b": date(2023, 12, 31)}
    parent = make.engagement("a", role=Role.PROCESSOR, since=days["a"])
    child = make.engagement("b", role=Role.PROCESSOR, engaged_by=("a",), since=days["b"], line=3)
    rows = [replace(one, since=None) if one.key == blank else one for one in (parent, child)]
    assert [one.verdict for one in check(make.case(parent, child), SPEC).findings] == [Verdict.BROKEN]
    [finding] = check(make.case(*rows), SPEC).findings
    assert (finding.verdict, finding.sink, finding.cell.column) == (Verdict.GAP, "b", "since")
    assert finding.cell.line == {"a": 2, "b": 3}[blank]
    both = [replace(one, since=None) for one in rows]
    assert check(make.case(*both), SPEC).findings == ()
