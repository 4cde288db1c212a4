"""Customers are told of a change, and as early as they were promised."""

from collections.abc import Iterable, Iterator
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.changes.change import Change
from vendor_registry.law.periods.counting import Deadlines, deadlines, earliest_effective
from vendor_registry.law.periods.terms import Terms
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.announced import announced, earlier_than_told
from vendor_registry.rules.shared.untold import Untold, foremost, names, promised_cells, untold


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Changes nobody was told of, notices that are too short, and rows told too late for a customer's contract."""
    open_changes = untold(case) if case.published else ()
    findings = [*(_untold(case, one) for one in open_changes), *_short_notices(case), *_short_cells(case)]
    findings += [_moved_forward(row, notice) for row, notice in earlier_than_told(case)]
    findings += _without_day(case)
    published = max((one.number for one in case.published), default=0)
    looked = f"revision {published}, {counted(len(case.notices), 'notice')}" if published else _NO_LEDGER
    return RULE.outcome(spec, findings, f"{looked}, {counted(len(case.customers), 'customer')}")


_NO_LEDGER = "nothing was published, so only since and notified"


def applies(case: Case) -> bool:
    """Whether something was published, or a customer has a contract with terms of its own."""
    return bool(case.published) or any(terms(case.policy, one) != terms(case.policy) for one in case.customers)


def _untold(case: Case, one: Untold) -> Finding:
    last, earliest = one.last_day(case), one.earliest(case)
    in_time, who = last >= case.as_of, names(one.customers)
    counts = f"it counts from {one.effective}" if one.effective != case.as_of else "it counts now"
    when = f"they are to be told by {last}" if in_time else f"told today, it may count from {earliest} at the earliest"
    mend = (
        f"Tell them by {last} and record the notice."
        if in_time
        else f"Tell them, record the notice, and let the change count from {earliest} or later."
    )
    return Finding(
        rule=RULE.id,
        verdict=Verdict.WARNING if in_time else Verdict.BROKEN,
        cell=one.change.cell,
        message=(
            f"Nobody has told {who} that {_said(one.change)}: they know revision {one.known.number} of "
            f"{one.known.day}, {counts}, and {_promise(one.promised(case))} promised; {when}."
        ),
        mend=mend,
        law=RULE.law,
        sink=one.change.keys[0],
        related=promised_cells(one.customers),
        shared=Shared(
            "Nobody has told customers of these changes.", "Tell them, and record the notice.", f"{_said(one.change)}"
        ),
    )


def _said(change: Change) -> str:
    if not change.column:
        return f"{change.vendor} ({', '.join(change.keys)}) is {'on' if change.after else 'no longer on'} the list"
    return f'{change.column} of {change.vendor} says "{change.after}", not "{change.before}"'


def _promise(promised: Iterable[Terms]) -> str:
    """`30 days are`, of several terms `up to` the longest."""
    *shorter, longest = sorted(promised, key=lambda one: (one.least_notice, one.notice_in, one.notice_days))
    word = "day" if longest.notice_in == "calendar" else "business day"
    differ = any((one.notice_days, one.notice_in) != (longest.notice_days, longest.notice_in) for one in shorter)
    most = "up to " if differ else ""
    return f"{most}{counted(longest.notice_days, word)} {'is' if longest.notice_days == 1 else 'are'}"


def _short_notices(case: Case) -> Iterator[Finding]:
    """Notices alike in everything but the customer are one finding."""
    by_key = {one.key: one for one in case.customers}
    alike: dict[object, list[tuple[Notice, Customer | None, Deadlines]]] = {}
    for notice in case.notices:
        customers = [by_key.get(notice.customer)] if notice.customer else _served(case, notice.vendors)
        for customer in customers:
            due = deadlines(terms(case.policy, customer), notice.sent_on)
            if notice.effective_on < due.earliest_effective or notice.object_until < due.object_until:
                key = (notice.sent_on, notice.effective_on, notice.object_until, notice.after, notice.vendors)
                alike.setdefault(key, []).append((notice, customer, due))
    yield from (_short_notice(case, group) for group in alike.values())


def _served(case: Case, vendors: Iterable[str]) -> list[Customer | None]:
    rows = [row for name in vendors for row in case.registry.by_vendor.get(name, ())]
    return [None, *(one for one in case.customers if any(map(one.has, rows)))]


