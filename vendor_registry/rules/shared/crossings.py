"""Data of one zone that stands in another: what an isolation rule looks for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies, Position
from vendor_registry.model.register.flow import Node


@dataclass(frozen=True, order=True, slots=True)
class Direction:
    """Data at home in one zone must not get to the other."""

    home: str
    to: str


class Crossing(NamedTuple):
    """Labels of one home at one node, and the surest reason why they must not be there."""

    home: str  # of the labels: the zone of the rule, one that lies in it, or `*`
    at_home: Lies  # whether that is the zone of the rule
    sink: Node
    position: Position  # of the sink, to the zone of the direction
    direction: Direction

    @property
    def sure(self) -> bool:
        return self.at_home is Lies.SURELY and self.position.lies is Lies.SURELY


def homes_of(case: Case, direction: Direction) -> dict[str, Lies]:
    """The homes of labels that the direction is about, and how sure that is.

    A home that lies within the other zone is at home there and cannot break in; one that is not known may be
    any zone.
    """
    found: dict[str, Lies] = {}
    for home in case.reach.network.homes:
        at_home = case.places.at_home(home, direction.home)
        there_already = home != direction.home and case.places.at_home(home, direction.to) is Lies.SURELY
        if at_home is not Lies.NO and not there_already:
            found[home] = at_home
    return found


def sources(case: Case, direction: Direction, data: Collection[str]) -> tuple[int, ...]:
    """The nodes where labels that the direction is about start, surely or perhaps."""
    network = case.reach.network
    wanted = network.labels(network.categories.under(data), homes_of(case, direction))
    return tuple(node for node, labels in case.reach.starts.may.items() if labels & wanted)


def crossings(case: Case, directions: Iterable[Direction], data: Collection[str]) -> list[Crossing]:
    """One for each home and node, with its surest reason, by home and node."""
    surest: dict[tuple[str, str], Crossing] = {}
    for direction in directions:
        for home, at_home in homes_of(case, direction).items():
            for crossing in _reached(case, direction, home, at_home, data):
                place = (home, crossing.sink.key)
                if place not in surest or (crossing.sure and not surest[place].sure):
                    surest[place] = crossing
    return [surest[place] for place in sorted(surest)]


def _reached(case: Case, direction: Direction, home: str, at_home: Lies, data: Collection[str]) -> Iterable[Crossing]:
    network = case.reach.network
    holds = case.reach.holders(data, (home,))
    for number, position in case.places.residents(direction.to).among(holds):
        yield Crossing(home, at_home, network.nodes[number], position, direction)
