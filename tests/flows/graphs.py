"""Flow graphs from a list of arrows."""

from collections.abc import Iterable, Mapping

from tests import make
from vendor_registry.flows.build import FlowGraph
from vendor_registry.flows.reach import Reach, reach
from vendor_registry.model.register.flow import Flow, Node, NodeKind
from vendor_registry.model.text.origin import Cell

Arrow = tuple[str, str, tuple[str, ...] | None]


def graph_of(arrows: Iterable[Arrow], systems: Mapping[str, str], zone: str = "eu") -> FlowGraph:
    """Arrows (from, to, data) in any order; `systems`: their zones; all other nodes are third parties of one zone."""
    flows = [
        Flow(source=source, target=target, key=f"{number}", data=data, cell=Cell("vendors.csv", number))
        for number, (source, target, data) in enumerate(arrows, start=2)
    ]
    keys = {*systems, *(end for flow in flows for end in (flow.source, flow.target))}
    nodes = {
        key: Node(
            key=key,
            kind=NodeKind.SYSTEM if key in systems else NodeKind.ENGAGEMENT,
            name=key,
            zone=systems.get(key, zone),
            region=make.region("DE"),
            cell=Cell("vendors.csv", 1, "region"),
        )
        for key in sorted(keys)
    }
    return FlowGraph(nodes, tuple(sorted(flows, key=lambda flow: (flow.source, flow.target, flow.key))))


def reach_of(arrows: Iterable[Arrow], **systems: str) -> Reach:
    """The labels of such a graph; systems as `platform="eu"`."""
    return reach(graph_of(arrows, systems), ["content", "content.body", "content.subject", "contact"])
