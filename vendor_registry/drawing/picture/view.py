"""What a view is, and how it sees the nodes of a case."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import BoxKind
from vendor_registry.drawing.picture.place_names import region_name
from vendor_registry.model.flow import Node, NodeKind
from vendor_registry.model.policy import say


@dataclass(frozen=True, slots=True)
class View:
    """One question asked of the flow graph: into which frames it puts a node, and what it writes under its name."""

    name: str
    title: str
    frames: Callable[[Case, Node], tuple[Frame, ...]]
    details: Callable[[Case, Node], tuple[str, ...]]


def parties(case: Case, view: View, nodes: Iterable[Node]) -> tuple[Party, ...]:
    """The nodes as a view sees them, texts cleaned."""
    return tuple(_party(case, view, node) for node in nodes)


def _party(case: Case, view: View, node: Node) -> Party:
    access = f"access from {region_name(node.access_from)}" if not node.access_from.unknown else ""
    return Party(
        key=node.key,
        kind=_kind(case, node),
        name=clean(node.name) or node.key,
        profile=_profile(case, node),
        details=tuple(clean(detail) for detail in (*view.details(case, node), access) if detail),
        frames=view.frames(case, node),
        zone=node.zone,
    )


def _kind(case: Case, node: Node) -> BoxKind:
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
            return "Shared systems" if "*" in products else product_names(case, products)
        case NodeKind.ENGAGEMENT:
            return service_name(case, case.registry.by_key[node.key].service)


def service_name(case: Case, service: str) -> str:
    named = case.policy.services.get(service)
    return clean(say(named.name, "en")) if named else clean(service)


def product_names(case: Case, products: tuple[str, ...]) -> str:
    """The products by name, "all products" for `*`."""
    if "*" in products:
        return "all products"
    known = case.policy.products
    return ", ".join(clean(say(known[key].name, "en")) if key in known else clean(key) for key in products)
