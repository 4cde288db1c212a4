"""What is the data used for: third parties by the purpose that the sheet states."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean, short
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import region_name
from vendor_registry.drawing.picture.view import View, service_name
from vendor_registry.model.register.flow import Node, NodeKind

_LONGEST = 60  # characters of a purpose in the title of a frame
_UNKNOWN = "Purpose not stated"


def _purpose(case: Case, node: Node) -> str:
    return short(clean(case.registry.by_key[node.key].purpose_in("en")) or _UNKNOWN, _LONGEST)


def _frames(case: Case, node: Node) -> tuple[Frame, ...]:
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (Frame(0, "own", "Own systems"),)
        case NodeKind.ENGAGEMENT:
            purpose = _purpose(case, node)
            return (Frame(2 if purpose == _UNKNOWN else 1, purpose, purpose),)


def _details(case: Case, node: Node) -> tuple[str, ...]:
    place = region_name(node.region) or "place unknown"
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            return (place,)
        case NodeKind.ENGAGEMENT:
            return (service_name(case, case.registry.by_key[node.key].service), place)


def _page(case: Case, node: Node) -> str:
    return _purpose(case, node) if node.kind is NodeKind.ENGAGEMENT else ""


VIEW = View(
    name="purpose",
    title="Data flows by purpose",
    answers="What is personal data used for, and by whom?",
    frames=_frames,
    details=_details,
    split=_page,
)
