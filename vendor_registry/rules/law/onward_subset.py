"""What a vendor's vendor gets lies within what the vendor itself may have."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Finding, Outcome, Shared
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.coverage import covered
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.policy_rules import chosen, parameters, verdict


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
    return RULE.outcome(spec, findings, counted(looked, "engagement by a vendor", "engagements by vendors"))


def _findings(spec: RuleSpec, one: Engagement, parents: list[Engagement], sure: bool) -> Iterator[Finding]:
    names = listed(f"{parent.vendor} ({parent.key})" for parent in parents)
    engage = "engages" if len(parents) == 1 else "engage"
    who = f"{one.vendor} ({one.key})"
    blank = [row for row in (one, *parents) if row.data is None]
    had = {key for parent in parents for key in parent.data or ()}
    more = tuple(key for key in one.data or () if not covered(key, had))
    if one.data is None or (more and blank):
        yield Finding(
            rule=spec.id,
            verdict=verdict(spec, sure=False),
            cell=blank[0].cell("data"),
            message=f"Nobody can say whether {who} gets more than {names} may have: "
            f"data is blank in {listed('row ' + row.key for row in blank)}.",
            mend=f"Fill in {listed(str(row.cell('data')) for row in blank)}.",
            law=RULE.law,
            data=more,
            sink=one.key,
            related=tuple(row.cell("data") for row in blank[1:]),
            shared=Shared(
                f"Nobody can say whether these vendors get more than {names}, which {engage} them, may have.",
                "Fill in the blank cells of data.",
                who,
            ),
            settled_by=(tuple(row.cell("data") for row in blank),),
        )
    elif more:
        mend = "Take it out of data of this row, or add it to the row of who engages it if that is so."
        allowed = listed(sorted(had)) or "nothing"
        yield Finding(
            rule=spec.id,
            verdict=verdict(spec, sure=sure),
            cell=one.cell("data"),
            message=f"{who} gets {listed(more)}, although {names}, which {engage} it, may have only {allowed}.",
            mend=mend,
            law=RULE.law,
            data=more,
            sink=one.key,
            related=tuple(parent.cell("data") for parent in parents),
            shared=Shared(
                f"These vendors get more than {names}, which {engage} them, may have ({allowed}).",
                mend,
                f"{who}: {listed(more)}",
            ),
            settled_by=((one.cell("data"),),),
        )


RULE = Rule(
    id="onward-subset",
    title="A vendor's vendor gets no more than the vendor may have",
    law=("GDPR Art. 28(4)", "GDPR Art. 5(1)(b) and (c)", "SCC 2021/914 Clause 9(b)"),
    check=check,
    parameters=OnwardSubset,
)
