"""The flows that lead into one zone: what an isolation rule looks at to say how near it came to being broken."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.memory import kept_with_case
from vendor_registry.case.places import Lies
from vendor_registry.flows.node_sets import NodeSet, node_set
from vendor_registry.model.register.flow import NodeKind


class Entering(NamedTuple):
    """Flows into one zone, by the node they leave; flows and nodes by number, in order."""

    leaving: Mapping[int, list[int]]
    sources: NodeSet  # of these nodes

    def from_holders(self, holds: bytes) -> Iterator[int]:
        """The flows from nodes that hold something, in order."""
        return (flow for node in self.sources.shared(holds) for flow in self.leaving[node])


def _entering(case: Case, flows: Iterable[int], source: Callable[[int], int]) -> Entering:
    """`source`: the node that a flow leaves."""
    leaving: dict[int, list[int]] = {}
    for flow in sorted(flows):  # which are in the order of these nodes
        leaving.setdefault(source(flow), []).append(flow)
    return Entering(leaving, node_set(len(case.reach.network.keys), leaving))


@kept_with_case  # many rules look at the same few zones
def running_into(case: Case, zone: str) -> Entering:
    """The flows of the day into the systems and third parties of a zone."""
    network, inside = case.reach.network, case.places.residents(zone).nodes
    flows = (flow for flow, target in enumerate(network.target) if inside[target])
    return _entering(case, flows, network.source.__getitem__)


@kept_with_case
def dormant_into(case: Case, zone: str) -> Entering:
    """The flows not in force that leave a node of the day, into all that lies in a zone."""
    graph, number = case.dormant, case.reach.network.number
    third = {key: node for key, node in graph.nodes.items() if node.kind is not NodeKind.SUBJECT}
    away = {key for key, node in third.items() if case.places.position(node, zone).lies is not Lies.NO}
    joining = {
        place: number[flow.source]
        for place, flow in enumerate(graph.flows)
        if flow.source in number and flow.target in away
    }
    return _entering(case, joining, joining.__getitem__)
