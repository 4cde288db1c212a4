"""Transfers as rules look at them: by row, with the chain that leads there."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.findings.finding import Hop
from vendor_registry.model.findings.transfer import Note, Transfer, TransferVerdict
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow, NodeKind
from vendor_registry.model.register.place import GLOBAL
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import Cell

_REGIME_WORDS = {"eu": "the EU", "uk": "the UK", "ch": "Switzerland"}
_COLUMN_WORDS = {"region": "place of processing", "country": "seat", "access_from": "remote access"}


class Judged(NamedTuple):
    """All transfers into one row, or into a system of our own, under every regime."""

    case: Case
    numbers: list[int]  # of the flows into it

    @property
    def row(self) -> Engagement | None:
        """None for a system of our own."""
        return self.case.registry.by_key.get(self._first.target)

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        flows, found = self.case.graph.flows, answered(self.case)
        return tuple(one for number in self.numbers for one in found[number].transfers(flows[number]))

    @property
    def verdict(self) -> TransferVerdict:
        """The worst answer counts."""
        found = answered(self.case)
        return max({found[number].verdict for number in self.numbers}, key=attrgetter("rank"))

    @property
    def notes(self) -> Iterator[Note]:
        found = answered(self.case)
        return (note for number in self.numbers for note in found[number].notes)

    @property
    def worst(self) -> tuple[Transfer, ...]:
        verdict = self.verdict
        return tuple(one for one in self.transfers if one.answer.verdict is verdict)

    @property
    def who(self) -> str:
        return self.row.vendor if self.row else self._first.target

    def cell(self, column: str) -> Cell:
        return self.row.cell(column) if self.row else self._first.cell

    @property
    def _first(self) -> Flow:
        return self.case.graph.flows[self.numbers[0]]


class JudgedRows(NamedTuple):
    """The rows with data from another party, as far as anything is said of their transfers, in the order of keys."""

    told: tuple[Judged, ...]  # those of which the law says more than that nothing is transferred to a third country
    looked_at: int  # how many rows there are, those of which nothing is said included


@lru_cache(maxsize=2)
def judged(case: Case) -> JudgedRows:
    """The transfers of a case by row."""
    found, target = answered(case), case.reach.network.target
    told = found.where(lambda one: one.each and (one.notes or one.verdict is not TransferVerdict.NOT_RESTRICTED))
    rows = {target[number] for number in told}
    asked = found.where(lambda one: one.each)
    count = len({target[number] for number in asked})
    return JudgedRows(_by_row(case, [number for number in asked if target[number] in rows] if rows else []), count)


def every_row(case: Case) -> tuple[Judged, ...]:
    """All rows with data from another party, also those of which nothing is said."""
    return _by_row(case, answered(case).where(lambda one: one.each))


def _by_row(case: Case, flows: Iterable[int]) -> tuple[Judged, ...]:
    groups: dict[int, list[int]] = {}
    for number in flows:
        groups.setdefault(case.reach.network.target[number], []).append(number)
    return tuple(Judged(case, groups[node]) for node in sorted(groups))


def places(found: tuple[Transfer, ...]) -> str:
    """Where the data goes, for people: "US (seat, remote access) and any country (place of processing)"."""
    vias: dict[str, dict[str, None]] = {}
    for transfer in found:
        vias.setdefault(transfer.importer_country, {})[_COLUMN_WORDS[transfer.via]] = None
    words = {GLOBAL: "any country", "": "a country that is not stated"}
    known_first = sorted(vias, key=lambda country: (country == "", country))
    return listed(f"{words.get(country, country)} ({', '.join(vias[country])})" for country in known_first)


def laws(found: tuple[Transfer, ...]) -> str:
    """Whose law asks, for people: "the EU and the UK"."""
    told = {transfer.regime for transfer in found}
    return listed(_REGIME_WORDS[regime] for regime in REGIMES if regime in told)


def categories(found: tuple[Transfer, ...]) -> tuple[str, ...]:
    return tuple(sorted({key for transfer in found for key in transfer.flow.data or ()}))


def chain(case: Case, flow: Flow) -> tuple[Hop, ...]:
    """The shortest chain from a system of ours that ends with this flow, ties by key."""
    network = case.reach.network
    ways: dict[str, tuple[Flow, ...]] = {flow.source: (flow,)}
    front = [flow.source]
    while front:
        ours = [key for key in front if case.graph.nodes[key].kind is NodeKind.SYSTEM]
        if ours:
            return tuple(Hop(one, one.data or ()) for one in ways[min(ours)])
        front = sorted(_farther(network.flows(n for key in front for n in network.into.at(network.number[key])), ways))
    return (Hop(flow, flow.data or ()),)


def _farther(entering: tuple[Flow, ...], ways: dict[str, tuple[Flow, ...]]) -> Iterator[str]:
    for flow in entering:
        if flow.source not in ways:
            ways[flow.source] = (flow, *ways[flow.target])
            yield flow.source
