"""Where is personal data, and who can reach it from where: frames by jurisdiction and country."""

from collections.abc import Iterable

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.place_names import jurisdiction
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.policy.policy import say
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.register.place import GLOBAL

_COUNTRY_OF_ZONE = {"UK": "GB"}
_OTHER, _SEVERAL, _WORLD, _UNKNOWN = 1000, 2000, 3000, 4000  # ranks after those of our data regions


def place_frames(question: Question, node: Node) -> tuple[Frame, ...]:
    """The jurisdiction and the countries in which a node processes; none for people."""
    case, words = question.case, question.words
    if node.kind is NodeKind.SUBJECT:
        return ()
    if node.region.unknown:
        return (Frame(_UNKNOWN, "unknown", words.say("frame.place_unknown")),)
    codes = tuple(sorted(set(_countries(case, node.region.codes))))
    if GLOBAL in codes:
        return (Frame(_WORLD, GLOBAL, words.say("frame.worldwide")),)
    areas = tuple(sorted({jurisdiction(code, case.as_of) for code in codes}))
    if len(areas) > 1:
        *others, last = map(words.country, areas)
        named = words.say("frame.several", one=", ".join(others), other=last)
        return (Frame(_SEVERAL, "+".join(areas), named),)
    outer = _area(question, areas[0])
    if codes == areas:
        return (outer,)
    return (outer, Frame(0, "+".join(codes), ", ".join(map(words.country, codes))))


def _countries(case: Case, codes: Iterable[str]) -> Iterable[str]:
    """The codes with our own data regions written out as the places they are made of."""
    for code in codes:
        zone = case.policy.zones.get(code)
        if zone is None:
            yield _COUNTRY_OF_ZONE.get(code, code)
        else:
            yield from _countries(case, (place for place in zone.places if place != code))


def _area(question: Question, area: str) -> Frame:
    country, language = question.words.country(area), question.words.language
    for rank, zone in enumerate(question.case.policy.zones.values()):
        if area in _countries(question.case, zone.places):
            return Frame(rank, area, f"{country} · {clean(say(zone.name, language))}", zone.key)
    return Frame(_OTHER, area, country)


def _details(question: Question, node: Node) -> tuple[str, ...]:
    if node.kind is not NodeKind.ENGAGEMENT:
        return ()
    engagement = question.case.registry.by_key[node.key]
    words = question.words
    seat = words.say("box.seat", country=words.country(engagement.country)) if node.region.unknown else ""
    return (question.names.service(engagement.service), seat)


def _page(question: Question, node: Node) -> str:
    return frames[0].title if (frames := place_frames(question, node)) else ""


VIEW = View(
    name="region",
    frames=place_frames,
    details=_details,
    split=_page,
)
