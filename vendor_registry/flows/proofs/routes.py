"""How many ways there are for a category to get to a node, and the smallest set of flows that closes them all.

Routes that share no flow are counted as a flow of water through pipes of width one: their greatest number is
the size of the smallest cut (K. Menger 1927; L. Ford and D. Fulkerson 1956). The search runs backwards from the
node, because few flows enter it and many leave a source.
"""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from vendor_registry.flows.proofs.witness import Chain
from vendor_registry.flows.reach import Reach


class Routes(NamedTuple):
    """The routes of one category, blanks filled in the worst way, so that a cut closes them for certain."""

    disjoint: tuple[Chain, ...]  # as many as possible without a common flow
    cut: tuple[int, ...]  # of all the smallest cuts the one nearest the sink
    on_every: tuple[int, ...]  # flows that lie on every route, in the order of the data


def routes(
    reach: Reach, sink: int, bit: int, homes: Collection[str], *, without: Collection[int] = (), at_most: int = 0
) -> Routes:
    """Routes of at least one flow; `without`: flows not to use; `at_most`: stop counting there (0: never)."""
    pipes = _Pipes(reach, sink, bit, reach.network.labels(bit, homes), frozenset(without))
    found = pipes.fill(at_most)
    if at_most:
        return Routes(tuple(pipes.chains()), (), ())
    cut = tuple(sorted(pipes.entering(set(pipes.levels))))
    return Routes(tuple(pipes.chains()), cut, tuple(pipes.on_every(cut)) if found == 1 else ())


@dataclass(slots=True)
class _Pipes:
    reach: Reach
    sink: int
    bit: int
    labels: int
    without: frozenset[int]
    used: set[int] = field(default_factory=set)
    levels: dict[int, int] = field(default_factory=dict)  # how far each node is from the sink, as of the last search

    def fill(self, at_most: int) -> int:
        """Let as much water in as fits: shortest ways first, all of a length in one go (Y. Dinitz 1970)."""
        found = 0
        while self._search({self.sink}):
            untried: dict[int, Iterator[tuple[int, int]]] = {}
            while path := self._path(untried):
                self.used.symmetric_difference_update(path)
                found += 1
                if found == at_most:
                    return found
        return found

    def _search(self, open_from: set[int]) -> bool:
        """Level by level backwards, up to the level in which the data starts; whether it does anywhere."""
        self.levels = dict.fromkeys(open_from, 0)
        ahead = deque(sorted(open_from))
        level_of_start: int | None = None
        while ahead:
            node = ahead.popleft()
            if self.levels[node] == level_of_start:
                break
            for _, before in self._before(node):
                if before not in self.levels:
                    self.levels[before] = self.levels[node] + 1
                    ahead.append(before)
                    if self._starts(before):
                        level_of_start = self.levels[before]
        return level_of_start is not None

    def _path(self, untried: dict[int, Iterator[tuple[int, int]]]) -> list[int]:
        """One more way up the levels; what led nowhere is not tried again. Empty: there is none."""
        flows: list[int] = []
        nodes = [self.sink]
        while nodes:
            node = nodes[-1]
            if node != self.sink and self._starts(node):
                return flows
            if node not in untried:
                untried[node] = self._before(node)
            for flow, before in untried[node]:
                if self.levels.get(before) == self.levels[node] + 1:
                    flows.append(flow)
                    nodes.append(before)
                    break
            else:
                nodes.pop()
                del flows[len(nodes[1:]) :]
        return []

    def _before(self, node: int) -> Iterator[tuple[int, int]]:
        """Flows through which water can still come to a node: unused ones, and used ones by taking it back."""
        for flow in self.entering({node}):
            if flow not in self.used:
                yield flow, self.reach.network.source[flow]
        for flow in self.reach.network.out_of(node) if self.used else ():
            if flow in self.used:
                yield flow, self.reach.network.target[flow]

    def entering(self, nodes: set[int]) -> Iterator[int]:
        """The flows on which the category enters a set of nodes from outside."""
        network = self.reach.network
        for node in sorted(nodes):
            for flow in network.into.at(node):
                source = network.source[flow]
                carries = network.may[flow] & self.bit and flow not in self.without
                if carries and source not in nodes and self.reach.may.at(source) & self.labels:
                    yield flow

    def _starts(self, node: int) -> bool:
        return bool(self.reach.starts.may.get(node, 0) & self.labels)

    def on_every(self, cut: tuple[int, ...]) -> Iterator[int]:
        """With one route: beginning at the sink, each flow that alone lets the data into all that lies behind."""
        every: list[int] = []
        while len(cut) == 1:
            every.append(cut[0])
            before = self.reach.network.source[cut[0]]
            if self._starts(before) or self._search({*self.levels, before}):
                break
            cut = tuple(self.entering(set(self.levels)))
        return reversed(every)

    def chains(self) -> Iterator[Chain]:
        """The used flows, taken apart into routes."""
        network = self.reach.network
        onward: dict[int, list[int]] = {}
        for flow in sorted(self.used, reverse=True):
            onward.setdefault(network.source[flow], []).append(flow)
        for start in [node for node in sorted(onward) if self._starts(node) and node != self.sink]:
            while onward[start]:
                yield Chain(start, self._walk(start, onward))

    def _walk(self, start: int, onward: dict[int, list[int]]) -> tuple[int, ...]:
        """Follow used flows to the sink; a loop on the way is left out."""
        flows: list[int] = []
        nodes = [start]
        while nodes[-1] != self.sink:
            flow = onward[nodes[-1]].pop()
            reached = self.reach.network.target[flow]
            if reached in nodes:
                place = nodes.index(reached)
                del nodes[place + 1 :], flows[place:]
            else:
                nodes.append(reached)
                flows.append(flow)
        return tuple(flows)
