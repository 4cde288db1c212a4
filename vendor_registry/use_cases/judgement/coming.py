"""What a check will say once engagements begin that are announced for a later day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.findings import compare, remembered
from vendor_registry.model.findings.coming import Coming
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.selection.only import about, of_rules

_DAYS = 3  # the nearest: a check that judged every day to come would take as many times as long
_FLOWS = 10_000  # of a larger register even one more judgement is felt


def coming(case: Case, judged: Report, shown: Report) -> Report:
    """What is shown of a report, with the days to come on which engagements begin, nearest first.

    An engagement that begins later breaks nothing today, and is decided on today: so its first day is judged too, by
    the rules that are shown. `judged`: the case by all rules, before anything was left out or marked as known.
    """
    days: dict[date, list[Engagement]] = {}
    rows = case.registry.engagements
    for number in cells_of(rows, "since").rows_where(lambda since: since is not None and since > case.as_of):
        days.setdefault(cells_of(rows, "since")[number], []).append(rows[number])
    near = sorted(days)[: _DAYS if len(case.graph.flows) <= _FLOWS else 0]
    return replace(
        shown,
        coming=tuple(
            Coming(
                day=day,
                begins=tuple(sorted(days[day], key=lambda one: (one.vendor, one.key))),
                findings=_new(replace(case, as_of=day), days[day], judged, shown) if day in near else None,
            )
            for day in sorted(days)
        ),
    )


def _new(case: Case, begins: Iterable[Engagement], judged: Report, shown: Report) -> tuple[Finding, ...]:
    """The open findings about these on the day of the case that are not known from the day that was judged."""
    rules = [outcome.rule for outcome in shown.outcomes]
    later = about(of_rules(check(case), rules), frozenset(one.key for one in begins))
    return tuple(one for one in compare(remembered(judged.findings), later.findings).new if one.is_open)
