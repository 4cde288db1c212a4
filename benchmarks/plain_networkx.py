"""Region isolation as most people would write it with networkx, for comparison: a search for every pair, or one a zone.

It knows neither blanks nor undeclared sources, gives no routes and no cut; on the register of `generate.py`, which has
neither, it finds the same data at the same nodes, or this program fails.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import networkx

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.as_networkx import as_networkx
from vendor_registry.flows.build import build
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.rules.policy import isolation
from vendor_registry.use_cases.files.load import load

Answer = set[tuple[str, str, str, str]]  # rule, home, sink, category
DAY = date(2026, 11, 23)


def covers(declared: Iterable[str], category: str) -> bool:
    return any(category == one or category.startswith(f"{one}.") for one in declared)


class Plain:
    """A case as a networkx graph, with one subgraph for each category."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.graph = as_networkx(build(case.running, case.policy, case.as_of))
        self.inside = {
            zone: [
                key for key, node in case.graph.nodes.items() if case.places.position(node, zone).lies is Lies.SURELY
            ]
            for zone in case.policy.zones
        }
        self.carrying = {category: self._carrying(category) for category in case.policy.data}

    def _carrying(self, category: str) -> "networkx.DiGraph[str]":
        graph: networkx.DiGraph[str] = networkx.DiGraph()
        for source, target, facts in self.graph.edges(data=True):
            if covers(facts["data"] or (), category):
                graph.add_edge(source, target)
        return graph

    def questions(self) -> Iterator[tuple[RuleSpec, str, str, str]]:
        for spec in self.case.policy.rules:
            if isinstance(spec.parameters, isolation.Isolation):
                for direction in spec.parameters.directions():
                    for category in self.case.policy.data:
                        if covers(spec.parameters.data, category):
                            yield spec, direction.home, direction.to, category

    def sources(self, zone: str, category: str) -> list[str]:
        systems = self.case.policy.systems
        return [key for key in systems if systems[key].zone == zone and key in self.carrying[category]]

    def pair_by_pair(self) -> Answer:
        """A shortest path for each source and sink: what one writes first."""
        found: Answer = set()
        for spec, home, away, category in self.questions():
            graph = self.carrying[category]
            for source in self.sources(home, category):
                for sink in self.inside[away]:
                    if sink in graph and networkx.has_path(graph, source, sink):
                        networkx.shortest_path(graph, source, sink)
                        found.add((spec.id, home, sink, category))
        return found

    def zone_by_zone(self) -> Answer:
        """One search from all systems of a zone: what one writes when that is too slow."""
        found: Answer = set()
        for spec, home, away, category in self.questions():
            graph = self.carrying[category]
            sources = set(self.sources(home, category))
            if sources:
                reached = networkx.multi_source_dijkstra_path(graph, sources, weight=None)
                found |= {(spec.id, home, sink, category) for sink in self.inside[away] if sink in reached}
        return found


def ours(case: Case) -> Answer:
    specs = [spec for spec in case.policy.rules if spec.type == "isolation"]
    return {
        (spec.id, finding.home, finding.sink, category)
        for spec in specs
        for finding in isolation.check(case, spec).findings
        for category in case.policy.data
        if covers(finding.data, category)
    }


def main() -> None:
    directory, ways = Path(sys.argv[1]), sys.argv[2:] or ["pair_by_pair", "zone_by_zone"]
    loaded = load(directory / "vendors.csv", directory / "policy.toml")
    start = time.perf_counter()
    expected = ours(Case(loaded.registry, loaded.policy, DAY))
    print(f"{'ours, with routes and cuts':28}{time.perf_counter() - start:9.2f} s  {len(expected)} answers")
    for way in ways:
        start = time.perf_counter()
        answer = getattr(Plain(Case(loaded.registry, loaded.policy, DAY)), way)()
        print(f"{'networkx, ' + way.replace('_', ' '):28}{time.perf_counter() - start:9.2f} s  {len(answer)} answers")
        if answer != expected:
            sys.exit(f"The answers differ: {sorted(answer ^ expected)[:5]}")


if __name__ == "__main__":
    main()