def _short_notice(case: Case, group: list[tuple[Notice, Customer | None, Deadlines]]) -> Finding:
    notice, _, due = max(group, key=lambda one: one[2].earliest_effective)
    customers = foremost(case, (customer for _, customer, _ in group if customer))
    until = max(one.object_until for _, _, one in group)
    rows = [row for name in notice.vendors for row in case.registry.by_vendor.get(name, ())]
    late = f"; they may object until {until}, not {notice.object_until}" if notice.object_until < until else ""
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=rows[0].cell("since") if rows else Cell(case.policy.file, 0, "notice"),
        message=(
            f"The notice of {notice.sent_on} on {listed(notice.vendors)} tells {names(customers)} of a change from "
            f"{notice.effective_on}, and {_promise(terms(case.policy, one) for _, one, _ in group)} promised, so it "
            f"counts from {due.earliest_effective} at the earliest{late}."
        ),
        mend=f"Let the change count from {due.earliest_effective} or later, and tell them so.",
        law=RULE.law,
        sink=rows[0].key if rows else "",
        related=promised_cells(customers),
    )


def _without_day(case: Case) -> Iterator[Finding]:
    """Customers were told of who is to come, and lists for everybody would not say so."""
    for key, day in announced(case).items():
        row = case.registry.by_key[key]
        if row.notified is None and row.since and row.since > case.as_of:
            yield Finding(
                rule=RULE.id,
                verdict=Verdict.WARNING,
                cell=row.cell("notified"),
                message=f"Customers were told of {row.vendor} on {day}, and notified is blank: annexes and the public "
                "page announce only who has a day there.",
                mend=f"Write {day} into notified.",
                law=RULE.law,
                sink=key,
            )


def _moved_forward(row: Engagement, notice: Notice) -> Finding:
    told = f"the notice of {notice.sent_on} tells customers that it counts from {notice.effective_on}"
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=row.cell("since"),
        message=f"{row.vendor} starts on {row.since}, and {told}.",
        mend=f"Let it start on {notice.effective_on}, or tell customers of the earlier day as long before as promised.",
        law=RULE.law,
        sink=row.key,
    )


def _short_cells(case: Case) -> Iterator[Finding]:
    """Rows told too late for a contract; what the policy promises to all is judged by dates-in-order."""
    own = [one for one in case.customers if terms(case.policy, one) != terms(case.policy)]
    for row in case.registry.engagements if own else ():
        if row.role is Role.SUB_PROCESSOR and row.notified and row.since:
            concerned = [one for one in own if one.has(row) and _promised_on(case, one, row.since)]
            late = [one for one in concerned if row.since < _earliest(case, one, row.notified)]
            if late:
                yield _short_cell(
                    row,
                    foremost(case, late),
                    _promise(terms(case.policy, one) for one in late),
                    max(_earliest(case, one, row.notified) for one in late),
                )


def _promised_on(case: Case, customer: Customer, day: date) -> bool:
    """Whether a day lies after the contract, and after the day from which changes are announced."""
    return all(day >= begun for begun in (customer.contract_date, case.policy.notice.since) if begun)


def _earliest(case: Case, customer: Customer, notified: date) -> date:
    return earliest_effective(terms(case.policy, customer), notified)


def _short_cell(row: Engagement, late: tuple[Customer, ...], promise: str, earliest: date) -> Finding:
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=row.cell("notified"),
        message=(
            f"{names(late)} {'was' if len(late) == 1 else 'were'} told of {row.vendor} on {row.notified}, and it "
            f"starts on {row.since}; {promise} promised, so it may start on {earliest} at the earliest."
        ),
        mend=f"Let it start on {earliest} or later, or correct the dates.",
        law=RULE.law,
        sink=row.key,
        related=(row.cell("since"), *promised_cells(late)),
        shared=Shared(
            "Customers were told of these vendors later than their contracts promise.",
            "Let them start later, or correct the dates.",
            f"{row.vendor}: told on {row.notified}, starts on {row.since}, {earliest} at the earliest",
        ),
    )


RULE = Rule(
    id="notice-due",
    title="Customers are told of a change, and as early as they were promised",
    law=("GDPR Art. 28(2)", "SCC 2021/914 Clause 9(a)", "SCC 2021/915 Clause 7.7"),
    check=check,
    applies=applies,
)
