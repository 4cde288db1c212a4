"""What a vendor's vendor gets lies within what the vendor itself may have."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.flows.categories import above_of
from vendor_registry.model.counting import counted
from vendor_registry.model.engagement import Engagement
from vendor_registry.model.finding import Finding, Outcome
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.policy_rules import chosen, outcome, parameters, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class OnwardSubset:
    """Which engagements of vendors' vendors are looked at."""

    where: Selector | None = None  # left out: all


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each engagement that gets more than those who engage it have between them."""
    ends = chosen(case, spec, "where", parameters(spec, OnwardSubset).where)
    looked = 0
    findings = list(ends.findings)
    for keys, sure in ((ends.sure, True), (ends.maybe, False)):
        for one in (case.registry.by_key[key] for key in keys):
            parents = [case.registry.by_key[key] for key in one.engaged_by if key in case.graph.nodes]
            looked += bool(parents)
            findings += _findings(spec, one, parents, sure) if parents else ()
    return outcome(spec, RULE.title, findings, counted(looked, "engagement by a vendor", "engagements by vendors"))


def _findings(spec: RuleSpec, one: Engagement, parents: list[Engagement], sure: bool) -> Iterator[Finding]:
    names = " and ".join(f"{parent.vendor} ({parent.key})" for parent in parents)
    blank = [row for row in (one, *parents) if row.data is None]
    had = {key for parent in parents for key in parent.data or ()}
    more = tuple(key for key in one.data or () if had.isdisjoint(above_of(key)))
    if one.data is None or (more and blank):
        yield Finding(
            rule=spec.id,
            verdict=verdict(spec, sure=False),
            cell=blank[0].cell("data"),
            message=f"Whether what {one.vendor} gets lies within what {names} may have, nobody can say: "
            f"data of {', '.join(row.key for row in blank)} is blank.",
            mend=f"Fill {', '.join(str(row.cell('data')) for row in blank)}.",
            law=RULE.law,
            data=more,
            sink=one.key,
            related=tuple(row.cell("data") for row in blank[1:]),
        )
    elif more:
        yield Finding(
            rule=spec.id,
            verdict=verdict(spec, sure=sure),
            cell=one.cell("data"),
            message=f"{one.vendor} ({one.key}) gets {', '.join(more)}; {names}, which engages it, may have only "
            f"{', '.join(sorted(had)) or 'nothing'}.",
            mend=f"Take {', '.join(more)} out of this row, or add it to the row of who engages it if that is so.",
            law=RULE.law,
            data=more,
            sink=one.key,
            related=tuple(parent.cell("data") for parent in parents),
        )


RULE = Rule(
    id="onward-subset",
    title="A vendor's vendor gets no more than the vendor may have",
    law=("GDPR Art. 28(4)", "GDPR Art. 5(1)(b) and (c)", "SCC 2021/914 Clause 9(b)"),
    check=check,
    parameters=OnwardSubset,
)
