"""Whether a node lies in a zone, on a day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from vendor_registry.flows.network import UNKNOWN_HOME
from vendor_registry.flows.node_sets import NodeSet, node_set
from vendor_registry.law.tables import zones
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.flow import Node
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.register.place import GLOBAL, UNKNOWN_ACCESS, Region


class Lies(StrEnum):
    """How sure it is that a node lies in a zone."""

    SURELY = "surely"
    MAYBE = "maybe"  # a blank or a place that is too wide decides
    NO = "no"


class Position(NamedTuple):
    """Where a node stands to a zone, and the column of its row that says so."""

    lies: Lies
    column: str  # region or access_from


class Residents(NamedTuple):
    """The nodes that lie in one zone, by number, and how sure that is."""

    positions: Mapping[int, Position]
    nodes: NodeSet  # the same ones

    def among(self, nodes: bytes) -> Iterator[tuple[int, Position]]:
        """Those in a set of nodes."""
        return ((number, self.positions[number]) for number in self.nodes.shared(nodes))


@dataclass(frozen=True)
class Places:
    """What the places of a policy mean on one day: data regions may nest and may name jurisdictions.

    `nodes`: those of the graph, by key, for questions about all of them.
    """

    policy: Policy
    day: date
    nodes: Sequence[Node] = ()
    _positions: dict[tuple[Region, Region, str], Position] = field(default_factory=dict, repr=False, compare=False)
    _at_home: dict[tuple[str, str], Lies] = field(default_factory=dict, repr=False, compare=False)
    _countries: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _residents: dict[str, Residents] = field(default_factory=dict, repr=False, compare=False)

    def position(self, node: Node, zone: str) -> Position:
        """Where a node stands to a zone, by the surest of its two cells.

        It lies in the zone if any place of `region` or `access_from` does: remote access reaches the data as
        well (EDPB Guidelines 05/2021). A blank region may be anywhere, and so may access of which the
        cell says that it is not known; a blank `access_from` names nobody.
        """
        return self.standing(node.region, node.access_from, zone)

    def standing(self, region: Region, access_from: Region, zone: str) -> Position:
        """The same, asked of the two cells."""
        asked = (region, access_from, zone)
        if asked not in self._positions:
            self._positions[asked] = self._position(*asked)
        return self._positions[asked]

    def residents(self, zone: str) -> Residents:
        """The systems and third parties that lie in a zone surely or maybe, by their number among the nodes."""
        if zone not in self._residents:
            positions: dict[int, Position] = {}
            for numbers in self._in_one_place:
                position = self.position(self.nodes[numbers[0]], zone)
                if position.lies is not Lies.NO:
                    positions.update(dict.fromkeys(numbers, position))
            self._residents[zone] = Residents(positions, node_set(len(self.nodes), positions))
        return self._residents[zone]

    @cached_property
    def _in_one_place(self) -> list[list[int]]:
        """Those that stand in the same places together, by number: a register has far fewer places than rows."""
        stored = cells_of(self.nodes, "region").number
        reached = cells_of(self.nodes, "access_from").number
        groups: dict[tuple[int, int], list[int]] = {}
        kept_in = zip(stored, reached, strict=True)
        for number, (zone, places) in enumerate(zip(cells_of(self.nodes, "zone"), kept_in, strict=True)):
            if zone:
                groups.setdefault(places, []).append(number)
        return list(groups.values())

    def at_home(self, home: str, zone: str) -> Lies:
        """Whether data at home in one zone is at home in another: the same, or one that lies within it."""
        if (home, zone) not in self._at_home:
            self._at_home[home, zone] = self._home_in(home, zone)
        return self._at_home[home, zone]

    def _home_in(self, home: str, zone: str) -> Lies:
        if home == zone:
            return Lies.SURELY
        here = self.countries(home)
        if home == UNKNOWN_HOME or GLOBAL in here:
            return Lies.MAYBE
        return _within(here, self.countries(zone))

    def countries(self, zone: str) -> frozenset[str]:
        """The countries of a data region, a jurisdiction or a country; GLOBAL itself for the whole world."""
        if zone not in self._countries:
            self._countries[zone] = self._expanded(zone, frozenset())
        return self._countries[zone]

    def _position(self, region: Region, access_from: Region, zone: str) -> Position:
        by_region = Position(self._lies(region, zone), "region")
        by_access = Position(self._reached(access_from, zone), "access_from")
        return min(by_region, by_access, key=lambda position: list(Lies).index(position.lies))

    def _reached(self, access_from: Region, zone: str) -> Lies:
        if access_from.unknown:
            return Lies.NO
        return Lies.MAYBE if access_from == UNKNOWN_ACCESS else self._lies(access_from, zone)

    def _lies(self, region: Region, zone: str) -> Lies:
        if region.unknown:
            return Lies.MAYBE
        return min((self._place_in(code, zone) for code in region.codes), key=list(Lies).index)

    def _place_in(self, code: str, zone: str) -> Lies:
        here = self.countries(code)
        if code == zone or GLOBAL in here:
            return Lies.SURELY
        return _within(here, self.countries(zone))

    def _expanded(self, zone: str, outer: frozenset[str]) -> frozenset[str]:
        """A data region that has the name of a jurisdiction may name that jurisdiction among its places."""
        region = self.policy.zones.get(zone)
        if region is not None and zone not in outer:
            inner = (self._expanded(place, outer | {zone}) for place in region.places)
            return frozenset().union(*inner)
        return zones.countries(zone, self.day) if zone in zones.ZONES else frozenset({zone})


def _within(here: frozenset[str], there: frozenset[str]) -> Lies:
    """Whether one set of countries lies in another; of a zone without countries nobody can say."""
    if GLOBAL in there or (here and there and here <= there):
        return Lies.SURELY
    return Lies.MAYBE if not here or not there or here & there else Lies.NO
