"""Under whose law does each party stand: frames by the seat of who contracts or operates, not by where data lies."""

from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import jurisdiction
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.register.flow import Node, NodeKind

_UNKNOWN = 2000  # rank after the others


def _frames(question: Question, node: Node) -> tuple[Frame, ...]:
    case, words = question.case, question.words
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            operator = case.policy.entities.get(case.policy.systems[node.key].operator)
            seat = operator.country if operator else case.policy.company.country
        case NodeKind.ENGAGEMENT:
            seat = case.registry.by_key[node.key].country
    if not seat:
        return (Frame(_UNKNOWN, "unknown", words.say("frame.seat_unknown")),)
    area = jurisdiction(seat, case.as_of)
    outer = Frame(0 if area == "EEA" else 1, area, words.country(area))
    return (outer,) if area == seat else (outer, Frame(0, seat, words.country(seat)))


def _details(question: Question, node: Node) -> tuple[str, ...]:
    if node.kind is NodeKind.SUBJECT:
        return ()
    names, say = question.names, question.words.say
    place = say("box.processes", places=names.region(node.region) or say("box.no_place"))
    if node.kind is NodeKind.SYSTEM:
        return (place,)
    engagement = question.case.registry.by_key[node.key]
    parent = engagement.parent_country
    foreign = parent and parent != engagement.country
    owned = say("box.parent", country=question.words.country(parent)) if foreign else ""
    return (names.service(engagement.service), place, owned)


def _page(question: Question, node: Node) -> str:
    return frames[0].title if (frames := _frames(question, node)) else ""


VIEW = View(
    name="jurisdiction",
    frames=_frames,
    details=_details,
    split=_page,
)
