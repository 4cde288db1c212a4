"""Which vendors does a product use: people, own systems by product, vendors by service, fourth parties."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import region_name
from vendor_registry.drawing.picture.view import View, product_names, service_name
from vendor_registry.model.register.flow import Node, NodeKind

_SHARED, _SERVICE, _FOURTH = 1000, 2000, 3000  # ranks after those of the products


def _frames(case: Case, node: Node) -> tuple[Frame, ...]:
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (_product(case, case.policy.systems[node.key].products),)
        case NodeKind.ENGAGEMENT:
            engagement = case.registry.by_key[node.key]
            if engagement.engaged_by:
                return (Frame(_FOURTH, "fourth-parties", "Fourth parties"),)
            return (Frame(_SERVICE, engagement.service, service_name(case, engagement.service)),)


def _product(case: Case, products: tuple[str, ...]) -> Frame:
    known = list(case.policy.products)
    if len(products) == 1 and products[0] in known:
        return Frame(known.index(products[0]), products[0], product_names(case, products))
    return Frame(_SHARED, "shared", "Shared by products")


def _details(case: Case, node: Node) -> tuple[str, ...]:
    if node.kind is NodeKind.SUBJECT:
        return ()
    return (region_name(node.region) or "place unknown",)


def _page(case: Case, node: Node) -> str:
    """Systems by product, third parties by service."""
    return frames[0].title if (frames := _frames(case, node)) else ""


VIEW = View(
    name="product",
    title="Data flows by product",
    answers="Which vendors does a product use?",
    frames=_frames,
    details=_details,
    split=_page,
)
