"""Which cells to try next: the greedy choice of a cover, before anything is proved."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.judgement.remedies.supposed import Supposing

Weight = tuple[int, int]
_Ways = tuple[frozenset[Cell], ...]
_WIDEST = 3  # cells that are tried at once


class Bundle(NamedTuple):
    """Cells that settle findings together."""

    cells: tuple[Cell, ...]
    needs: tuple[Cell, ...]  # filled already, without which they settle less
    decides: int  # how many findings
    weight: Weight  # of the worst of them


def weight_of(finding: Finding) -> Weight:
    """What a person mends first, the lowest: what is broken, and of that what a chain of flows proves."""
    return finding.verdict.rank, 0 if finding.witness else 1


class Candidates:
    """The cells that decide findings, and what was tried in vain."""

    def __init__(self, wanted: Iterable[Finding], supposing: Supposing) -> None:
        self._supposing = supposing
        self._ways: Counter[_Ways] = Counter()
        self._weights: dict[_Ways, Weight] = {}
        for (told, weight), count in Counter((one.settled_by, weight_of(one)) for one in wanted).items():
            ways = tuple(frozenset(way) for way in told if all(map(supposing.can_fill, way)))
            self._ways[ways] += count
            self._weights[ways] = min(weight, self._weights.get(ways, weight))
        self._vain: set[frozenset[Cell]] = set()

    def best(self, filled: Collection[Cell], most: int) -> Bundle | None:
        """The cells that decide most findings, for each cell there is to fill; None where nothing is left to try.

        Of equals those of the worst finding; then those that come first by key and column, so that it does not depend
        on the order of rows.
        """
        have = frozenset(filled)
        tally: Counter[frozenset[Cell]] = Counter()
        needs: dict[frozenset[Cell], Counter[frozenset[Cell]]] = {}
        weight: dict[frozenset[Cell], Weight] = {}
        for ways, count in self._ways.items():
            if any(way <= have for way in ways):
                continue
            for way in ways:
                rest = way - have
                if len(rest) <= _WIDEST and len(have) + len(rest) <= most and rest not in self._vain:
                    tally[rest] += count
                    needs.setdefault(rest, Counter())[way & have] += count
                    weight[rest] = min(self._weights[ways], weight.get(rest, self._weights[ways]))
        if not tally:
            return None
        worth = max(tally[rest] / len(rest) for rest in tally)
        equals = [one for one in tally if tally[one] / len(one) == worth]
        rest = min(equals, key=lambda one: (weight[one], self._places(one)))
        most_often = max(needs[rest].values())
        beside = min((one for one, count in needs[rest].items() if count == most_often), key=self._places)
        return Bundle(self._sorted(rest), self._sorted(beside), tally[rest], weight[rest])

    def tried(self, bundle: Bundle, *, helped: bool) -> None:
        if not helped:
            self._vain.add(frozenset(bundle.cells))

    def _places(self, cells: Iterable[Cell]) -> list[tuple[str, ...]]:
        return sorted(map(self._supposing.place, cells))

    def _sorted(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        return tuple(sorted(cells, key=self._supposing.place))
