"""Labels moved by hand: categories are words, every flow is tried until nothing changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import DeIdentified

Label = tuple[str, str]  # category, home
Arrow = tuple[str, str, str]  # from, to, row key


@dataclass(frozen=True)
class Edge:
    source: str
    target: str
    key: str
    data: tuple[str, ...] | None
    stops: bool

    @property
    def arrow(self) -> Arrow:
        return (self.source, self.target, self.key)


def above(category: str) -> list[str]:
    parts = category.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts) + 1)]


def meet(one: str, other: str) -> str | None:
    """The narrower of two categories where one covers the other."""
    if one in above(other):
        return other
    return one if other in above(one) else None


def covers(category: str, other: str) -> bool:
    return category in above(other)


class Labels:
    """The labels of one case. Engagements of these cases always name whom they receive from."""

    def __init__(self, case: Case) -> None:
        self.case = case
        day = case.as_of
        rows = [row for row in case.registry.engagements if row.in_force(day)]
        self.systems = dict(case.policy.systems)
        self.rows = {row.key: row for row in rows}
        edges = [
            Edge(source, row.key, row.key, row.data, row.de_identified is DeIdentified.ANONYMISED)
            for row in rows
            for source in row.receives_from
        ]
        edges += [
            Edge(flow.source, flow.target, f"flow.{n}", flow.data, flow.de_identified is DeIdentified.ANONYMISED)
            for n, flow in enumerate(case.policy.flows, start=1)
            if (flow.since is None or flow.since <= day) and (flow.until is None or day <= flow.until)
        ]
        alive = {*self.systems, *self.rows}
        self.edges = sorted((e for e in edges if e.source in alive and e.target in alive), key=lambda e: e.arrow)
        self.alive = sorted(alive)

    def home(self, node: str) -> str:
        return self.systems[node].zone if node in self.systems else self.rows[node].zone

    def leaving(self, node: str) -> list[Edge]:
        return [edge for edge in self.edges if edge.source == node]

    @cached_property
    def own_starts(self) -> dict[str, set[Label]]:
        return {
            node: {(c, self.home(node)) for edge in self.leaving(node) for c in edge.data or ()}
            for node in self.systems
        }

    @cached_property
    def possible_starts(self) -> dict[str, set[Label]]:
        starts = {node: set(labels) for node, labels in self.own_starts.items()}
        for node, system in self.systems.items():
            if system.data_subjects and any(edge.data is None for edge in self.leaving(node)):
                starts[node] |= {(c, self.home(node)) for c in system.data or self.case.policy.data}
        return starts

    def run(self, starts: dict[str, set[Label]], *, blanks: bool) -> dict[str, set[Label]]:
        held = {node: set(starts.get(node, ())) for node in self.alive}
        while True:
            moved = {(edge.target, label) for edge in self.edges for label in self.moved(edge, held, blanks)}
            new = [(node, label) for node, label in moved if label not in held[node]]
            if not new:
                return held
            for node, label in new:
                held[node].add(label)

    def moved(self, edge: Edge, held: dict[str, set[Label]], blanks: bool) -> Iterator[Label]:
        if edge.stops:
            return
        for category, home in held[edge.source]:
            if edge.data is None and blanks:
                yield (category, home)
            for declared in edge.data or ():
                narrower = meet(category, declared)
                if narrower:
                    yield (narrower, home)

    @cached_property
    def undeclared(self) -> dict[str, set[str]]:
        """By third party what starts there, ring by ring of pairs (third party, category) that may feed each other."""
        pairs = sorted({(edge.source, c) for edge in self.edges for c in edge.data or ()})
        feeds = {
            (one, two)
            for one in pairs
            for two in pairs
            for edge in self.edges
            if not edge.stops and edge.source == one[0] and edge.target == two[0]
            for c in edge.data or ()
            if (narrower := meet(one[1], c)) and meet(narrower, two[1])
        }
        for middle in pairs:
            feeds |= {(a, b) for a in pairs for b in pairs if (a, middle) in feeds and (middle, b) in feeds}
        started: dict[str, set[str]] = {}
        done: set[tuple[str, str]] = set()
        while len(done) < len(pairs):
            ready = next(
                pair
                for pair in pairs
                if pair not in done
                and all(o in done or (pair, o) in feeds for o in pairs if (o, pair) in feeds and o != pair)
            )
            ring = (
                {pair, *(o for o in pairs if (pair, o) in feeds and (o, pair) in feeds)} if (pair := ready) else set()
            )
            arrived = self.arrivals(started)
            for node, category in ring:
                if node in self.rows and not any(meet(category, c) for c in arrived[node]):
                    started.setdefault(node, set()).add(category)
            done |= ring
        return started

    def arrivals(self, started: dict[str, set[str]]) -> dict[str, set[str]]:
        """The categories that flows bring to each node, apart from what starts there."""
        starts = {node: set(labels) for node, labels in self.own_starts.items()}
        for node, categories in started.items():
            starts.setdefault(node, set()).update((c, self.home(node)) for c in categories)
        held = self.run(starts, blanks=False)
        brought: dict[str, set[str]] = {node: set() for node in self.alive}
        for edge in self.edges:
            brought[edge.target] |= {category for category, _ in self.moved(edge, held, False)}
        return brought

    def starts(self, *, blanks: bool) -> dict[str, set[Label]]:
        return self.starts_with_blanks if blanks else self.declared_starts

    @cached_property
    def declared_starts(self) -> dict[str, set[Label]]:
        return self.with_undeclared(self.own_starts)

    @cached_property
    def starts_with_blanks(self) -> dict[str, set[Label]]:
        return self.with_undeclared(self.possible_starts)

    def with_undeclared(self, starts: dict[str, set[Label]]) -> dict[str, set[Label]]:
        found = {node: set(labels) for node, labels in starts.items()}
        for node, categories in self.undeclared.items():
            found.setdefault(node, set()).update((c, self.home(node)) for c in categories)
        return found

    @cached_property
    def sure(self) -> dict[str, set[Label]]:
        return self.run(self.starts(blanks=False), blanks=False)

    @cached_property
    def may(self) -> dict[str, set[Label]]:
        return self.run(self.starts(blanks=True), blanks=True)
