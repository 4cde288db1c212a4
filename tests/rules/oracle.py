"""Region isolation by brute force: every label moved by hand, every simple chain tried, every subset of flows cut.

It shares nothing with the engine but the nouns: categories are words, not bits; where a place lies is a table
written by hand; chains, routes and cuts are found by trying all. For graphs of a few nodes only.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from vendor_registry.case.case import Case
from vendor_registry.model.engagement import DeIdentified
from vendor_registry.model.place import Region

Label = tuple[str, str]  # category, home
Arrow = tuple[str, str, str]  # from, to, row key

# Zones of the policies these graphs have: eu = EEA, us = US, de = DE (which lies in eu).
INSIDE = {
    "eu": {"DE", "FR", "EEA", "GLOBAL", "eu", "de"},
    "us": {"US", "GLOBAL", "us"},
    "de": {"DE", "GLOBAL", "de"},
}
PERHAPS = {"eu": set[str](), "us": set[str](), "de": {"EEA", "eu"}}
AT_HOME = {  # is data at home in the first at home in the second
    ("de", "eu"): "surely",
    ("eu", "de"): "maybe",
    **{(zone, zone): "surely" for zone in INSIDE},
    **{("*", zone): "maybe" for zone in INSIDE},
}


@dataclass(frozen=True)
class Truth:
    """What a finding must say."""

    home: str
    sink: str
    verdict: str
    data: tuple[str, ...]
    witness: tuple[Arrow, ...]


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


class Oracle:
    """One case, judged slowly. Engagements of these cases always name whom they receive from."""

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

    # --- labels ---------------------------------------------------------------------------------------------

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

    # --- chains ---------------------------------------------------------------------------------------------

    def chains(self, category: str, home: str, sink: str, *, blanks: bool) -> list[tuple[Arrow, ...]]:
        """Every simple chain on which the category travels from a start to the sink."""
        starts = [
            n for n, ls in self.starts(blanks=blanks).items() if any(covers(c, category) and h == home for c, h in ls)
        ]
        return [
            tuple(edge.arrow for edge in chain)
            for start in starts
            for chain in self.walks(start, sink, lambda edge: self.hands_on(edge, category, blanks), {start})
        ]

    def hands_on(self, edge: Edge, category: str, blanks: bool) -> bool:
        if edge.stops:
            return False
        return blanks if edge.data is None else any(covers(declared, category) for declared in edge.data)

    def walks(
        self, node: str, sink: str, allowed: Callable[[Edge], bool], seen: set[str]
    ) -> Iterator[tuple[Edge, ...]]:
        if node == sink:
            yield ()
            return
        for edge in self.leaving(node):
            if edge.target not in seen and allowed(edge):
                for rest in self.walks(edge.target, sink, allowed, seen | {edge.target}):
                    yield (edge, *rest)

    # --- the rule -------------------------------------------------------------------------------------------

    def lies(self, node: str, zone: str) -> str:
        region = self.systems[node].region if node in self.systems else self.rows[node].region
        access = Region() if node in self.systems else self.rows[node].access_from
        answers = {"maybe"} if region.unknown else {lies(code, zone) for code in region.codes}
        answers |= {lies(code, zone) for code in access.codes}
        return next(answer for answer in ("surely", "maybe", "no") if answer in answers)

    def isolation(self, between: tuple[str, ...], data: tuple[str, ...]) -> dict[Truth, set[str]]:
        """Every finding, with the categories it stands for, also those that go without saying."""
        homes = {home for labels in self.may.values() for _, home in labels}
        pairs = [(a, b) for a in between for b in between if a != b]
        return dict(t for home in homes for sink in self.alive for t in self.judged(home, sink, pairs, data))

    def judged(
        self, home: str, sink: str, pairs: list[tuple[str, str]], data: tuple[str, ...]
    ) -> Iterator[tuple[Truth, set[str]]]:
        ways = {
            (AT_HOME.get((home, here), "no"), self.lies(sink, there))
            for here, there in pairs
            if home == here or AT_HOME.get((home, there)) != "surely"
        }
        if all("no" in way for way in ways):
            return
        groups: dict[tuple[str, tuple[Arrow, ...]], set[str]] = {}
        for category in self.case.policy.data:
            if any(meet(category, wanted) == category for wanted in data):
                sure = held(self.sure[sink], category, home)
                if sure or held(self.may[sink], category, home):
                    verdict = "broken" if sure and ("surely", "surely") in ways else "gap"
                    first = min(self.chains(category, home, sink, blanks=not sure), key=in_order)
                    groups.setdefault((verdict, first), set()).add(category)
        for (verdict, witness), together in groups.items():
            fewest = sorted(c for c in together if not any(o in together for o in above(c)[:-1]))
            yield Truth(home, sink, verdict, tuple(fewest), witness), together


def covers(category: str, other: str) -> bool:
    return category in above(other)


def held(labels: Iterable[Label], category: str, home: str) -> bool:
    return any(covers(c, category) and h == home for c, h in labels)


def lies(code: str, zone: str) -> str:
    return "surely" if code in INSIDE[zone] else "maybe" if code in PERHAPS[zone] else "no"


def in_order(chain: tuple[Arrow, ...]) -> tuple[object, ...]:
    nodes = [*(source for source, _, _ in chain), *(target for _, target, _ in chain[-1:])]
    return (len(chain), nodes, [key for _, _, key in chain])


def most_disjoint(chains: list[tuple[Arrow, ...]]) -> int:
    """The greatest number of chains of which no two share a flow, by trying."""
    if not chains:
        return 0
    first, rest = chains[0], chains[1:]
    return max(1 + most_disjoint([c for c in rest if not set(c) & set(first)]), most_disjoint(rest))


def smallest_cuts(chains: list[tuple[Arrow, ...]]) -> list[frozenset[Arrow]]:
    """Every smallest set of flows that meets all chains, by trying."""
    flows = sorted({flow for chain in chains for flow in chain})
    for size in range(len(flows) + 1):
        cuts = [frozenset(cut) for cut in itertools.combinations(flows, size) if all(set(cut) & set(c) for c in chains)]
        if cuts:
            return cuts
    return []
