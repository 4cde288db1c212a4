"""Where data gets to that it did not get to before, each with the chain of flows that proves it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.proofs.find import prove
from vendor_registry.model.findings.finding import Hop
from vendor_registry.model.register.flow import NodeKind

Held = Mapping[tuple[str, str], frozenset[str]]  # by home and place (or recipient): the categories, perhaps


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """Categories at home in one data region that newly get to a place, or to a recipient that is in no new place."""

    home: str  # data region, `*` where it is not known
    place: str  # data region, country or jurisdiction; "" where only the recipient is told
    data: tuple[str, ...]  # in the fewest words, sorted
    sink: str  # key of the node at the end of the chain
    sure: bool  # False: a blank decides
    witness: tuple[Hop, ...]  # none where the data starts at the node itself


def newly_reached(before: Case, after: Case, told: Collection[str]) -> tuple[Arrival, ...]:
    """The data regions and countries first, then recipients; `told`: rows whose own change says it already."""
    then, now = _Holdings(before), _Holdings(after)
    return (*_places(then, now), *_recipients(then, now, told))


def _places(then: "_Holdings", now: "_Holdings") -> Iterator[Arrival]:
    for place in now.place_names():
        for home in now.homes:
            if now.case.places.at_home(place, home) is not Lies.SURELY:  # else the data stays where it belongs
                new = now.in_place(home, place) - then.in_place(home, place)
                yield from now.arrivals(home, place, new)


def _recipients(then: "_Holdings", now: "_Holdings", told: Collection[str]) -> Iterator[Arrival]:
    """Those who were there and get more, although nothing is changed in their own rows."""
    nodes = now.case.graph.nodes
    known = then.case.graph.nodes
    alike = then.words == now.words
    for key in sorted(key for key, node in nodes.items() if node.kind is NodeKind.ENGAGEMENT and key in known):
        if key not in told and not (alike and now.labels(key) | then.labels(key) == then.labels(key)):
            for home in now.homes:
                new = now.at(key, home) - then.at(key, home)
                if new:
                    yield from now.proved(home, "", key, new, sure_place=True)


class _Holdings:
    """Who holds what in one case, by home: what blanks may let pass is held as well."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.network = case.reach.network
        self.homes = self.network.homes
        self.words = (self.homes, self.network.categories.keys)  # by which labels are numbered
        self._held: dict[str, int] = {}
        self._lying: dict[str, list[tuple[int, bool]]] = {}

    def place_names(self) -> tuple[str, ...]:
        """Our data regions, and every other place that a cell names; of two with the same countries the region."""
        regions = tuple(self.case.policy.zones)
        same = {self.case.places.countries(one) for one in regions}
        nodes = self.case.graph.nodes.values()
        named = {code for node in nodes for code in (*node.region.codes, *node.access_from.codes)}
        others = sorted(one for one in named - set(regions) if self.case.places.countries(one) not in same)
        return (*regions, *others)

    def labels(self, key: str) -> int:
        """Everything that a node may hold, whatever its home."""
        return self.case.reach.may.at(self.network.number[key]) if key in self.network.number else 0

    def at(self, key: str, home: str) -> frozenset[str]:
        """The categories at home there that a node may hold."""
        if key not in self.network.number or home not in self.homes:
            return frozenset()
        return frozenset(self.network.categories.each(self._bits(self.network.number[key], home)))

    def in_place(self, home: str, place: str) -> frozenset[str]:
        """The categories that some node there may hold, of those that surely or perhaps lie there."""
        if home not in self.homes:
            return frozenset()
        if place not in self._held:
            may = self.case.reach.may
            self._held[place] = reduce(or_, (may.at(number) for number, _ in self._residents(place)), 0)
        return frozenset(self.network.categories.each(self._of(self._held[place], home)))

    def arrivals(self, home: str, place: str, new: frozenset[str]) -> Iterator[Arrival]:
        """The fewest nodes of the place that show all of it: the one that holds most first, ties by key."""
        left = self.network.categories.own(new)
        residents = self._residents(place)
        while left:
            number, sure = max(residents, key=lambda one: (self._count(one[0], home, left), -one[0]))
            found = self._bits(number, home) & left
            data = self.network.categories.each(found)
            yield from self.proved(home, place, self.network.keys[number], data, sure_place=sure)
            left &= ~found

    def proved(self, home: str, place: str, key: str, data: Collection[str], *, sure_place: bool) -> Iterator[Arrival]:
        """One for each shortest chain."""
        bits = self.network.categories.own(data)
        names = self.network.categories.names(bits)
        for proof in prove(self.case.reach, key, names, (home,), doubtful=not sure_place):
            covered = tuple(one for one in proof.covered if one in data)
            if covered:
                yield Arrival(
                    home=home,
                    place=place,
                    data=self.network.categories.names(self.network.categories.own(covered)),
                    sink=key,
                    sure=sure_place and proof.sure,
                    witness=proof.witness,
                )

    def _residents(self, place: str) -> list[tuple[int, bool]]:
        """The nodes in a place; of a country only those that are surely there, since a blank may be anywhere."""
        if place not in self._lying:
            found = self.case.places.residents(place).positions.items()
            region = place in self.case.policy.zones
            self._lying[place] = [(n, at.lies is Lies.SURELY) for n, at in found if region or at.lies is Lies.SURELY]
        return self._lying[place]

    def _bits(self, number: int, home: str) -> int:
        return self._of(self.case.reach.may.at(number), home)

    def _of(self, labels: int, home: str) -> int:
        """The categories at home there among labels."""
        width = len(self.network.categories)
        return labels >> self.homes.index(home) * width & self.network.categories.everything

    def _count(self, number: int, home: str, wanted: int) -> int:
        return (self._bits(number, home) & wanted).bit_count()
