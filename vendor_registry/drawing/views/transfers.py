"""What leaves: only flows that some law treats as transfers, recipients by the ground they rest on, worst first."""

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
    page = part(question.case, flows, (*selection.notes, question.words.say("note.no_transfer", count=stays)))
    worst: dict[str, GroundKind] = {}
    for flow in flows:
        kind = kinds[flow_key(flow)]
        worst[flow.target] = max(worst.get(flow.target, kind), kind, key=lambda one: one.rank)
    return (Selection(page.nodes, page.flows, page.notes, frames=_frames_of(question, page, worst)),)


def _frames_of(question: Question, page: Selection, worst: dict[str, GroundKind]) -> dict[str, tuple[Frame, ...]]:
    exporters = question.words.say("frame.exporters")
    frames: dict[str, tuple[Frame, ...]] = {}
    for node in page.nodes:
        if node.key in worst:
            kind = worst[node.key]
            label = kind.label(question.words)
            title = label[0].upper() + label[1:]
            frames[node.key] = (Frame(10 - kind.rank, kind, title),)
        else:
            frames[node.key] = (Frame(0, "exporters", exporters),)
    return frames


def _page(question: Question, node: Node) -> str:
    """By service, as a ground is no property of a node."""
    found = question.case.registry.by_key.get(node.key)
    return question.words.say("title.service", service=question.names.service(found.service)) if found else ""


VIEW = View(
    name="transfers",
    details=described,
    pages=_pages,
    split=_page,
)
