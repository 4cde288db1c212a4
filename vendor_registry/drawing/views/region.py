"""Where is personal data, and who can reach it from where: frames by jurisdiction and country."""

from collections.abc import Iterable

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import country_name, jurisdiction
from vendor_registry.drawing.picture.view import View, service_name
from vendor_registry.model.policy.policy import say
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.register.place import GLOBAL

_COUNTRY_OF_ZONE = {"UK": "GB"}
_OTHER, _SEVERAL, _WORLD, _UNKNOWN = 1000, 2000, 3000, 4000  # ranks after those of our data regions


def place_frames(case: Case, node: Node) -> tuple[Frame, ...]:
    """The jurisdiction and the countries in which a node processes; none for people."""
    if node.kind is NodeKind.SUBJECT:
        return ()
    if node.region.unknown:
        return (Frame(_UNKNOWN, "unknown", "Place not known (blank in the sheet)"),)
    codes = tuple(sorted(set(_countries(case, node.region.codes))))
    if GLOBAL in codes:
        return (Frame(_WORLD, GLOBAL, "Worldwide"),)
    areas = tuple(sorted({jurisdiction(code, case.as_of) for code in codes}))
    if len(areas) > 1:
        return (Frame(_SEVERAL, "+".join(areas), " and ".join(map(country_name, areas))),)
    outer = _area(case, areas[0])
    if codes == areas:
        return (outer,)
    return (outer, Frame(0, "+".join(codes), ", ".join(map(country_name, codes))))


def _countries(case: Case, codes: Iterable[str]) -> Iterable[str]:
    """The codes with our own data regions written out as the places they are made of."""
    for code in codes:
        zone = case.policy.zones.get(code)
        if zone is None:
            yield _COUNTRY_OF_ZONE.get(code, code)
        else:
            yield from _countries(case, (place for place in zone.places if place != code))


def _area(case: Case, area: str) -> Frame:
    for rank, zone in enumerate(case.policy.zones.values()):
        if area in _countries(case, zone.places):
            return Frame(rank, area, f"{country_name(area)} · {clean(say(zone.name, 'en'))}", zone.key)
    return Frame(_OTHER, area, country_name(area))


def _details(case: Case, node: Node) -> tuple[str, ...]:
    if node.kind is not NodeKind.ENGAGEMENT:
        return ()
    engagement = case.registry.by_key[node.key]
    seat = f"seat: {country_name(engagement.country)}" if node.region.unknown else ""
    return (service_name(case, engagement.service), seat)


def _page(case: Case, node: Node) -> str:
    return frames[0].title if (frames := place_frames(case, node)) else ""


VIEW = View(
    name="region",
    title="Data flows by place of processing",
    answers="Where is personal data, and who can reach it from where?",
    frames=place_frames,
    details=_details,
    split=_page,
)
