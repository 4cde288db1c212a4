"""What changes between two states: both in one layout, marks first and colour second, all that stays is pale."""

from vendor_registry.drawing.picture.picture import Status
from vendor_registry.drawing.picture.question import Comparison, Question
from vendor_registry.drawing.picture.selection import Selection, part
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.views.region import place_frames
from vendor_registry.model.register.flow import Node, NodeKind, flow_key
from vendor_registry.model.text.origin import UsageError


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """What came, went or changed, with those it gets data from or hands data to."""
    comparison = question.comparison
    if comparison is None:
        raise UsageError("The view diff is about two states: vendors graph --view diff BEFORE..AFTER")
    changed = {key for key, status in comparison.nodes.items() if status is not Status.SAME}
    flows = [
        flow
        for flow in selection.flows
        if comparison.flows[flow_key(flow)] is not Status.SAME or {flow.source, flow.target} & changed
    ]
    drawn = {node.key for node in selection.nodes}
    page = part(question.case, flows)
    lone = tuple(question.case.graph.nodes[key] for key in sorted(changed & drawn - {node.key for node in page.nodes}))
    (before, after), say = comparison.states, question.words.say
    if not page.nodes and not lone:
        raise UsageError(
            f"Nothing that is drawn differs between {before} and {after}; vendors diff "
            "tells the changes of other cells."
        )
    notes = (_told(question, comparison), *selection.notes)
    title = say("title.states", before=before.worded(say), after=after.worded(say))
    return (Selection((*page.nodes, *lone), page.flows, notes, title),)


def _told(question: Question, comparison: Comparison) -> str:
    """The same in a sentence, for a comment on a change."""
    nodes, words = question.case.graph.nodes, question.words
    parties = [status for key, status in comparison.nodes.items() if nodes[key].kind is NodeKind.ENGAGEMENT]
    flows = list(comparison.flows.values())
    named = {Status.ADDED: "new", Status.REMOVED: "gone", Status.CHANGED: "changed"}
    said = [
        words.count(f"{name}_{what}", found.count(status))
        for found, what in ((parties, "engagement"), (flows, "flow"))
        for status, name in named.items()
        if status in found
    ]
    return words.say("note.differs", what=", ".join(said) or words.say("note.same"))


def _page(question: Question, node: Node) -> str:
    return frames[0].title if (frames := place_frames(question, node)) else ""


VIEW = View(
    name="diff",
    frames=place_frames,
    details=described,
    asks="BEFORE..AFTER",
    pages=_pages,
    split=_page,
)
