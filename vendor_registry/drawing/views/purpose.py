"""What is the data used for: third parties by the purpose that the sheet states."""

from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.model.register.flow import Node, NodeKind

_LONGEST = 60  # characters of a purpose in the title of a frame


def _purpose(question: Question, node: Node) -> str:
    said = question.names.purpose(question.case.registry.by_key[node.key], _LONGEST)
    return said or question.words.say("frame.purpose_unknown")


def _frames(question: Question, node: Node) -> tuple[Frame, ...]:
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (Frame(0, "own", question.words.say("frame.own")),)
        case NodeKind.ENGAGEMENT:
            purpose = _purpose(question, node)
            return (Frame(2 if purpose == question.words.say("frame.purpose_unknown") else 1, purpose, purpose),)


def _page(question: Question, node: Node) -> str:
    return _purpose(question, node) if node.kind is NodeKind.ENGAGEMENT else ""


VIEW = View(
    name="purpose",
    frames=_frames,
    details=described,
    split=_page,
)
