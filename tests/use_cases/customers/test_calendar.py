"""What ends, falls due or takes effect: each kind of entry, on its day."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.law.words.claims import understand
from vendor_registry.model.ledger.due import DueKind
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.policy.fresh import Fresh
from vendor_registry.use_cases.customers.calendar import calendar

FIRST, LAST = date(2026, 11, 23), date(2032, 12, 31)


def told(case: Case, first: date = FIRST, last: date = LAST) -> list[tuple[str, str, str]]:
    return [(str(one.day), str(one.kind), one.whose) for one in calendar(case, first, last)]


def test_an_engagement_has_a_first_and_a_last_day() -> None:
    row = make.engagement("a", since=date(2027, 1, 4), notified=date(2026, 11, 20), until=date(2028, 12, 31))
    assert told(make.case(row)) == [
        ("2027-01-04", "effective", "A (a)"),
        ("2028-12-31", "engagement-ends", "A (a)"),
    ]


def test_both_days_of_the_period_belong_to_it() -> None:
    case = make.case(make.engagement("a", until=date(2026, 12, 31)))
    assert told(case, date(2026, 12, 31), date(2026, 12, 31))
    assert not told(case, date(2027, 1, 1))
    assert not told(case, last=date(2026, 12, 30))
    with pytest.raises(UsageError, match="2026-01-01 lies before 2026-11-23"):
        calendar(case, FIRST, date(2026, 1, 1))


def test_customers_are_told_in_time_for_the_longest_terms() -> None:
    """since 2027-03-01, not yet told: 30 days for all, 60 for Acme, 90 for Bolt, whom it does not serve."""
    case = make.case(make.engagement("a", since=date(2027, 3, 1)))
    acme = Customer(key="acme", name="Acme", notice_days=60, file="customers.csv", line=2)
    bolt = replace(acme, key="bolt", name="Bolt", notice_days=90, zone="us")
    assert ("2027-01-27", "last-day-to-tell", "A (a)") in told(case)
    [entry] = [
        one
        for one in calendar(replace(case, customers=(acme, bolt)), FIRST, LAST)
        if one.kind is DueKind.LAST_DAY_TO_TELL
    ]
    assert (str(entry.day), entry.what) == ("2026-12-28", "last day to tell Acme before 2027-03-01")
    assert str(entry.where) == "vendors.csv:2 [notified]"


def test_a_certificate_is_told_from_another_mechanism() -> None:
    claims = understand("DPF (2023-09-01 to 2027-09-01); SCC M3 (2021-10-01 to 2027-10-01)")[0]
    case = make.case(make.engagement("a", mechanism=claims))
    assert [kind for _, kind, _ in told(case)] == ["certificate-ends", "mechanism-ends"]


def test_reviews_fall_due_by_the_terms_of_the_rule() -> None:
    rule = RuleSpec(id="yearly", type="fresh", parameters=Fresh(within_days=30, reviewed_months=12, tia_months=24))
    row = make.engagement("a", reviewed=date(2026, 2, 28), tia=date(2025, 5, 31))
    assert told(make.case(row)) == []
    assert told(make.case(row, rules=(rule,))) == [
        ("2027-02-28", "review-due", "A (a)"),
        ("2027-05-31", "tia-due", "A (a)"),
    ]


def test_law_that_transfers_rest_on_ends() -> None:
    """The adequacy of the United Kingdom is decided until a day; whoever sends nothing there is not told."""
    ends = calendar(make.case(make.engagement("a", region="GB")), FIRST, LAST)
    assert [(one.kind, one.whose) for one in ends] == [(DueKind.LAW_ENDS, "A")]
    assert ends[0].where.startswith("decision:")
    assert told(make.case(make.engagement("a", region="DE"))) == []


def test_a_waiver_ends() -> None:
    waiver = Waiver(
        rule="isolation", source="", target="a", data=(), reason="Until moved", approved_by="Ada Lee",
        granted=date(2026, 6, 1), expires=date(2026, 12, 15), file="waivers.csv", line=2,
    )  # fmt: skip
    case = replace(make.case(make.engagement("a")), waivers=(waiver,))
    [one] = calendar(case, FIRST, LAST)
    assert (str(one.day), one.kind, one.where) == ("2026-12-15", DueKind.WAIVER_ENDS, "waivers.csv:2 [expires]")


def test_a_notice_has_a_last_day_to_object_and_a_day_from_which_the_change_counts() -> None:
    notice = Notice(
        number=3, customer="acme", channel="e-mail", before=1, after=2, vendors=("A",), sent_on=date(2026, 11, 20),
        effective_on=date(2026, 12, 21), object_until=date(2026, 12, 4),
    )  # fmt: skip
    assert told(replace(make.case(make.engagement("a")), notices=(notice,))) == [
        ("2026-12-04", "last-day-to-object", "acme"),
        ("2026-12-21", "effective", "acme"),
    ]


def test_who_was_announced_and_is_not_in_the_sheet_any_more_is_told_to_customers() -> None:
    """Unless it was renamed, or the notice was of somebody who leaves, or its day is over."""
    notice = Notice(
        number=3, customer="acme", channel="e-mail", before=1, after=2, vendors=("Bolt",), sent_on=date(2026, 11, 20),
        effective_on=date(2026, 12, 21), object_until=date(2026, 12, 4),
    )  # fmt: skip
    usual = [("2026-12-04", "last-day-to-object", "acme"), ("2026-12-21", "effective", "acme")]
    case = replace(make.case(make.engagement("a")), notices=(notice,))
    [entry] = calendar(case, FIRST, LAST)
    assert (str(entry.day), entry.what) == ("2026-12-21", "announced, and not in the sheet (Bolt)")
    renamed = make.case(make.engagement("a", formerly=("Bolt",)))
    assert told(replace(renamed, notices=(notice,))) == usual
    leaving = make.case(make.engagement("a"), notice=NoticeTerms(kinds=("added", "removed")))
    assert told(replace(leaving, notices=(notice,))) == usual
    assert told(replace(case, as_of=date(2026, 12, 21))) == usual


def test_customers_whom_a_notice_told_are_not_to_be_told_again() -> None:
    """since 2027-03-01; revision 2 has it, and the notice of it went to Acme."""
    row = make.engagement("a", since=date(2027, 3, 1))
    lists = [Published(number=n, day=date(2026, 6, n), registry=Registry((row,) * (n - 1))) for n in (1, 2)]
    acme = Customer(key="acme", name="Acme", file="customers.csv", line=2)
    notice = Notice(
        number=1, customer="acme", channel="e-mail", before=1, after=2, vendors=("A",), sent_on=date(2026, 11, 20),
        effective_on=date(2027, 3, 1), object_until=date(2026, 12, 21),
    )  # fmt: skip
    case = replace(make.case(row), customers=(acme,), published=tuple(lists), notices=(notice,))
    kinds = [kind for _, kind, _ in told(case)]
    assert "last-day-to-tell" not in kinds
    assert "last-day-to-tell" in [kind for _, kind, _ in told(replace(case, notices=()))]
    other = replace(acme, key="bolt", name="Bolt", line=3)
    assert "last-day-to-tell" in [kind for _, kind, _ in told(replace(case, customers=(acme, other)))]


def test_the_order_of_rows_says_nothing() -> None:
    rows = [make.engagement(key, until=date(2027, 1, 1)) for key in "cab"]
    assert told(make.case(*rows)) == told(make.case(*reversed(rows)))
