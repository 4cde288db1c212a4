"""A flow graph by numbers: what the search runs on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from vendor_registry.flows.build import FlowGraph
from vendor_registry.flows.categories import Categories
from vendor_registry.model.register.columnar import cells_numbered
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.flow import Flow, Node

UNKNOWN_HOME = ALL  # of data whose system or engagement serves every data region


@dataclass(frozen=True, slots=True)
class Barred:
    """Categories that may not pass from one node to another, as if a waiver or a fix took them off the flow."""

    source: str
    target: str
    data: tuple[str, ...]  # with all that lies under them


@dataclass(frozen=True)
class Network:
    """Nodes numbered by key, flows by source, target and row key; the categories of each flow as bits.

    A label is a category with a home: bit `home * len(categories) + category` of one integer per node.
    """

    graph: FlowGraph
    categories: Categories
    homes: tuple[str, ...]
    keys: tuple[str, ...]
    number: Mapping[str, int]  # of each node, by its key
    source: list[int]
    target: list[int]
    written: list[int]  # what each flow declares, with all that lies under it; 0 where it is blank
    sure: list[int]  # what passes by what is declared
    may: list[int]  # what passes if blanks are filled in the worst way

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(map(self.graph.nodes.__getitem__, self.keys))

    @cached_property
    def first(self) -> list[int]:
        """Flows `first[n]` up to `first[n + 1]` leave node n."""
        counts = [0] * (len(self.keys) + 1)
        for source in self.source:
            counts[source + 1] += 1
        return list(accumulate(counts))

    @cached_property
    def into(self) -> list[list[int]]:
        """The flows that enter each node, in order."""
        entering: list[list[int]] = [[] for _ in self.keys]
        for flow, target in enumerate(self.target):
            entering[target].append(flow)
        return entering

    def out_of(self, node: int) -> range:
        return range(self.first[node], self.first[node + 1])

    def between(self, source: str, target: str) -> range:
        """The flows from one node to another, by their keys."""
        if source not in self.number or target not in self.number:
            return range(0)
        leaving, end = self.out_of(self.number[source]), self.number[target]
        begin = bisect_left(self.target, end, leaving.start, leaving.stop)
        return range(begin, bisect_right(self.target, end, begin, leaving.stop))

    def flows(self, numbers: Iterable[int]) -> tuple[Flow, ...]:
        return tuple(map(self.graph.flows.__getitem__, numbers))

    def labels(self, bits: int, homes: Iterable[str]) -> int:
        """The labels of these categories at home in these zones."""
        width, labels = len(self.categories), 0
        for home in homes:
            labels |= bits << self.homes.index(home) * width
        return labels

    def with_every_home(self, bits: int) -> int:
        return self.labels(bits, self.homes)

    def whichever_home(self, labels: int) -> int:
        """The categories of these labels."""
        bits = 0
        while labels:
            bits |= labels & self.categories.everything
            labels >>= len(self.categories)
        return bits

    def barring(self, barred: Iterable[Barred]) -> "Network":
        """The same network with some categories taken off some flows; what flows declare stays."""
        sure, may = list(self.sure), list(self.may)
        for one in barred:
            left = ~self.categories.under(one.data)
            for flow in self.between(one.source, one.target):
                sure[flow] &= left
                may[flow] &= left
        other = replace(self, sure=sure, may=may)
        known = {name: value for name, value in vars(self).items() if name in ("nodes", "first", "into")}
        vars(other).update(known)  # who hands to whom is the same
        return other


def network(graph: FlowGraph, taxonomy: Iterable[str]) -> Network:
    """Number a graph. Categories are those of the taxonomy and whatever else a flow names."""
    cells = [flow.data for flow in graph.flows]
    cell_of = cells_numbered(cells)
    different = list(dict(zip(cell_of, cells, strict=True)).values())  # many flows say the same
    categories = Categories([*taxonomy, *(key for data in different if data for key in data)])
    meaning = [categories.under(data or ()) for data in different]
    widest = [categories.everything if data is None else bits for data, bits in zip(different, meaning, strict=True)]
    stopped = [number for number, flow in enumerate(graph.flows) if flow.de_identified is DeIdentified.ANONYMISED]
    written = list(map(meaning.__getitem__, cell_of))
    wide = written if widest == meaning else list(map(widest.__getitem__, cell_of))
    keys = tuple(sorted(graph.nodes))
    number = dict(zip(keys, range(len(keys)), strict=True))
    return Network(
        graph=graph,
        categories=categories,
        homes=_homes(graph.nodes),
        keys=keys,
        number=number,
        source=[number[flow.source] for flow in graph.flows],
        target=[number[flow.target] for flow in graph.flows],
        written=written,
        sure=_without(written, stopped),
        may=_without(wide, stopped),
    )


def _without(carried: list[int], stopped: Iterable[int]) -> list[int]:
    """What flows carry, where some carry nothing."""
    left = list(carried)
    for flow in stopped:
        left[flow] = 0
    return left


def _homes(nodes: Mapping[str, Node]) -> tuple[str, ...]:
    return tuple(sorted({node.zone or UNKNOWN_HOME for node in nodes.values()} | {UNKNOWN_HOME}))


def home_of(node: Node) -> str:
    """The zone in which data that starts at a node is at home; `*` where the node serves every data region."""
    return node.zone or UNKNOWN_HOME
