"""What leaves: only flows that some law treats as transfers, recipients by the ground they rest on, worst first."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, part
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.model.register.flow import Node, flow_key
from vendor_registry.model.text.origin import UsageError


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """One page; the ground of a recipient is the least safe of those of the flows it gets."""
    kinds = {flow_key(flow): question.grounds[flow_key(flow)].kind for flow in selection.flows}
    flows = [flow for flow in selection.flows if kinds[flow_key(flow)] is not GroundKind.NONE_NEEDED]
    if not flows:
        raise UsageError(f"Nothing that is asked for is a transfer on {question.case.as_of}; there is nothing to draw.")
    stays = len(selection.flows) - len(flows)
    page = part(question.case, flows, (*selection.notes, f"Left out, as they are no transfers: {stays} flows."))
    worst: dict[str, GroundKind] = {}
    for flow in flows:
        kind = kinds[flow_key(flow)]
        worst[flow.target] = max(worst.get(flow.target, kind), kind, key=lambda one: one.rank)
    return (Selection(page.nodes, page.flows, page.notes, frames=_frames_of(page, worst)),)


def _frames_of(page: Selection, worst: dict[str, GroundKind]) -> dict[str, tuple[Frame, ...]]:
    frames: dict[str, tuple[Frame, ...]] = {}
    for node in page.nodes:
        if node.key in worst:
            kind = worst[node.key]
            title = kind.label[0].upper() + kind.label[1:]
            frames[node.key] = (Frame(10 - kind.rank, kind, title),)
        else:
            frames[node.key] = (Frame(0, "exporters", "Who hands data over"),)
    return frames


def _page(case: Case, node: Node) -> str:
    """By service, as a ground is no property of a node."""
    found = case.registry.by_key.get(node.key)
    return f"service {found.service}" if found else ""


VIEW = View(
    name="transfers",
    title="Transfers by ground",
    answers="What leaves the area of its law, to whom, and on which ground?",
    details=described,
    pages=_pages,
    split=_page,
)
