"""How far from us does data get: third parties by how many contracts lie between them and us."""

from collections.abc import Mapping

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, part
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.text.origin import UsageError

_NAMES = ("own", "engaged_by_us", "engaged_by_them")  # by the number of contracts between


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """Chains with a fourth party only: who engages nobody is in every other view."""
    case, ranks = question.case, _ranks(question.case)
    kept = {node.key for node in selection.nodes if ranks.get(node.key, 0) > 1}
    if not kept:
        raise UsageError(f"No vendor in force on {case.as_of} engages another one; there is no chain to draw.")
    givers: dict[str, set[str]] = {}
    for flow in selection.flows:
        givers.setdefault(flow.target, set()).add(flow.source)
    edge = kept
    while edge:
        edge = {key for one in edge for key in givers.get(one, ()) if ranks.get(key, 0) > 0} - kept
        kept = kept | edge
    flows = [flow for flow in selection.flows if flow.target in kept and not _is_person(case, flow.source)]
    left = len([key for key in ranks if key not in kept])
    note = (question.words.say("note.unengaged", count=left),) if left else ()
    page = part(case, flows, (*selection.notes, *note))
    frames = {node.key: _frame(question.words, ranks.get(node.key, 0)) for node in page.nodes}
    return (Selection(page.nodes, page.flows, page.notes, frames=frames),)


def _is_person(case: Case, key: str) -> bool:
    return case.graph.nodes[key].kind is NodeKind.SUBJECT


def _ranks(case: Case) -> Mapping[str, int]:
    """1 for whom we engage, one more for each contract further on: the shortest chain counts."""
    running = {one.key: one for one in case.running}
    ranks = {key: 1 for key, one in running.items() if not any(by in running for by in one.engaged_by)}
    below: dict[str, list[str]] = {}
    for one in running.values():
        for by in one.engaged_by:
            below.setdefault(by, []).append(one.key)
    edge = sorted(ranks)
    while edge:
        found = {key for by in edge for key in below.get(by, ()) if key not in ranks}
        ranks |= dict.fromkeys(found, ranks[edge[0]] + 1)
        edge = sorted(found)
    return ranks | {key: 2 for key in running if key not in ranks}


def _frame(words: Words, rank: int) -> tuple[Frame, ...]:
    near = rank < len(_NAMES)
    title = words.say(f"frame.{_NAMES[rank]}") if near else words.say("frame.contracts_away", count=rank)
    return (Frame(rank, str(rank), title),)


def _page(question: Question, node: Node) -> str:
    if node.kind is not NodeKind.ENGAGEMENT:
        return ""
    return question.words.say("title.by_way_of", vendor=_first(question.case, node.key))


def _first(case: Case, key: str) -> str:
    """The vendor of ours at whom the chain begins; where there are several the first by key."""
    running, seen = {one.key: one for one in case.running}, {key}
    while above := [by for by in sorted(running[key].engaged_by) if by in running and by not in seen]:
        key = above[0]
        seen.add(key)
    return running[key].vendor


VIEW = View(
    name="chain",
    details=described,
    pages=_pages,
    split=_page,
)
