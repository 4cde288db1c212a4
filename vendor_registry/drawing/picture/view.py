"""What a view is, and how it sees the nodes of a case."""

from collections.abc import Callable
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import BoxKind, Status
from vendor_registry.drawing.picture.place_names import region_name
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.model.policy.policy import say
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.flow import Node, NodeKind


def _whole(question: Question, selection: Selection) -> tuple[Selection, ...]:
    return (selection,)


def _none(case: Case, node: Node) -> tuple[Frame, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class View:
    """One question asked of the flow graph: into which frames it puts a node, and what it writes under its name."""

    name: str
    title: str
    details: Callable[[Case, Node], tuple[str, ...]]
    answers: str = ""  # the question, for help and index
    frames: Callable[[Case, Node], tuple[Frame, ...]] = _none
    asks: str = ""  # what has to be named: CATEGORY, KEY
    pages: Callable[[Question, Selection], tuple[Selection, ...]] = _whole  # raises UsageError for what is not there
    split: Callable[[Case, Node], str] | None = None  # the title of the page for a node, where one page is too little


def parties(question: Question, view: View, page: Selection) -> tuple[Party, ...]:
    """The nodes of a page as a view sees them, texts cleaned."""
    return tuple(_party(question, view, page, node) for node in page.nodes)


def _party(question: Question, view: View, page: Selection, node: Node) -> Party:
    case = question.case
    if node.key in page.away:
        title = page.away[node.key]
        return Party(key=node.key, kind=BoxKind.CONNECTOR, name=title, profile=title, details=(), frames=(), zone="")
    access = f"access from {region_name(node.access_from)}" if not node.access_from.unknown else ""
    comparison = question.comparison
    told = comparison.told.get(node.key, ()) if comparison else ()
    more = page.details.get(node.key, ())
    return Party(
        key=node.key,
        kind=box_kind(case, node),
        name=clean(node.name) or node.key,
        profile=_profile(case, node),
        details=tuple(clean(detail) for detail in (*view.details(case, node), access, *more, *told) if detail),
        frames=view.frames(case, node) if page.frames is None else page.frames.get(node.key, ()),
        zone=node.zone,
        status=comparison.nodes.get(node.key, Status.SAME) if comparison else Status.SAME,
    )


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


def _profile(case: Case, node: Node) -> str:
    match node.kind:
        case NodeKind.SUBJECT:
            return ""
        case NodeKind.SYSTEM:
            products = case.policy.systems[node.key].products
            return "Shared systems" if ALL in products else product_names(case, products)
        case NodeKind.ENGAGEMENT:
            return service_name(case, case.registry.by_key[node.key].service)


def service_name(case: Case, service: str) -> str:
    named = case.policy.services.get(service)
    return clean(say(named.name, "en")) if named else clean(service)


def product_names(case: Case, products: tuple[str, ...]) -> str:
    """The products by name, "all products" for `*`."""
    if ALL in products:
        return "all products"
    known = case.policy.products
    return ", ".join(clean(say(known[key].name, "en")) if key in known else clean(key) for key in products)


def described(case: Case, node: Node) -> tuple[str, ...]:
    """What most views say of a party: its service, and where it processes."""
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (region_name(node.region) or "place unknown",)
        case NodeKind.ENGAGEMENT:
            service = service_name(case, case.registry.by_key[node.key].service)
            return (service, region_name(node.region) or "place unknown")
