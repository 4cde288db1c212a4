"""Which vendors does a product use: people, own systems by product, vendors by service, fourth parties."""

from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.register.flow import Node, NodeKind

_SHARED, _SERVICE, _FOURTH = 1000, 2000, 3000  # ranks after those of the products


def _frames(question: Question, node: Node) -> tuple[Frame, ...]:
    case = question.case
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (_product(question, case.policy.systems[node.key].products),)
        case NodeKind.ENGAGEMENT:
            engagement = case.registry.by_key[node.key]
            if engagement.engaged_by:
                return (Frame(_FOURTH, "fourth-parties", question.words.say("frame.fourth_parties")),)
            return (Frame(_SERVICE, engagement.service, question.names.service(engagement.service)),)


def _product(question: Question, products: tuple[str, ...]) -> Frame:
    known = list(question.case.policy.products)
    if len(products) == 1 and products[0] in known:
        return Frame(known.index(products[0]), products[0], question.names.products(products))
    return Frame(_SHARED, "shared", question.words.say("frame.shared"))


def _details(question: Question, node: Node) -> tuple[str, ...]:
    if node.kind is NodeKind.SUBJECT:
        return ()
    return (question.names.place(node.region),)


def _page(question: Question, node: Node) -> str:
    """Systems by product, third parties by service."""
    return frames[0].title if (frames := _frames(question, node)) else ""


VIEW = View(
    name="product",
    frames=_frames,
    details=_details,
    split=_page,
)
