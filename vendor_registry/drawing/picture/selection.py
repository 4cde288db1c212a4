"""Which part of the flow graph is drawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.picture import Grid
from vendor_registry.drawing.picture.question import Question
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.coverage import among
from vendor_registry.model.register.flow import Flow, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes and flows of one page, and what was left out."""

    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    notes: tuple[str, ...] = ()
    title: str = ""  # after that of the view, where a view has several pages
    away: Mapping[str, str] = field(default_factory=dict)  # nodes of other pages, with the title of theirs
    frames: Mapping[str, tuple[Frame, ...]] | None = None  # of each node, where the view does not say it
    details: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # more lines under the names of nodes
    grid: Grid | None = None  # drawn instead of boxes and lines
    strips: tuple[tuple[str, Finding], ...] = ()  # findings with their signs, each to be drawn as a chain


def select(question: Question) -> Selection:
    """The flows that are asked for. Data subjects who give nothing to what is drawn are left out."""
    case, only = question.case, question.only
    kept = {key for key, node in case.graph.nodes.items() if not question.product or _serves(case, node, question)}
    if only is not None:
        kept &= only.union(*({one.source, one.target} for one in case.graph.flows if {one.source, one.target} & only))
    if question.focus is not None:
        kept &= around(case.graph.flows, question.focus, 1 if question.depth is None else question.depth)
    if question.reaches is not None:
        kept &= upstream(case.graph.flows, question.reaches)
    flows = tuple(
        flow
        for flow in case.graph.flows
        if flow.source in kept and flow.target in kept and (only is None or {flow.source, flow.target} & only)
    )
    busy = {flow.source for flow in flows}
    silent = {key for key in kept if case.graph.nodes[key].kind is NodeKind.SUBJECT and key not in busy}
    nodes = tuple(node for key, node in case.graph.nodes.items() if key in kept - silent)
    return Selection(nodes, flows, tuple(_notes(question, nodes, len(flows))))


def part(case: Case, flows: Iterable[Flow], notes: tuple[str, ...] = (), title: str = "") -> Selection:
    """Some flows with the nodes at their ends."""
    found = tuple(flows)
    ends = {end for flow in found for end in (flow.source, flow.target)}
    return Selection(tuple(node for key, node in case.graph.nodes.items() if key in ends), found, notes, title)


def around(flows: Iterable[Flow], keys: Iterable[str], depth: int) -> set[str]:
    """What lies within so many flows of some nodes, in either direction."""
    beside: dict[str, set[str]] = {}
    for flow in flows:
        beside.setdefault(flow.source, set()).add(flow.target)
        beside.setdefault(flow.target, set()).add(flow.source)
    found = edge = set(keys)
    for _ in range(depth):
        edge = {other for key in edge for other in beside.get(key, ())} - found
        found = found | edge
    return found


def upstream(flows: Iterable[Flow], keys: Iterable[str]) -> set[str]:
    """Some nodes, and all from which a way leads to one of them."""
    givers: dict[str, set[str]] = {}
    for flow in flows:
        givers.setdefault(flow.target, set()).add(flow.source)
    found = edge = set(keys)
    while edge:
        edge = {other for key in edge for other in givers.get(key, ())} - found
        found = found | edge
    return found


def _serves(case: Case, node: Node, question: Question) -> bool:
    match node.kind:
        case NodeKind.SUBJECT:
            return True
        case NodeKind.SYSTEM:
            products = case.policy.systems[node.key].products
        case NodeKind.ENGAGEMENT:
            products = case.registry.by_key[node.key].products
    return among(question.product, products)


def _notes(question: Question, nodes: tuple[Node, ...], flows: int) -> Iterator[str]:
    case, say = question.case, question.words.say
    rows, parties = case.registry.engagements, len(case.graph.nodes)
    if resting := len(rows) - len(case.running):
        yield say("note.resting", count=resting, all=len(rows))
    if left := parties - len(nodes):
        all_flows = len(case.graph.flows)
        yield say("note.left_out", parties=left, all_parties=parties, flows=all_flows - flows, all_flows=all_flows)
