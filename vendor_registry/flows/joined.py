"""The nodes and flows of rows beside those of the policy, in their order, each made when somebody asks for it."""

from array import array
from bisect import insort
from collections.abc import Sequence
from itertools import chain, compress, islice, repeat
from operator import attrgetter, eq
from typing import Any, NamedTuple

from vendor_registry.flows.order import in_order, ordered
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow, Node, NodeKind
from vendor_registry.model.register.on_demand import ByKey, OnDemand, cells_of
from vendor_registry.model.text.column import Column

_NODE = {"key": "key", "name": "vendor", "zone": "zone", "region": "region", "access_from": "access_from"}
"""What a node has from its row, by its own field."""
_FLOW = {"target": "key", "key": "key", "claims": "mechanism"} | {
    name: name for name in ("data", "data_subjects", "purpose", "de_identified", "since", "until")
}
"""The same of a flow; its source is the only thing that tells two flows of a row apart."""


def nodes_of(own: Sequence[Node], rows: Sequence[Engagement]) -> ByKey[Node]:
    """Those of the rows and our own, by key; a node is made when somebody asks for it."""
    keys = [*cells_of(rows, "key"), *(node.key for node in own)]
    order = array("q", sorted(range(len(keys)), key=keys.__getitem__))

    def make(number: int) -> Node:
        at = order[number]
        return _row_node(rows[at]) if at < len(rows) else own[at - len(rows)]

    def fields(name: str) -> Column:
        kind = Column.alike(NodeKind.ENGAGEMENT, len(rows))
        there = kind if name == "kind" else cells_of(rows, _NODE[name])
        return in_order(_with_own(there, own, name), order)

    return ByKey(OnDemand(len(order), make, fields), map(keys.__getitem__, order))


def _with_own(of_rows: Column, own: Sequence[Any], name: str) -> Column:
    """A column of what rows say, and behind it the same of what the policy says."""
    number, here = array("i", of_rows.number), len(of_rows.cells)
    number.extend(range(here, here + len(own)))
    return Column([*of_rows.cells, *map(attrgetter(name), own)], number)


def _row_node(row: Engagement) -> Node:
    return Node(
        key=row.key,
        kind=NodeKind.ENGAGEMENT,
        name=row.vendor,
        zone=row.zone,
        region=row.region,
        access_from=row.access_from,
        cell=row.cell("region"),
    )


def flows_of(
    nodes: ByKey[Node], own: Sequence[Flow], rows: Sequence[Engagement], sources: Sequence[tuple[str, ...]]
) -> Sequence[Flow]:
    """The flows that join two of the nodes, by source, target and row key; each is made when somebody asks for it.

    `sources`: of each row the nodes that hand it data, which need not be among those of the graph.
    """
    number, given = nodes.number, list(map(nodes.number.get, chain.from_iterable(sources)))
    row_of = array("i", chain.from_iterable(map(repeat, range(len(rows)), map(len, sources))))
    if None in given:
        row_of = array("i", compress(row_of, (source is not None for source in given)))
    ours = [flow for flow in own if flow.source in number and flow.target in number]
    sent = array("i", (source for source in given if source is not None))
    sent.extend(number[flow.source] for flow in ours)
    taker = list(map(number.__getitem__, cells_of(rows, "key")))
    taken = array("i", map(taker.__getitem__, row_of))
    taken.extend(number[flow.target] for flow in ours)
    size = len(row_of)
    places = array(
        "q", (source * len(number) + target for source, target in zip(sent[:size], taken[:size], strict=True))
    )
    order = list(ordered(places))
    ranked = map(places.__getitem__, order), map(places.__getitem__, islice(order, 1, None))
    if any(map(eq, *ranked)):  # a row names a source twice, which is one flow
        order = list({places[at]: at for at in reversed(order)}.values())[::-1]
    found = _Flows(rows, ours, nodes.all_keys, sent, taken, row_of)
    for at in range(size, len(sent)):
        insort(order, at, key=found.place)  # few among many
    return found.in_order(array("i", order))


class _Flows(NamedTuple):
    """The flows of rows, and behind them those of the policy."""

    rows: Sequence[Engagement]
    own: Sequence[Flow]
    keys: Sequence[str]  # of the nodes
    source: Sequence[int]  # by number of the node
    target: Sequence[int]
    row_of: Sequence[int]  # of those that have one

    def in_order(self, order: Sequence[int]) -> Sequence[Flow]:
        return OnDemand(len(order), lambda at: self.make(order[at]), lambda name: in_order(self.column(name), order))

    def make(self, at: int) -> Flow:
        if at >= len(self.row_of):
            return self.own[at - len(self.row_of)]
        row = self.rows[self.row_of[at]]
        terms = {name: getattr(row, there) for name, there in _FLOW.items()}
        return Flow(source=self.keys[self.source[at]], cell=row.cell("data"), **terms)

    def column(self, name: str) -> Column:
        if name in ("source", "target"):
            return Column(self.keys, self.source if name == "source" else self.target)
        return _with_own(in_order(cells_of(self.rows, _FLOW[name]), self.row_of), self.own, name)

    def place(self, at: int) -> tuple[int, int, str]:
        """By what a flow is sorted."""
        own = at >= len(self.row_of)
        key = self.own[at - len(self.row_of)].key if own else self.keys[self.target[at]]
        return self.source[at], self.target[at], key
