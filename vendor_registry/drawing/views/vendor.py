"""One vendor: what it gets, from whom, and to whom it hands that on."""

from vendor_registry.case.vendors import rows_in_force
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, around, part
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.flow import Flow


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """One page: what lies within so many flows of the vendor, one unless asked otherwise."""
    case, keys = question.case, _meant(question)
    near = around(selection.flows, keys, 1 if question.depth is None else question.depth)
    flows = [flow for flow in selection.flows if flow.source in near and flow.target in near]
    if question.depth in (None, 1):
        flows = [flow for flow in flows if flow.source in keys or flow.target in keys]
    page = part(case, flows, selection.notes)
    title = ", ".join(dict.fromkeys(case.registry.by_key[key].vendor for key in sorted(keys)))
    lone = tuple(case.graph.nodes[key] for key in sorted(keys) if key not in {node.key for node in page.nodes})
    nodes = (*page.nodes, *lone)
    frames = {node.key: (_frame(question.words, node.key, keys, flows),) for node in nodes}
    return (Selection(nodes, page.flows, page.notes, title, frames=frames),)


def _meant(question: Question) -> frozenset[str]:
    """By key, or all engagements of the vendor of that name; raises UsageError where there is none in force."""
    return frozenset(one.key for one in rows_in_force(question.case, question.of))


def _frame(words: Words, key: str, keys: frozenset[str], flows: list[Flow]) -> Frame:
    if key in keys:
        return Frame(1, "vendor", words.say("frame.vendor"))
    if any(flow.source == key and flow.target in keys for flow in flows):
        return Frame(0, "givers", words.say("frame.givers"))
    if any(flow.target == key and flow.source in keys for flow in flows):
        return Frame(2, "takers", words.say("frame.takers"))
    return Frame(3, "further", words.say("frame.further"))


VIEW = View(
    name="vendor",
    details=described,
    asks="KEY",
    pages=_pages,
)
