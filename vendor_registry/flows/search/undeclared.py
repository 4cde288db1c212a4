"""Data that a third party hands on although nothing says it ever got it."""

from collections.abc import Iterator

from vendor_registry.flows.network import Network
from vendor_registry.flows.search.rings import rings
from vendor_registry.model.register.flow import NodeKind
from vendor_registry.model.register.on_demand import cells_of

Pair = tuple[int, str]  # a node, and a category declared on a flow that leaves it


def undeclared(network: Network, arrived: list[int]) -> dict[int, tuple[str, ...]]:
    """By engagement: the declared categories of which nothing (nor of a parent or child) has arrived there.

    They start there. What starts at one engagement may be what arrives at the next, so the pairs of node and
    category are judged in the order in which they may feed each other. A ring that nothing enters has no first
    member: there every pair of the ring starts.

    `arrived`: the categories that surely reach each node from our own systems.
    """
    waiting = _Waiting(network, list(arrived))
    found: dict[int, list[str]] = {}
    for ring in rings(waiting.missing(), waiting.fed_by):
        starting = [pair for pair in ring if waiting.lacks(pair)]
        for node, key in starting:
            found.setdefault(node, []).append(key)
            waiting.start(node, key)
        waiting.run({node for node, _ in starting})
    return {node: tuple(sorted(keys)) for node, keys in sorted(found.items())}


class _Waiting:
    """What each node hands on, what has arrived there, and what has started there."""

    def __init__(self, network: Network, arrived: list[int]) -> None:
        self.network = network
        self.arrived = arrived
        self.started: dict[int, int] = {}
        self._under = {key: network.categories.under((key,)) for key in network.categories.keys}
        self._handed: dict[int, tuple[str, ...]] = {}

    def handed(self, node: int) -> tuple[str, ...]:
        """The categories declared on the flows that leave a node."""
        if node not in self._handed:
            data = cells_of(self.network.graph.flows, "data")
            cells = {data[flow] or () for flow in self.network.out_of(node)}
            self._handed[node] = tuple(sorted({key for data in cells for key in data}))
        return self._handed[node]

    def missing(self) -> list[Pair]:
        """The pairs of third parties that lack something, found by what most flows have in common."""
        known: dict[tuple[int, int], bool] = {}
        doubtful = set()
        for source, written in zip(self.network.source, self.network.written, strict=True):
            arrived = self.arrived[source]
            if (arrived, written) not in known:
                known[arrived, written] = all(arrived & under for under in self._parts(written))
            if not known[arrived, written]:
                doubtful.add(source)
        return [(node, key) for node in sorted(doubtful) for key in self.handed(node) if self.lacks((node, key))]

    def _parts(self, written: int) -> Iterator[int]:
        """What each category that a cell may have named stands for."""
        return (under for under in self._under.values() if under & written == under)

    def lacks(self, pair: Pair) -> bool:
        node, key = pair
        third_party = self.network.nodes[node].kind is NodeKind.ENGAGEMENT
        return third_party and not self.arrived[node] & self._under[key]

    def fed_by(self, pair: Pair) -> list[Pair]:
        """The pairs that a label of this pair may feed one flow on."""
        node, key = pair
        fed = []
        for flow in self.network.out_of(node):
            bits = self.network.sure[flow] & self._under[key]
            target = self.network.target[flow]
            fed += [(target, onward) for onward in (self.handed(target) if bits else ()) if bits & self._under[onward]]
        return fed

    def start(self, node: int, key: str) -> None:
        self.started[node] = self.started.get(node, 0) | self._under[key]

    def run(self, nodes: set[int]) -> None:
        """Let what these nodes hold run on."""
        ahead = sorted(nodes)
        while ahead:
            node = ahead.pop()
            held = self.arrived[node] | self.started.get(node, 0)
            for flow in self.network.out_of(node):
                target = self.network.target[flow]
                new = held & self.network.sure[flow] & ~self.arrived[target]
                if new:
                    self.arrived[target] |= new
                    ahead.append(target)
