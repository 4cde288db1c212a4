"""Under whose law does each party stand: frames by the seat of who contracts or operates, not by where data lies."""

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import country_name, jurisdiction, region_name
from vendor_registry.drawing.picture.view import View, service_name
from vendor_registry.model.register.flow import Node, NodeKind

_UNKNOWN = Frame(2000, "unknown", "Seat not known")


def _frames(case: Case, node: Node) -> tuple[Frame, ...]:
    match node.kind:
        case NodeKind.SUBJECT:
            return ()
        case NodeKind.SYSTEM:
            operator = case.policy.entities.get(case.policy.systems[node.key].operator)
            seat = operator.country if operator else case.policy.company.country
        case NodeKind.ENGAGEMENT:
            seat = case.registry.by_key[node.key].country
    if not seat:
        return (_UNKNOWN,)
    area = jurisdiction(seat, case.as_of)
    outer = Frame(0 if area == "EEA" else 1, area, country_name(area))
    return (outer,) if area == seat else (outer, Frame(0, seat, country_name(seat)))


def _details(case: Case, node: Node) -> tuple[str, ...]:
    if node.kind is NodeKind.SUBJECT:
        return ()
    place = f"processes in {region_name(node.region) or 'a place not stated'}"
    if node.kind is NodeKind.SYSTEM:
        return (place,)
    engagement = case.registry.by_key[node.key]
    parent = engagement.parent_country
    owned = f"parent: {country_name(parent)}" if parent and parent != engagement.country else ""
    return (service_name(case, engagement.service), place, owned)


def _page(case: Case, node: Node) -> str:
    return frames[0].title if (frames := _frames(case, node)) else ""


VIEW = View(
    name="jurisdiction",
    title="Data flows by seat",
    answers="Under whose law does each party stand that holds the data?",
    frames=_frames,
    details=_details,
    split=_page,
)
