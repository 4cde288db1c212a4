"""The two ends of a flow as the law looks at them: who, where, in which role."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.places import Places
from vendor_registry.law.tables.zones import regimes
from vendor_registry.model.engagement import Role
from vendor_registry.model.flow import Node, NodeKind

EVERYWHERE = "*"  # the zone of what serves every data region


@dataclass(frozen=True, slots=True)
class Location:
    """One place of an importer: a country, or a zone of several, and the column that names it."""

    via: str  # region, country (the seat), access_from
    code: str  # "" where the cell is blank


@dataclass(frozen=True, slots=True)
class Binding:
    """A regime that binds an exporter for one flow, and how sure that is."""

    regime: str
    exporter_country: str  # "" where it is not known
    by_place: bool  # else: the regime follows the data from where it was at home
    sure: bool  # False: a blank decides whether it binds


def bindings(case: Case, node: Node, surely: tuple[str, ...], perhaps: tuple[str, ...]) -> Iterator[Binding]:
    """The regimes of the exporter's own place, and those that follow the data from where it is at home."""
    here = sorted(exporter_places(case, case.places, node))
    found: dict[str, Binding] = {}
    for country in here:
        for regime in regimes(country, case.as_of):
            found.setdefault(regime, Binding(regime, country, by_place=True, sure=True))
    for homes, sure in ((surely, True), (perhaps, False)):
        for home in homes:
            for country in sorted(home_countries(case, case.places, home)):
                for regime in regimes(country, case.as_of):
                    certain = sure and home in case.policy.zones
                    found.setdefault(regime, Binding(regime, here[0] if here else "", False, certain))
    yield from (found[regime] for regime in sorted(found))


def exporter_places(case: Case, places: Places, node: Node) -> frozenset[str]:
    """The countries from which a node hands data on; none where nobody can say.

    A system's `region`, else the places of its data region, else the seat of the entity that runs it, else the
    company's; an engagement's `region`, its seat where that is blank.
    """
    if not node.region.unknown:
        return frozenset().union(*(places.countries(code) for code in node.region.codes))
    if node.kind is NodeKind.ENGAGEMENT:
        return frozenset({case.registry.by_key[node.key].country} - {""})
    if node.zone not in ("", EVERYWHERE):
        return places.countries(node.zone)
    return frozenset({_seat(case, node)} - {""})


def importer_locations(case: Case, node: Node) -> tuple[Location, ...]:
    """Where an importer holds data, where it is seated, and from where it reaches in: each country once."""
    seat = _seat(case, node)
    found: dict[str, Location] = {}
    for via, codes in (
        ("region", node.region.codes or ("",)),
        ("country", (seat,) if seat else ()),
        ("access_from", node.access_from.codes),
    ):
        for code in codes:
            found.setdefault(code, Location(via, code))
    return tuple(found.values())


def legal_name(case: Case, node: Node) -> str:
    """The legal entity behind a node, in a form that can be compared; "" where it is not known.

    Systems that name no operator are run by one and the same company.
    """
    if node.kind is NodeKind.ENGAGEMENT:
        return case.registry.by_key[node.key].legal_name.casefold().strip(" .")
    entity, company = case.policy.entities.get(_operator(case, node)), case.policy.company
    return (entity.legal_name if entity else company.legal_name or company.name).casefold().strip(" .")


def roles(case: Case, source: Node, target: Node) -> tuple[str, str]:
    """The roles of exporter and importer.

    Towards our sub-processors we are processor ourselves; towards all others, controller (GDPR Art. 28(2), (4)).
    """
    importer = case.registry.by_key[target.key].role if target.kind is NodeKind.ENGAGEMENT else Role.CONTROLLER
    if source.kind is NodeKind.ENGAGEMENT:
        return str(case.registry.by_key[source.key].role), str(importer)
    return str(Role.PROCESSOR if importer is Role.SUB_PROCESSOR else Role.CONTROLLER), str(importer)


def home_countries(case: Case, places: Places, zone: str) -> Iterator[str]:
    """The countries whose law may follow data that is at home in a zone; of every zone where the home is unknown."""
    zones = tuple(case.policy.zones) if zone == EVERYWHERE else (zone,)
    for one in zones:
        yield from places.countries(one)


def _operator(case: Case, node: Node) -> str:
    return case.policy.systems[node.key].operator if node.key in case.policy.systems else ""


def _seat(case: Case, node: Node) -> str:
    if node.kind is NodeKind.ENGAGEMENT:
        return case.registry.by_key[node.key].country
    entity = case.policy.entities.get(_operator(case, node))
    return entity.country if entity else case.policy.company.country
