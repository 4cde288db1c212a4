"""Nothing that holds an engagement up ends within the next days."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.reviews import last_done, newest_review, next_due
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Finding, Outcome, Shared
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.claim import ClaimKind
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.policy_rules import chosen, parameters, verdict
from vendor_registry.rules.shared.reviews import REVIEWS, lacking

_TOGETHER = {
    "until": "These engagements end soon, or have ended.",
    "mechanism": "What is claimed for transfers to these vendors ends soon, or has ended.",
    "reviewed": "The next review of these vendors is due soon, or overdue.",
    "tia": "The next transfer impact assessment for these vendors is due soon, or overdue.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Fresh:
    """How early an end is told. Ends of engagements and of mechanisms always count, due dates where a term is set."""

    within_days: int
    where: Selector | None = None  # of which engagements; left out: all
    reviewed_months: int = 0  # a review is due so long after the last one; 0: not asked
    tia_months: int = 0


@dataclass(frozen=True, order=True, slots=True)
class End:
    """A day on which something ends or falls due."""

    day: date
    column: str
    what: str  # "the engagement of", with the name of the vendor behind it
    mend: str
    due: bool = False  # something is to be done by then; else something ends

    def said(self, today: date) -> str:
        """`ends in 3 days, on 2026-11-26`."""
        left = (self.day - today).days
        now, past = ("is due", "was due") if self.due else ("ends", "ended")
        if left < 0:
            return f"{past} {counted(-left, 'day')} ago, on {self.day}"
        return f"{now} today, {self.day}" if left == 0 else f"{now} in {counted(left, 'day')}, on {self.day}"


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each cell with an end that is near or past."""
    wanted = parameters(spec, Fresh)
    about = chosen(case, spec, "where", wanted.where)
    unsure, ending = set(about.maybe), _may_end(case, wanted)
    rows = [case.registry.by_key[key] for key in about.all if key in ending]
    ends = [(end, one.key) for one in rows for end in ends_of(case, one, wanted)]
    near = [(end, key) for end, key in ends if (end.day - case.as_of).days <= wanted.within_days]
    findings = [_finding(case, spec, end, key, key not in unsure) for end, key in near]
    never = ((one, column) for one in rows for column in _never_done(case, one, wanted))
    findings += [_never(case, spec, one, column, one.key not in unsure) for one, column in never]
    told = set(near)
    later = min((end for end in ends if end not in told), default=None)
    nearest = f"{later[0].what} {later[1]} {later[0].said(case.as_of)}" if later else ""
    examined = f"{counted(len(about.all), 'engagement')}, {counted(len(ends), 'end')}"
    return RULE.outcome(spec, [*about.findings, *findings], examined, nearest)


def _may_end(case: Case, wanted: Fresh) -> Container[str]:
    """The engagements of which something can end or fall due; of most nothing can."""
    rows = case.registry.engagements
    if wanted.reviewed_months or wanted.tia_months:
        return case.registry.by_key
    until, claimed = cells_of(rows, "until"), cells_of(rows, "mechanism")
    ending = claimed.rows_where(lambda claims: any(claim.until for claim in claims))
    numbers = {*until.rows_where(bool), *ending}
    keys = cells_of(rows, "key")
    return set(map(keys.__getitem__, numbers))


def ends_of(case: Case, one: Engagement, wanted: Fresh) -> Iterator[End]:
    """Every day on which something of an engagement ends, or by the terms of the rule falls due."""
    if one.until:
        yield End(one.until, "until", "the engagement of", "Prolong it, or prepare its end.")
    for claim in one.mechanism:
        if claim.until and claim.kind is ClaimKind.MECHANISM:
            mend = "Have it renewed, or rest the transfer on something else, and correct mechanism."
            yield End(claim.until, "mechanism", f'"{claim.written}" for', mend)
    for column, months in (("reviewed", wanted.reviewed_months), ("tia", wanted.tia_months)):
        day = next_due(case, one, column, months) if months else None
        if day:
            what, mend = f"the next {REVIEWS[column]}", f"Do it, and write the day into {column}."
            yield End(day, column, what, mend, due=True)


def _never_done(case: Case, one: Engagement, wanted: Fresh) -> list[str]:
    asked = (("reviewed", wanted.reviewed_months), ("tia", wanted.tia_months))
    return [column for column, months in asked if months and last_done(case, one, column) is None]


def _finding(case: Case, spec: RuleSpec, end: End, key: str, sure: bool) -> Finding:
    one = case.registry.by_key[key]
    said = f"{end.what} {one.vendor} ({key}) {end.said(case.as_of)}"
    return Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=sure),
        cell=one.cell(end.column),
        message=f"{said[0].upper()}{said[1:]}.",
        mend=end.mend,
        law=RULE.law,
        sink=key,
        shared=Shared(_TOGETHER[end.column], end.mend, said),
        settled_by=((one.cell(end.column),),) if end.due else (),
    )


def _never(case: Case, spec: RuleSpec, one: Engagement, column: str, sure: bool) -> Finding:
    mend, who = f"Do it, and write the day into {column}.", f"{one.vendor} ({one.key})"
    (before, behind), many, fact = lacking(column, newest_review(case, one, column))
    told = f": {fact}" if fact else ""
    return Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=sure),
        cell=one.cell(column),
        message=f"{before}{who}{behind}{told}.",
        mend=mend,
        law=RULE.law,
        sink=one.key,
        shared=Shared(f"{many}.", mend, f"{who}{told}"),
        settled_by=((one.cell(column),),),
    )


RULE = Rule(
    id="fresh",
    title="Nothing that holds an engagement up is about to end",
    law=("GDPR Art. 5(2)", "GDPR Art. 28(1)", "GDPR Art. 44"),
    check=check,
    parameters=Fresh,
)
