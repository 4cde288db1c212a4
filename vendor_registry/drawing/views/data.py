"""Where does one category of data go: from people to the last hand that gets it, hop by hop."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.naming import nothing_of_that_name
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, part
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.coverage import above_of, covered
from vendor_registry.model.register.flow import Flow, NodeKind, flow_key
from vendor_registry.model.text.origin import UsageError


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """One page: the flows on which the category travels, surely or perhaps, framed by the number of hands."""
    case, category = question.case, question.of.strip()
    _known(question, category)
    network = case.reach.network
    bits = network.categories.own(key for key in network.categories.keys if covered(key, (category,)))
    travels = {
        flow_key(flow): bool(network.sure[number] & bits)
        for number, flow in enumerate(case.graph.flows)
        if _passes(case, number, bits)
    }
    flows = [flow for flow in selection.flows if flow_key(flow) in travels]
    if not flows:
        raise UsageError(f'No flow that is asked for carries "{category}" on {case.as_of}; there is nothing to draw.')
    unsure = sum(not travels[flow_key(flow)] for flow in flows)
    told = (question.words.say("note.perhaps", count=unsure, all=len(flows)),) if unsure else ()
    page = part(case, flows, (*selection.notes, *told), question.names.category(category))
    hands = _hands(case, flows)
    frames = {node.key: _frame(question.words, hands[node.key]) for node in page.nodes}
    return (Selection(page.nodes, page.flows, page.notes, page.title, frames=frames),)


def _known(question: Question, category: str) -> None:
    carried = {key for flow in question.case.graph.flows for key in flow.data or ()}
    known = {one for key in {*question.case.policy.data, *carried} for one in above_of(key)}
    if category not in known:
        raise nothing_of_that_name(f'There is no category of data "{category}".', category, known)


def _passes(case: Case, number: int, bits: int) -> bool:
    """Whether some of it gets over a flow: people hold all they give, others only what reached them."""
    network = case.reach.network
    source = network.source[number]
    held = network.categories.everything
    if network.nodes[source].kind is not NodeKind.SUBJECT:
        held = network.whichever_home(case.reach.may.at(source))
    return bool(network.may[number] & bits & held)


def _hands(case: Case, flows: list[Flow]) -> dict[str, int]:
    """How many hands the data has passed: people 0, and one more for each flow by the shortest way."""
    onward: dict[str, list[str]] = {}
    for flow in flows:
        onward.setdefault(flow.source, []).append(flow.target)
    targets = {flow.target for flow in flows}
    people = {key for key in onward if case.graph.nodes[key].kind is NodeKind.SUBJECT}
    hands = dict.fromkeys(people, 0) | {key: 1 for key in onward if key not in people and key not in targets}
    edge = sorted(hands, key=lambda key: (hands[key], key))
    while edge:
        edge_next: dict[str, int] = {}
        for key in edge:
            for target in onward.get(key, ()):
                if target not in hands:
                    edge_next[target] = min(edge_next.get(target, 1000), hands[key] + 1)
        hands |= edge_next
        edge = sorted(edge_next, key=lambda key: (hands[key], key))
    return {key: hands.get(key, 1) for flow in flows for key in (flow.source, flow.target)}


def _frame(words: Words, hand: int) -> tuple[Frame, ...]:
    return () if hand == 0 else (Frame(hand, str(hand), words.say("frame.hand", number=hand)),)


VIEW = View(
    name="data",
    details=described,
    asks="CATEGORY",
    pages=_pages,
)
