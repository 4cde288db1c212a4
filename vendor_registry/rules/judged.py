"""Transfers as rules look at them: by row, with the chain that leads there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from vendor_registry.case.answers import Answers
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.model.engagement import Engagement
from vendor_registry.model.finding import Hop
from vendor_registry.model.flow import Flow, NodeKind
from vendor_registry.model.origin import Cell
from vendor_registry.model.transfer import Note, Transfer, TransferVerdict

_REGIME_WORDS = {"eu": "the EU", "uk": "the UK", "ch": "Switzerland"}
_COLUMN_WORDS = {"region": "place of processing", "country": "seat", "access_from": "remote access"}


@dataclass(frozen=True, slots=True)
class Judged:
    """All transfers into one row, under every regime. For flows into a system of our own, `row` is None."""

    row: Engagement | None
    flows: list[Flow]
    answers: list[Answers]  # to each of the flows

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        answered = zip(self.flows, self.answers, strict=True)
        return tuple(one for flow, answers in answered for one in answers.transfers(flow))

    @property
    def verdict(self) -> TransferVerdict:
        """The worst answer counts."""
        return max({answers.verdict for answers in self.answers}, key=attrgetter("rank"))

    @property
    def notes(self) -> Iterator[Note]:
        return (note for answers in self.answers for note in answers.notes)

    @property
    def worst(self) -> tuple[Transfer, ...]:
        verdict = self.verdict
        return tuple(one for one in self.transfers if one.answer.verdict is verdict)

    @property
    def who(self) -> str:
        return self.row.vendor if self.row else self.flows[0].target

    def cell(self, column: str) -> Cell:
        return self.row.cell(column) if self.row else self.flows[0].cell


@lru_cache(maxsize=2)
def judged(case: Case) -> tuple[Judged, ...]:
    """The transfers of a case by row, in the order of keys."""
    flows, target = case.graph.flows, case.reach.network.target
    groups: dict[int, Judged] = {}
    for number, answers in answered(case).items():
        if answers.each:
            node = target[number]
            if node not in groups:
                groups[node] = Judged(case.registry.by_key.get(flows[number].target), [], [])
            groups[node].flows.append(flows[number])
            groups[node].answers.append(answers)
    return tuple(groups[node] for node in sorted(groups))


def places(found: tuple[Transfer, ...]) -> str:
    """Where the data goes, for people: "US (seat, remote access); a place not stated"."""
    vias: dict[str, list[str]] = {}
    for transfer in found:
        words = vias.setdefault(transfer.importer_country or "a place not stated", [])
        word = _COLUMN_WORDS[transfer.via]
        if word not in words:
            words.append(word)
    return "; ".join(f"{country} ({', '.join(words)})" for country, words in sorted(vias.items()))


def laws(found: tuple[Transfer, ...]) -> str:
    """Whose law asks, for people: "the EU and the UK"."""
    return " and ".join(_REGIME_WORDS[regime] for regime in sorted({transfer.regime for transfer in found}))


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
        front = sorted(_farther(network.flows(n for key in front for n in network.into[network.number[key]]), ways))
    return (Hop(flow, flow.data or ()),)


def _farther(entering: tuple[Flow, ...], ways: dict[str, tuple[Flow, ...]]) -> Iterator[str]:
    for flow in entering:
        if flow.source not in ways:
            ways[flow.source] = (flow, *ways[flow.target])
            yield flow.source
