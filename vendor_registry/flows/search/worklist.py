"""The search in plain Python: it imports nothing, so small sheets are checked at once."""

from collections.abc import Sequence
from functools import cache, cached_property

from vendor_registry.flows.network import Network
from vendor_registry.flows.search.labels import Seeds
from vendor_registry.model.register.columnar import numbered


class WorklistSpread:
    """Labels per node as integers."""

    def __init__(self, network: Network, labels: list[int], arrivals: list[list[tuple[int, int]]]) -> None:
        self._network = network
        self._labels = labels
        self._arrivals = arrivals

    def at(self, node: int) -> int:
        return self._labels[node]

    def labels(self) -> Sequence[int]:
        return self._labels

    def arrivals(self, node: int) -> Sequence[tuple[int, int]]:
        return self._arrivals[node]

    def holders(self, labels: int) -> bytes:
        """Eight labels of all nodes at a time, which no loop over the nodes comes near."""
        held = 0
        for column, asked in zip(self._columns, labels.to_bytes(len(self._columns), "little"), strict=True):
            if asked:
                held |= int.from_bytes(column.translate(_sharing(asked)), "little")
        return held.to_bytes(len(self._labels), "little")

    @cached_property
    def _columns(self) -> list[bytes]:
        """The labels of all nodes, eight to a byte: for each eight a byte of every node, the lowest first."""
        width = -(-self._network.with_every_home(self._network.categories.everything).bit_length() // 8)
        rows = b"".join(labels.to_bytes(width, "little") for labels in self._labels)
        return [rows[place::width] for place in range(width)]

    @cached_property
    def _kinds(self) -> tuple[list[int], list[int]]:
        """The different sets of labels, and for each node which it has: many nodes hold the same."""
        return list(dict.fromkeys(self._labels)), numbered(self._labels)

    def categories_at(self) -> list[int]:
        kinds, kind_of = self._kinds
        held = [self._network.whichever_home(kind) for kind in kinds]
        return list(map(held.__getitem__, kind_of))


def spread(network: Network, carried: Sequence[int], seeds: Seeds) -> WorklistSpread:
    """Let labels run, one flow at a time in step, until nothing changes.

    `carried`: the categories that each flow lets pass. A node is looked at again only with labels that are new
    to it, so cycles end and the work is bounded by flows times labels.
    """
    every_home = {bits: network.with_every_home(bits) for bits in set(carried)}
    passes = [every_home[bits] for bits in carried]
    labels = [0] * len(network.keys)
    arrivals: list[list[tuple[int, int]]] = [[] for _ in network.keys]
    frontier = {node: start for node, start in seeds.items() if start}
    steps = 0
    while frontier:
        for node, new in frontier.items():
            labels[node] |= new
            arrivals[node].append((steps, new))
        frontier = _step(network, passes, labels, frontier)
        steps += 1
    return WorklistSpread(network, labels, arrivals)


@cache
def _sharing(bits: int) -> bytes:
    """For each byte 1 if it has one of these bits, else 0."""
    return bytes(1 if byte & bits else 0 for byte in range(256))


def _step(network: Network, passes: list[int], labels: list[int], frontier: dict[int, int]) -> dict[int, int]:
    first, target = network.first, network.target
    onward: dict[int, int] = {}
    for node, new in frontier.items():
        for flow in range(first[node], first[node + 1]):
            reached = target[flow]
            arrived = new & passes[flow] & ~labels[reached]
            if arrived:
                onward[reached] = onward.get(reached, 0) | arrived
    return onward
