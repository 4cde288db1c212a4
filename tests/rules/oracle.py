"""Region isolation by brute force: every label moved by hand, every simple chain tried, every subset of flows cut.

It shares nothing with the engine but the nouns: categories are words, not bits; where a place lies is a table
written by hand; chains, routes and cuts are found by trying all. For graphs of a few nodes only.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.rules.oracle_labels import Arrow, Edge, Label, Labels, above, covers, meet
from vendor_registry.model.register.place import Region

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


class Oracle(Labels):
    """One case, judged slowly."""

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
