"""What reaches whom: every label, from where it starts to where it ends, surely and perhaps."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from vendor_registry.flows.build import FlowGraph
from vendor_registry.flows.network import Barred, Network, home_of, network
from vendor_registry.flows.search.engine import spread
from vendor_registry.flows.search.labels import Seeds, Spread
from vendor_registry.flows.search.starts import Starts, own_starts
from vendor_registry.flows.search.undeclared import undeclared
from vendor_registry.model.register.flow import Flow

MOST = 16  # answers about all nodes that are kept: a rule asks for a few again and again, the next one for others


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A flow from a third party that declares categories of which nothing arrives at that third party."""

    flow: Flow
    data: tuple[str, ...]
    sure: bool  # False: they arrive if a blank further up is filled in so


@dataclass(frozen=True)
class Reach:
    """The labels of one graph (docs/decisions/0005-labels.md), for all rules at once.

    `sure` is what follows from what is declared; `may` also lets everything pass where `data` is blank.
    """

    network: Network
    starts: Starts
    from_nowhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what starts at third parties, by key
    undeclared: tuple[Undeclared, ...] = ()  # the flows on which they hand it on, as far as it may pass
    barred: tuple[Barred, ...] = ()
    _held: dict[tuple[tuple[str, ...], tuple[str, ...]], bytes] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def sure(self) -> Spread:
        return spread(self.network, self.network.sure, self.starts.sure)

    @cached_property
    def may(self) -> Spread:
        if self.network.may == self.network.sure and self.starts.may == self.starts.sure:
            return self.sure
        return spread(self.network, self.network.may, self.starts.may)

    @cached_property
    def barred_on(self) -> Mapping[tuple[str, str], list[Barred]]:
        """What may not pass, by the ends of the flow."""
        found: dict[tuple[str, str], list[Barred]] = {}
        for one in self.barred:
            found.setdefault((one.source, one.target), []).append(one)
        return found

    @cached_property
    def alike(self) -> dict[str, str]:
        """For each category the first of all that start and pass wherever it does: one answer serves them all."""
        categories = self.network.categories
        starts = {
            self.network.whichever_home(labels)
            for seeds in (self.starts.sure, self.starts.may)
            for labels in seeds.values()
        }
        groups = {categories.everything}
        for bits in {*self.network.sure, *self.network.may, *starts}:
            groups = {part for group in groups for part in (group & bits, group & ~bits) if part}
        return {key: categories.each(group)[0] for group in groups for key in categories.each(group)}

    def holders(self, data: Collection[str], homes: Collection[str]) -> bytes:
        """For each node, by number, 1 if some of these categories reach it surely or perhaps, else 0."""
        asked = (tuple(data), tuple(homes))
        if asked not in self._held:
            while len(self._held) >= MOST:
                del self._held[next(iter(self._held))]
            self._held[asked] = self.may.holders(self.network.labels(self.network.categories.under(data), homes))
        return self._held[asked]

    def data_at(self, key: str, homes: Iterable[str] | None = None, *, surely: bool) -> tuple[str, ...]:
        """The categories that reach a node, in the fewest words; `homes` None: wherever they are at home."""
        everything = self.network.labels(self.network.categories.everything, homes or self.network.homes)
        labels = (self.sure if surely else self.may).at(self.network.number[key])
        return self.network.categories.names(self.network.whichever_home(labels & everything))

    def homes_on(self, flow: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The zones in which the data on a flow (by its number) is at home: surely, and perhaps as well."""
        source = self.network.source[flow]
        surely = self._homes(self.sure.at(source), self.network.sure[flow])
        perhaps = self._homes(self.may.at(source), self.network.may[flow])
        return surely, tuple(home for home in perhaps if home not in surely)

    def _homes(self, labels: int, passing: int) -> tuple[str, ...]:
        width = len(self.network.categories)
        return tuple(home for place, home in enumerate(self.network.homes) if labels >> place * width & passing)

    def barring(self, barred: Iterable[Barred]) -> "Reach":
        """The same labels, on a network in which some categories may not pass some flows.

        Labels start where they started: what a waiver sets aside must not turn up as undeclared further on.
        """
        more = tuple(barred)
        taken: dict[tuple[str, str], list[str]] = {}
        for bar in more:
            taken.setdefault((bar.source, bar.target), []).extend(bar.data)
        undeclared = tuple(left for one in self.undeclared for left in self._left_of(one, taken))
        return replace(self, network=self.network.barring(more), barred=(*self.barred, *more), undeclared=undeclared)

    def _left_of(self, one: Undeclared, taken: Mapping[tuple[str, str], list[str]]) -> Iterable[Undeclared]:
        """What is still undeclared on a flow when some categories may not pass it."""
        bits = self.network.categories.under(taken.get((one.flow.source, one.flow.target), ()))
        left = tuple(key for key in one.data if not self.network.categories.own((key,)) & bits)
        return (replace(one, data=left),) if left else ()

    def starting_at(self, keys: Collection[str]) -> "Reach":
        """Only the labels that start at these nodes."""
        numbers = {self.network.number[key] for key in keys if key in self.network.number}
        return replace(
            self,
            starts=Starts(
                sure={node: labels for node, labels in self.starts.sure.items() if node in numbers},
                may={node: labels for node, labels in self.starts.may.items() if node in numbers},
            ),
        )


def reach(graph: FlowGraph, taxonomy: Iterable[str]) -> Reach:
    """Let every label of a graph run. `taxonomy`: the categories of the policy."""
    numbered = network(graph, taxonomy)
    from_us = Reach(numbered, own_starts(numbered))
    found = undeclared(numbered, from_us.sure.categories_at())
    if not found:
        return from_us
    more = {
        node: numbered.labels(numbered.categories.under(data), _home(numbered, node)) for node, data in found.items()
    }
    starts = Starts(_joined(from_us.starts.sure, more), _joined(from_us.starts.may, more))
    from_nowhere = {numbered.keys[node]: data for node, data in found.items()}
    return Reach(numbered, starts, from_nowhere, tuple(_undeclared(from_us, found)))


def _home(numbered: Network, node: int) -> tuple[str]:
    return (home_of(numbered.nodes[node]),)


def _joined(left: Seeds, right: Seeds) -> Seeds:
    return {node: left.get(node, 0) | right.get(node, 0) for node in sorted({*left, *right})}


def _undeclared(from_us: Reach, found: dict[int, tuple[str, ...]]) -> Iterable[Undeclared]:
    """The findings, flow by flow: sure where not even a blank can bring the category from one of our systems."""
    categories = from_us.network.categories
    for node, data in found.items():
        possible = from_us.network.whichever_home(from_us.may.at(node))
        doubtful = {key for key in data if categories.under((key,)) & possible}
        for flow in from_us.network.flows(from_us.network.out_of(node)):
            for keys, sure in ((set(data) - doubtful, True), (doubtful, False)):
                handed = keys.intersection(flow.data or ())
                if handed:
                    yield Undeclared(flow, tuple(sorted(handed)), sure)
