"""Vendors tell us of their changes early enough for us to tell customers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.law.periods.terms import Terms
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.rule import Rule

_NAMED = 3  # promises whose cells a finding names


class _Promise(NamedTuple):
    """How many days before a change somebody is to be told."""

    days: int
    said: str  # "30 days", "20 business days"
    to: str  # "customers", or the name of one
    cell: Cell


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each vendor that gives us fewer days than we promised anybody whom its service is for."""
    vendors = _vendors(case)
    findings = [finding for rows in vendors for finding in _vendor(case, rows)]
    findings += [_unsaid(one) for one in _going_on(case) if one.notice_days is None] if vendors else []
    return RULE.outcome(
        spec,
        findings,
        f"{counted(len(vendors), 'vendor')} with days of notice, {counted(len(case.customers), 'customer')}",
    )


def applies(case: Case) -> bool:
    """Whether any row says how many days of notice its vendor gives."""
    return bool(_vendors(case))


def _vendors(case: Case) -> list[tuple[Engagement, ...]]:
    """Sub-processors of which it is said; by vendor and days."""
    found: dict[tuple[str, int], list[Engagement]] = {}
    if not any(days is not None for days in cells_of(case.registry.engagements, "notice_days")):
        return []
    for one in _going_on(case):
        if one.notice_days is not None:
            found.setdefault((one.vendor, one.notice_days), []).append(one)
    return [tuple(rows) for _, rows in sorted(found.items())]


def _going_on(case: Case) -> list[Engagement]:
    """The engagements of sub-processors that have not ended."""
    rows = (one for one in case.registry.engagements if one.role is Role.SUB_PROCESSOR)
    return [one for one in rows if one.until is None or one.until >= case.as_of]


def _unsaid(row: Engagement) -> Finding:
    """Where some rows say it, a blank of another decides whether the promise can be kept."""
    mend = "Write the days that its contract names, 0 where it names none."
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=row.cell("notice_days"),
        message=(
            f"The row of {row.vendor} ({row.key}) leaves notice_days blank, so nobody can say whether it tells us of "
            "changes to its own sub-processors in time to tell customers."
        ),
        mend=mend,
        law=RULE.law,
        sink=row.key,
        shared=Shared(
            "These rows leave notice_days blank, so nobody can say whether the vendors tell us in time.",
            mend,
            f"{row.vendor} ({row.key})",
        ),
    )


def _vendor(case: Case, rows: tuple[Engagement, ...]) -> Iterator[Finding]:
    given, row = rows[0].notice_days or 0, rows[0]
    broken = [one for one in _promises(case, rows) if one.days > given]
    if not broken:
        return
    longest = max(broken, key=lambda one: one.days)
    others = len(broken) - 1
    more = f", and {counted(others, 'other promise')} {'is' if others == 1 else 'are'} longer too" if others else ""
    mend = f"Agree on {longest.days} days with the vendor, or on fewer with {longest.to}."
    yield Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=row.cell("notice_days"),
        message=(
            f"{row.vendor} tells us {counted(given, 'day')} before it changes its own sub-processors, and "
            f"{longest.to} {'were' if longest.to == 'customers' else 'was'} promised {longest.said} "
            f"({longest.cell}){more}: what it changes cannot be told in time."
        ),
        mend=mend,
        law=RULE.law,
        sink=row.key,
        related=tuple(one.cell for one in sorted(broken, key=lambda one: -one.days)[:_NAMED]),
        shared=Shared(
            "These vendors tell us of changes to their own sub-processors later than we promised to tell customers.",
            "Agree on as many days with the vendor as were promised, or promise fewer.",
            f"{row.vendor}: {counted(given, 'day')}, {longest.said} promised to {longest.to}",
        ),
    )


def _promises(case: Case, rows: Iterable[Engagement]) -> Iterator[_Promise]:
    """To all by the policy, where it says so, and to each customer whose own row says something else."""
    if case.policy.notice.change_days is not None:
        yield _promise(terms(case.policy), "customers", Cell(case.policy.file, 0, "notice.change_days"))
    rows = tuple(rows)
    for one in case.customers:
        if one.notice_days is not None and any(map(one.has, rows)):
            yield _promise(terms(case.policy, one), one.name, _cell(one))


def _promise(promised: Terms, to: str, cell: Cell) -> _Promise:
    if promised.notice_in == "business":
        said = counted(promised.notice_days, "business day")
    else:
        said = counted(promised.notice_days, "day")
    return _Promise(promised.least_notice, said, to, cell)


def _cell(customer: Customer) -> Cell:
    return customer.cell("notice_days")


RULE = Rule(
    id="notice-chain",
    title="Vendors tell us of their changes early enough for us to tell customers",
    law=("GDPR Art. 28(2) and (4)", "SCC 2021/914 Clause 9(a) and (b)"),
    check=check,
    applies=applies,
)
