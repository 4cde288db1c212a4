"""Rows of one vendor that are in force together say the same of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import ne

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.register.period import Period
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule

_MEND = (
    "Write the same in both cells. If the company changed on a day, end the old row the day before; "
    "if two companies contract at a time, give each its own vendor name."
)


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Compare every row of a vendor with those that are in force on a day on which it is, the newest first."""
    rows = case.registry.engagements
    times = Counter(cells_of(rows, "vendor").merged().number)
    several = sum(count > 1 for count in times.values())
    different = [case.registry.by_vendor[vendor] for vendor in _saying_several(rows)]
    findings = tuple(
        finding
        for group in different
        for column in VENDOR_LEVEL
        for finding in _compare(group, column, case.registry.inherited.get(column, {}))
    )
    return RULE.outcome(spec, findings, f"{counted(several, 'vendor')} with more than one row")


def _saying_several(rows: Sequence[Engagement]) -> list[str]:
    """The vendors of which two rows say different things."""
    vendors, several = cells_of(rows, "vendor").merged(), set[int]()
    for cells in (cells_of(rows, name).merged() for name in VENDOR_LEVEL):
        if cells.differs:
            said = dict(zip(vendors.number, cells.number, strict=True))  # by vendor: what one of its rows says
            here = map(said.__getitem__, vendors.number)
            several.update(compress(vendors.number, map(ne, here, cells.number)))
    return [vendors.cells[number] for number in vendors.used if number in several]


def _compare(group: tuple[Engagement, ...], column: str, inherited: Mapping[str, str]) -> Iterator[Finding]:
    """One finding for each row that says something else than a newer one before it. Told rows are no measure for
    others; a row that leaves the cell blank says on each day what the others say on it."""
    written = [one for one in group if getattr(one, column) and one.key not in inherited]
    if len({getattr(one, column) for one in written}) < 2:
        return
    measures: dict[str, dict[Period, Engagement]] = {}
    for one in sorted(written, key=lambda one: (-one.period.first.toordinal(), one.key)):
        said, period = _said(one, column), one.period
        others = (rows for value, rows in measures.items() if value != said)
        against = next((row for rows in others for days, row in rows.items() if days.overlaps(period)), None)
        if against is None:
            measures.setdefault(said, {}).setdefault(period, one)
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


def _said(engagement: Engagement, column: str) -> str:
    value = getattr(engagement, column)
    return "yes" if value is True else str(value)


RULE = Rule(
    id="vendor-rows-agree",
    title="Rows of one vendor agree on who it is",
    law=("GDPR Art. 5(1)(d)", "GDPR Art. 28(2)"),
    check=check,
)
