"""What a view is, and how it sees the nodes of a case."""

from collections.abc import Callable
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean, short
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import BoxKind, Status
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.flow import Node, NodeKind

_LONGEST = 44  # characters of a cell in a box


def _whole(question: Question, selection: Selection) -> tuple[Selection, ...]:
    return (selection,)


def _none(question: Question, node: Node) -> tuple[Frame, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class View:
    """One question asked of the flow graph: into which frames it puts a node, and what it writes under its name.

    What it is called and which question it answers stands under its name in wording/<lang>.toml.
    """

    name: str
    details: Callable[[Question, Node], tuple[str, ...]]
    frames: Callable[[Question, Node], tuple[Frame, ...]] = _none
    asks: str = ""  # what has to be named: CATEGORY, KEY
    pages: Callable[[Question, Selection], tuple[Selection, ...]] = _whole  # raises UsageError for what is not there
    split: Callable[[Question, Node], str] | None = None  # the title of the page for a node, where one is too little

    def title(self, words: Words) -> str:
        return words.say(f"view.{self.name}")

    def answers(self, words: Words) -> str:
        """The question, for page and index."""
        return words.say(f"question.{self.name}")


def parties(question: Question, view: View, page: Selection) -> tuple[Party, ...]:
    """The nodes of a page as a view sees them, texts cleaned."""
    return tuple(_party(question, view, page, node) for node in page.nodes)


def _party(question: Question, view: View, page: Selection, node: Node) -> Party:
    case, names = question.case, question.names
    if node.key in page.away:
        title = page.away[node.key]
        return Party(key=node.key, kind=BoxKind.CONNECTOR, name=title, profile=title, details=(), frames=(), zone="")
    reached = names.region(node.access_from) if not node.access_from.unknown else ""
    access = question.words.say("box.access", places=reached) if reached else ""
    comparison = question.comparison
    told = [_change(question.words, *one) for one in comparison.told.get(node.key, ())] if comparison else []
    more = page.details.get(node.key, ())
    return Party(
        key=node.key,
        kind=box_kind(case, node),
        name=names.node(node.key),
        profile=_profile(question, node),
        details=tuple(clean(detail) for detail in (*view.details(question, node), access, *more, *told) if detail),
        frames=view.frames(question, node) if page.frames is None else page.frames.get(node.key, ()),
        zone=node.zone,
        status=comparison.nodes.get(node.key, Status.SAME) if comparison else Status.SAME,
    )


def _change(words: Words, column: str, before: str, after: str) -> str:
    """`region: IE → US`"""
    cells = " → ".join(short(cell, _LONGEST) or words.say("box.blank") for cell in (before, after))
    return f"{column}: {cells}"


def box_kind(case: Case, node: Node) -> BoxKind:
    """What a node is drawn as."""
    match node.kind:
        case NodeKind.SUBJECT:
            return BoxKind.SUBJECT
        case NodeKind.SYSTEM:
            return BoxKind.STORE if case.policy.systems[node.key].store else BoxKind.SYSTEM
        case NodeKind.ENGAGEMENT:
            engaged_by = case.registry.by_key[node.key].engaged_by
            return BoxKind.FOURTH_PARTY if engaged_by else BoxKind.VENDOR


def _profile(question: Question, node: Node) -> str:
    case, names = question.case, question.names
    match node.kind:
        case NodeKind.SUBJECT:
            return ""
        case NodeKind.SYSTEM:
            products = case.policy.systems[node.key].products
            return question.words.say("box.shared_systems") if ALL in products else names.products(products)
        case NodeKind.ENGAGEMENT:
            return names.service(case.registry.by_key[node.key].service)


def described(question: Question, node: Node) -> tuple[str, ...]:
    """What most views say of a party: its service, and where it processes."""
    place = question.names.place(node.region)
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (place,)
        case NodeKind.ENGAGEMENT:
            return (question.names.service(question.case.registry.by_key[node.key].service), place)
