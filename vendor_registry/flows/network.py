"""A flow graph by numbers: what the search runs on."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from vendor_registry.flows.build import FlowGraph
from vendor_registry.flows.categories import Categories
from vendor_registry.flows.order import ordered
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.flow import Flow, Node
from vendor_registry.model.register.on_demand import ByKey, cells_of
from vendor_registry.model.text.column import Column

UNKNOWN_HOME = ALL  # of data whose system or engagement serves every data region


@dataclass(frozen=True, slots=True)
class Barred:
    """Categories that may not pass from one node to another, as if a waiver or a fix took them off the flow."""

    source: str
    target: str
    data: tuple[str, ...]  # with all that lies under them


class Entering(NamedTuple):
    """Flows by the node they enter: a list for each node would take more memory than all flows."""

    flows: Sequence[int]
    first: list[int]  # flows `first[n]` up to `first[n + 1]` of these enter node n

    def at(self, node: int) -> Sequence[int]:
        return self.flows[self.first[node] : self.first[node + 1]]


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
    def nodes(self) -> Sequence[Node]:
        return self.graph.by_key.in_order

    @cached_property
    def first(self) -> list[int]:
        """Flows `first[n]` up to `first[n + 1]` leave node n."""
        counts = Counter(self.source)
        return [0, *accumulate(map(counts.__getitem__, range(len(self.keys))))]

    @cached_property
    def into(self) -> "Entering":
        """The flows that enter each node, in order."""
        counts = Counter(self.target)
        first = [0, *accumulate(map(counts.__getitem__, range(len(self.keys))))]
        return Entering(ordered(self.target), first)

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
    flows = graph.flows
    data, how = cells_of(flows, "data"), cells_of(flows, "de_identified")
    categories = Categories([*taxonomy, *(key for cell in data.different() if cell for key in cell)])
    meaning = data.read(lambda cell: categories.under(cell or ()))
    widest = data.read(lambda cell: categories.everything if cell is None else categories.under(cell))
    stopped = how.rows_where(lambda one: one is DeIdentified.ANONYMISED)
    written = list(meaning)
    wide = written if widest.cells == meaning.cells else list(widest)
    nodes = graph.by_key
    keys = nodes.all_keys
    return Network(
        graph=graph,
        categories=categories,
        homes=_homes(graph),
        keys=keys,
        number=nodes.number,
        source=_numbers(cells_of(flows, "source"), nodes),
        target=_numbers(cells_of(flows, "target"), nodes),
        written=written,
        sure=_without(written, stopped),
        may=_without(wide, stopped),
    )


def _numbers(ends: Column, nodes: ByKey[Node]) -> list[int]:
    """One end of every flow, by number; `build` has them so already."""
    return list(ends.number if ends.cells is nodes.all_keys else ends.read(nodes.number.__getitem__))


def _without(carried: list[int], stopped: Sequence[int]) -> list[int]:
    """What flows carry, where some carry nothing."""
    if not stopped:
        return carried
    left = list(carried)
    for flow in stopped:
        left[flow] = 0
    return left


def _homes(graph: FlowGraph) -> tuple[str, ...]:
    return tuple(
        sorted({zone or UNKNOWN_HOME for zone in cells_of(graph.by_key.in_order, "zone").different()} | {UNKNOWN_HOME})
    )


def home_of(node: Node) -> str:
    """The zone in which data that starts at a node is at home; `*` where the node serves every data region."""
    return node.zone or UNKNOWN_HOME
