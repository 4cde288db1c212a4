"""What customers were told, beside what changed: by revisions, by notices, by cells."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.registry import Registry
from vendor_registry.rules.judge import judge

ACME = Customer(key="acme", name="Acme", country="DE", file="customers.csv", line=2)
A, B = make.engagement("a"), make.engagement("b", line=3)
ELSEWHERE = replace(A, region=make.region("DE; FR"))


def revision(number: int, *rows: Engagement, **changes: Any) -> Published:
    registry = Registry(tuple(replace(row, file=f"vendors.csv in revision {number}") for row in rows))
    return replace(Published(number=number, day=date(2026, 6, number), registry=registry), **changes)


def notice(after: int = 2, **changes: Any) -> Notice:
    values: dict[str, Any] = {
        "number": 1, "channel": "e-mail", "after": after, "vendors": ("A",), "sent_on": date(2026, 11, 2),
        "effective_on": date(2027, 1, 4), "object_until": date(2026, 12, 31),
    }  # fmt: skip
    return Notice(**(values | changes))


def found(case: Case) -> list[Finding]:
    return [one for outcome in judge(case) if outcome.type == "notice-due" for one in outcome.findings]


def known(*rows: Engagement, then: tuple[Engagement, ...] = (A,), **changes: Any) -> Case:
    """The register of today, and revision 1 as customers have it."""
    policy = {"notice": changes.pop("notice")} if "notice" in changes else {}
    return replace(make.case(*rows, **policy), **({"published": (revision(1, *then),)} | changes))


def test_what_customers_know_needs_no_notice() -> None:
    assert found(known(A)) == []
    assert found(known(replace(A, contact="Bob, +49 30 1"))) == []


def test_of_customers_with_different_terms_the_longest_is_not_said_to_be_everybodys() -> None:
    """30 calendar days for one, 30 working days for the other, who is to be told first."""
    other = replace(ACME, key="beta", name="Beta", days="business")
    [one] = found(known(A, B, customers=(ACME, other)))
    assert "Nobody has told Beta and Acme that" in one.message
    assert "and up to 30 business days are promised" in one.message
    [one] = found(known(A, B, customers=(ACME, replace(other, days="calendar"))))
    assert "and 30 days are promised" in one.message


def test_a_vendor_that_nobody_was_told_of_is_a_finding_with_the_earliest_day() -> None:
    """2026-11-23, 30 days: the notice would run until 23 December."""
    [one] = found(known(A, B))
    assert (one.verdict, str(one.cell), one.sink) == (Verdict.BROKEN, "vendors.csv:3", "b")
    assert one.message == (
        "Nobody has told customers that B (b) is on the list: they know revision 1 of 2026-06-01, it counts now, and "
        "30 days are promised; told today, it may count from 2026-12-24 at the earliest."
    )
    assert one.mend == "Tell them, record the notice, and let the change count from 2026-12-24 or later."


@pytest.mark.parametrize(
    ("since", "verdict"),
    [(date(2026, 12, 23), Verdict.BROKEN), (date(2026, 12, 24), Verdict.WARNING), (date(2027, 3, 1), Verdict.WARNING)],
)
def test_while_there_is_time_to_tell_it_is_a_warning(since: date, verdict: Verdict) -> None:
    """The last day to tell of a start on 2026-12-24 is today, 2026-11-23."""
    [one] = found(known(A, replace(B, since=since)))
    assert one.verdict is verdict


def test_a_place_that_widens_needs_a_notice_and_one_that_narrows_does_not() -> None:
    [one] = found(known(ELSEWHERE))
    assert 'that region of A says "DE; FR", not "DE"' in one.message
    assert str(one.cell) == "vendors.csv:2 [region]"
    assert found(known(A, then=(ELSEWHERE,))) == []


def test_the_policy_says_which_kinds_need_a_notice() -> None:
    only_added = NoticeTerms(kinds=("added",))
    assert found(known(ELSEWHERE, notice=only_added)) == []
    assert len(found(known(ELSEWHERE, B, notice=only_added))) == 1
    assert found(known(A, B, notice=NoticeTerms(kinds=()))) == []


def test_a_day_in_notified_that_was_written_since_then_counts_as_a_notice() -> None:
    told = replace(B, notified=date(2026, 11, 20), since=date(2027, 1, 1))
    assert found(known(A, told)) == []
    assert len(found(known(A, replace(told, notified=date(2026, 5, 31))))) == 1
    assert (
        len(found(known(replace(ELSEWHERE, notified=date(2026, 5, 1)), then=(replace(A, notified=date(2026, 5, 1)),))))
        == 1
    )


def test_a_notice_moves_what_customers_know() -> None:
    both = (revision(1, A), revision(2, A, B))
    assert len(found(known(A, B, published=both))) == 1
    assert found(known(A, B, published=both, notices=(notice(),))) == []


def test_each_customer_knows_what_it_was_told() -> None:
    both = (revision(1, A), revision(2, A, B))
    bolt = replace(ACME, key="bolt", name="Bolt", line=3)
    case = known(A, B, published=both, notices=(notice(customer="acme"),), customers=(ACME, bolt))
    [one] = found(case)
    assert one.message.startswith("Nobody has told Bolt that B (b) is on the list")


def test_customers_whom_a_change_does_not_concern_are_not_named() -> None:
    american = replace(ACME, zone="us")
    assert found(known(A, B, customers=(american,))) == []


def test_the_longest_contract_decides() -> None:
    long = replace(ACME, key="b", name="Bolt", notice_days=60)
    [one] = found(known(A, replace(B, since=date(2027, 1, 15)), customers=(ACME, long)))
    assert "Nobody has told Bolt and Acme" in one.message
    assert "60 days are promised" in one.message
    assert one.verdict is Verdict.BROKEN


def test_the_day_of_a_published_change_is_that_of_its_revision() -> None:
    both = (revision(1, A), revision(2, ELSEWHERE, effective=date(2027, 3, 1)))
    [one] = found(known(ELSEWHERE, published=both))
    assert "it counts from 2027-03-01" in one.message
    assert one.verdict is Verdict.WARNING


def test_only_sub_processors_need_notice() -> None:
    assert found(known(A, replace(B, role=Role.CONTROLLER))) == []


@pytest.mark.parametrize(("effective", "count"), [(date(2026, 12, 2), 1), (date(2026, 12, 3), 0)])
def test_a_notice_is_as_long_as_promised(effective: date, count: int) -> None:
    """Sent on 2026-11-02, 30 days: until 2 December, a Wednesday."""
    case = known(A, notices=(notice(after=1, effective_on=effective, object_until=date(2026, 12, 2)),))
    findings = found(case)
    assert len(findings) == count
    for one in findings:
        assert "counts from 2026-12-03 at the earliest" in one.message


def test_a_last_day_to_object_that_is_too_early_is_told() -> None:
    [one] = found(known(A, notices=(notice(after=1, object_until=date(2026, 11, 20)),)))
    assert "they may object until 2026-12-02, not 2026-11-20" in one.message


def test_a_row_told_too_late_for_a_contract_names_both_cells() -> None:
    """Without a ledger."""
    row = replace(A, notified=date(2026, 10, 1), since=date(2026, 11, 10))
    own = replace(ACME, notice_days=45)
    [one] = found(known(row, published=(), customers=(own,)))
    assert "Acme was told of A on 2026-10-01, and it starts on 2026-11-10; 45 days are promised" in one.message
    assert [str(cell) for cell in one.related] == ["vendors.csv:2 [since]", "customers.csv:2 [notice_days]"]
    assert found(known(replace(row, since=date(2026, 12, 1)), published=(), customers=(own,))) == []
    assert found(known(row, published=(), customers=(replace(own, contract_date=date(2026, 11, 11)),))) == []


def test_without_a_ledger_the_rule_says_so_or_is_not_judged() -> None:
    assert "notice-due" not in {one.type for one in judge(make.case(A))}
    [outcome] = [
        one
        for one in judge(known(A, published=(), customers=(replace(ACME, notice_days=9),)))
        if one.type == "notice-due"
    ]
    assert outcome.examined == "nothing was published, so only since and notified, 1 customer"


def test_of_many_customers_those_with_the_longest_promise_are_named() -> None:
    many = tuple(replace(ACME, key=f"c{days}", name=f"C{days}", notice_days=days, line=days) for days in range(31, 61))
    [one] = found(known(A, B, customers=many))
    assert "Nobody has told C60, C59, C58 and 27 other customers that" in one.message
    assert [str(cell) for cell in one.related] == [f"customers.csv:{line} [notice_days]" for line in (60, 59, 58)]
