"""The two ends of a flow as the law looks at them: who, where, in which role."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.law.tables.zones import in_force, regimes, unsettled
from vendor_registry.model.findings.transfer import OWN_RIGHT, Way
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.register.flow import Node, NodeKind


class Location(NamedTuple):
    """One place of an importer: a country, or a zone of several, and the column that names it."""

    via: str  # region, country (the seat), access_from
    code: str  # "" where the cell is blank


class Binding(NamedTuple):
    """A law on transfers that binds an exporter for one flow, why, and how sure that is."""

    regime: str
    exporter_country: str  # "" where it is not known
    ways: tuple[Way, ...]  # none: nobody can say whether it binds
    sure: bool  # False: a blank decides whether it binds

    @property
    def in_own_right(self) -> bool:
        """Whether the exporter itself is bound; else the law follows the data, if it binds at all."""
        return not OWN_RIGHT.isdisjoint(self.ways)


def bindings(case: Case, node: Node, surely: tuple[str, ...], perhaps: tuple[str, ...]) -> Iterator[Binding]:
    """The laws on transfers that bind an exporter: the place of its server alone does not decide.

    By establishment, by place, by the home of the data that arrives (`surely`, `perhaps`: data regions), by reach. Any
    of them is enough, and all that hold are named. Where nobody can say where the exporter is established and nothing
    else surely binds it, each law there is may do so; so may that of the Union whoever is in a territory of which it is
    not settled.
    """
    seat, here = seat_of(case, node), sorted(_exporter_places(case, node))
    outside = exporter_country(case, node)
    found: dict[str, dict[Way, str]] = {}
    for way, regime, country in (
        *((Way.ESTABLISHMENT, regime, seat) for regime in regimes(seat, case.as_of)),
        *((Way.PLACE, regime, one) for one in here for regime in regimes(one, case.as_of)),
        *((Way.HOME, regime, outside) for regime in _followed(case, surely, known=True)),
        *((Way.REACH, regime, outside) for regime in _reaching(case, node)),
    ):
        found.setdefault(regime, {}).setdefault(way, country)
    sure = {one: Binding(one, next(iter(ways.values())), tuple(ways), sure=True) for one, ways in found.items()}
    maybe = (*_followed(case, surely, known=False), *_followed(case, perhaps, known=None))
    doubtful = {one: Binding(one, outside, (Way.HOME,), sure=False) for one in maybe}
    nobody_knows = {
        one: Binding(one, outside, (), sure=False) for one in (() if seat or sure else in_force(case.as_of))
    }
    all_of_them = nobody_knows | doubtful | _of_territory(case, seat, here) | sure
    yield from (all_of_them[regime] for regime in sorted(all_of_them))


def _of_territory(case: Case, seat: str, here: list[str]) -> dict[str, Binding]:
    """The law of the Union where the sender is in a territory of which it is not settled whether that applies there."""
    for way, places in ((Way.ESTABLISHMENT, [seat]), (Way.PLACE, here)):
        for one in places:
            if unsettled(one, case.as_of):
                return {"eu": Binding("eu", one, (way,), sure=False)}
    return {}


def _followed(case: Case, homes: tuple[str, ...], *, known: bool | None) -> Iterator[str]:
    """The laws that follow data from where it is at home; `known`: whether that is a data region of the policy."""
    for home in homes:
        if known is None or (home in case.policy.zones) is known:
            for country in _home_countries(case, home):
                yield from regimes(country, case.as_of)


def _reaching(case: Case, node: Node) -> tuple[str, ...]:
    """The laws that the entity behind a system of ours says to be under; of others nobody has said it."""
    if node.kind is NodeKind.ENGAGEMENT:
        return ()
    party = case.policy.entities.get(operator_of(case, node), case.policy.company)
    return tuple(regime for regime in in_force(case.as_of) if regime in party.reached)


def exporter_country(case: Case, node: Node) -> str:
    """The first country from which a node hands data on, else its seat; "" where nobody can say."""
    return min(_exporter_places(case, node), default=seat_of(case, node))


def _exporter_places(case: Case, node: Node) -> frozenset[str]:
    """The countries in which a node processes what it hands on; none where nobody can say.

    A system's `region`, else the places of its data region; an engagement's `region`.
    """
    if not node.region.unknown:
        return frozenset().union(*map(case.places.countries, node.region.codes))
    if node.kind is not NodeKind.ENGAGEMENT and node.zone not in ("", ALL):
        return case.places.countries(node.zone)
    return frozenset()


def importer_locations(case: Case, node: Node) -> tuple[Location, ...]:
    """Where an importer holds data, where it is seated, and from where it reaches in: each country once."""
    seat = seat_of(case, node)
    found: dict[str, Location] = {}
    for via, codes in (
        ("region", node.region.codes or ("",)),
        ("country", (seat,) if seat or node.kind is NodeKind.ENGAGEMENT else ()),  # of a vendor "" says: unknown
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
        return comparable(case.registry.by_key[node.key].legal_name)
    entity, company = case.policy.entities.get(operator_of(case, node)), case.policy.company
    return comparable(entity.legal_name if entity else company.formal_name)


def comparable(legal_name: str) -> str:
    """A legal name as names are compared: capitals and a full stop at its end do not matter."""
    return legal_name.casefold().strip(" .")


def one_entity(case: Case, source: Node, target: Node) -> bool:
    """Whether both ends of a flow are one legal entity, so that nothing is transferred.

    A legal entity has one seat: two third parties of one name that contract from two countries are two.
    """
    name = legal_name(case, source)
    if name == "" or name != legal_name(case, target):
        return False
    third_parties = source.kind is target.kind is NodeKind.ENGAGEMENT
    return not third_parties or one_seat(seat_of(case, source), seat_of(case, target))


def one_seat(one: str, other: str) -> bool:
    """Whether two parties may be established in one country: in the same, or nobody knows of one of them."""
    return len({one, other} - {""}) < 2


_BY_MODULE = {  # of SCC 2021/914: who the parties say they are
    1: (Role.CONTROLLER, Role.CONTROLLER),
    2: (Role.CONTROLLER, Role.PROCESSOR),
    3: (Role.PROCESSOR, Role.PROCESSOR),
    4: (Role.PROCESSOR, Role.CONTROLLER),
}


def roles(case: Case, source: Node, target: Node, claims: Iterable[Claim] = ()) -> tuple[str, str]:
    """The roles of exporter and importer.

    Towards our sub-processors we are processor ourselves; towards all others, controller (GDPR Art. 28(2), (4)).
    Between systems that two of our own entities run, the module of their clauses says who they are to each other.
    """
    module = next((claim.module for claim in claims if claim.module), None)
    if module and NodeKind.ENGAGEMENT not in (source.kind, target.kind):
        exporter, importer = _BY_MODULE[module]
        return str(exporter), str(importer)
    importer = case.registry.by_key[target.key].role if target.kind is NodeKind.ENGAGEMENT else Role.CONTROLLER
    if source.kind is NodeKind.ENGAGEMENT:
        return str(case.registry.by_key[source.key].role), str(importer)
    return str(Role.PROCESSOR if importer is Role.SUB_PROCESSOR else Role.CONTROLLER), str(importer)


def _home_countries(case: Case, zone: str) -> Iterator[str]:
    """The countries whose law may follow data that is at home in a zone; of every zone where the home is unknown."""
    zones = tuple(case.policy.zones) if zone == ALL else (zone,)
    for one in zones:
        yield from case.places.countries(one)


def operator_of(case: Case, node: Node) -> str:
    """The key of the entity that runs a system of ours; "" where it is the company itself."""
    return case.policy.systems[node.key].operator if node.key in case.policy.systems else ""


def seat_of(case: Case, node: Node) -> str:
    """Where the party behind a node is established: who runs a system of ours, who contracts for an engagement."""
    if node.kind is NodeKind.ENGAGEMENT:
        return case.registry.by_key[node.key].country
    entity = case.policy.entities.get(operator_of(case, node))
    return entity.country if entity else case.policy.company.country
