"""Which part of the flow graph is drawn."""

from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.model.flow import Flow, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes and flows to draw, and what was left out."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    notes: tuple[str, ...]


def select(case: Case, product: str, only: frozenset[str] | None = None) -> Selection:
    """The flows of one product, or of all for "", or those that begin or end at the nodes of `only`.

    Data subjects who give nothing to what is drawn are left out.
    """
    kept = {key for key, node in case.graph.nodes.items() if not product or _serves(case, node, product)}
    if only is not None:
        kept &= only.union(*({one.source, one.target} for one in case.graph.flows if {one.source, one.target} & only))
    flows = tuple(
        flow
        for flow in case.graph.flows
        if flow.source in kept and flow.target in kept and (only is None or {flow.source, flow.target} & only)
    )
    busy = {flow.source for flow in flows}
    silent = {key for key in kept if case.graph.nodes[key].kind is NodeKind.SUBJECT and key not in busy}
    nodes = tuple(node for key, node in case.graph.nodes.items() if key in kept - silent)
    return Selection(nodes, flows, _notes(case, nodes, len(flows)))


def _serves(case: Case, node: Node, product: str) -> bool:
    match node.kind:
        case NodeKind.SUBJECT:
            return True
        case NodeKind.SYSTEM:
            products = case.policy.systems[node.key].products
        case NodeKind.ENGAGEMENT:
            products = case.registry.by_key[node.key].products
    return product in products or "*" in products


def _notes(case: Case, nodes: tuple[Node, ...], flows: int) -> tuple[str, ...]:
    resting = len(case.registry.engagements) - len(case.running)
    parties = len(case.graph.nodes)
    notes = (
        f"Not in force on the day: {resting} of {len(case.registry.engagements)} engagements." if resting else "",
        f"Left out, as they take no part: {parties - len(nodes)} of {parties} parties, "
        f"{len(case.graph.flows) - flows} of {len(case.graph.flows)} flows."
        if len(nodes) < parties
        else "",
    )
    return tuple(note for note in notes if note)
