"""Nobody hands on what nothing says they got."""

from vendor_registry.case.case import Case
from vendor_registry.flows.reach import Undeclared
from vendor_registry.model.findings.finding import Finding, Hop, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.flow import NodeKind
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.text.counting import listed
from vendor_registry.rules.rule import Rule


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each flow from a third party that declares a category of which nothing arrives there.

    The data counts from there all the same: a missing row further up must not hide where it goes.
    """
    network = case.reach.network
    kinds = cells_of(network.nodes, "kind")
    own = (number for number, kind in enumerate(kinds) if kind is not NodeKind.ENGAGEMENT)
    looked_at = len(network.source) - sum(len(network.out_of(number)) for number in own)
    findings = (_finding(case, undeclared) for undeclared in case.reach.undeclared)
    return RULE.outcome(spec, findings, f"{looked_at} flows from third parties")


def _finding(case: Case, undeclared: Undeclared) -> Finding:
    flow, data = undeclared.flow, listed(undeclared.data)
    giver = case.registry.by_key[flow.source]
    if undeclared.sure:
        why = f"nothing says that {flow.source} ever got it"
        mend = f"Add {data} to {giver.cell('data')} if {flow.source} gets it, or correct "
    else:
        why = f"blank cells decide whether {flow.source} ever got it"
        mend = f"Fill in the blank cells of data before {flow.source}, or correct "
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN if undeclared.sure else Verdict.GAP,
        cell=flow.cell,
        message=f"{flow.target} gets {data} from {flow.source}, but {why}.",
        mend=f"{mend}{flow.cell}.",
        law=RULE.law,
        data=undeclared.data,
        source=flow.source,
        sink=flow.target,
        home=case.graph.nodes[flow.source].zone,
        witness=(Hop(flow, undeclared.data),),
        related=(giver.cell("data"),),
        shared=Shared(f"These recipients get {data} from {flow.source}, but {why}.", f"{mend}these.", flow.target),
        settled_by=((giver.cell("data"),), (flow.cell,)) if giver.data is None else ((flow.cell,),),
    )


RULE = Rule(
    id="undeclared-source",
    title="Nobody hands on what nothing says they got",
    law=("GDPR Art. 28(2) and (4)", "GDPR Art. 30(1)(d)", "EDPB Opinion 22/2024 no. 31"),
    check=check,
)
