"""Rows of one vendor that are in force together say the same of it."""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement, Period
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule

_of_vendor = attrgetter(*VENDOR_LEVEL)
_MEND = (
    "Write the same in both cells. If the company changed on a day, end the old row the day before; "
    "if two companies contract at a time, give each its own vendor name."
)


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Compare every row of a vendor with those that are in force on a day on which it is, the newest first."""
    groups = [group for group in case.registry.by_vendor.values() if len(group) > 1]
    different = [group for group in groups if len(set(map(_of_vendor, group))) > 1]
    findings = tuple(
        finding
        for group in different
        for column in VENDOR_LEVEL
        for finding in _compare(group, column, case.registry.inherited.get(column, {}))
    )
    return RULE.outcome(spec, findings, f"{counted(len(groups), 'vendor')} with more than one row")


def _compare(group: tuple[Engagement, ...], column: str, inherited: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for each row that says something else than one before it; what is written counts before what is
    inherited, a newer row before an older one. Told rows are no measure for others."""
    filled = [one for one in group if getattr(one, column)]
    if len({getattr(one, column) for one in filled}) < 2:
        return
    measures: dict[str, dict[Period, Engagement]] = {}
    for one in sorted(filled, key=lambda one: (one.key in inherited, -one.period.first.toordinal(), one.key)):
        said, period = _said(one, column), one.period
        others = (rows for value, rows in measures.items() if value != said)
        against = next((row for rows in others for days, row in rows.items() if days.overlaps(period)), None)
        if against is None:
            measures.setdefault(said, {}).setdefault(period, one)
        elif one.key in inherited:
            yield _torn(one, against, next(row for row in group if row.key == inherited[one.key]), column)
        else:
            yield _contradiction(one, against, column)


def _contradiction(one: Engagement, against: Engagement, column: str) -> Finding:
    said, measure = _said(one, column), _said(against, column)
    rows, there = f"The rows of {one.vendor} do not agree", f'"{measure}" at {against.cell(column)}'
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=one.cell(column),
        message=f'{rows}: {column} is "{said}" here and {there}.',
        mend=_MEND,
        law=RULE.law,
        sink=one.key,
        related=(against.cell(column),),
        shared=Shared(f"{rows}: {column} is {there}, and something else here.", _MEND, f'{one.key}: "{said}"'),
        settled_by=((against.cell(column),), (one.cell(column),)),
    )


def _torn(one: Engagement, against: Engagement, source: Engagement, column: str) -> Finding:
    """A row that runs on through the change of its vendor, and leaves it to the others to say what it was."""
    said, measure = _said(one, column), _said(against, column)
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=one.cell(column),
        message=f"The rows of {one.vendor} do not agree: {column} is blank here, and of the rows in force with it one "
        f'says "{said}" ({source.cell(column)}), another "{measure}" ({against.cell(column)}).',
        mend=f"End row {one.key} on the last day of the old company, and write a row of its own for the new one.",
        law=RULE.law,
        sink=one.key,
        related=(source.cell(column), against.cell(column)),
    )


def _said(engagement: Engagement, column: str) -> str:
    value = getattr(engagement, column)
    return "yes" if value is True else str(value)


RULE = Rule(
    id="vendor-rows-agree",
    title="Rows of one vendor agree on who it is",
    law=("GDPR Art. 5(1)(d)", "GDPR Art. 28(2)"),
    check=check,
)
