"""The search with numpy: a step of all labels at once, for graphs too large for one flow at a time."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy
from numpy.typing import NDArray

from vendor_registry.flows.network import Network
from vendor_registry.flows.search.labels import Seeds

Words = NDArray[numpy.uint64]  # rows of labels, 64 to a word, the lowest first
Numbers = NDArray[numpy.int64]
Frontier = tuple[Numbers, Words]  # nodes, in order, and the labels new to each

FEW = 48  # nodes; a step from so few is quicker one flow at a time, which long chains depend on


class ArraySpread:
    """Labels per node as rows of words."""

    def __init__(self, network: Network, labels: Words, steps: list[Frontier]) -> None:
        self._network = network
        self._labels = labels
        self._columns = numpy.ascontiguousarray(labels.T)  # a word of every node side by side
        nodes = numpy.concatenate([step[0] for step in steps]) if steps else numpy.empty(0, numpy.int64)
        self._order = numpy.argsort(nodes, kind="stable")
        self._places = numpy.searchsorted(nodes[self._order], numpy.arange(len(network.keys) + 1))
        self._step_ends = numpy.cumsum([len(step[0]) for step in steps])
        self._steps = steps

    def at(self, node: int) -> int:
        return self._numbers[node]

    @cached_property
    def _numbers(self) -> list[int]:
        """All rows as integers: taken out of the array together, since one by one is slow."""
        size, held = self._labels.shape[1] * 8, self._labels.astype("<u8").tobytes()
        return [int.from_bytes(held[place : place + size], "little") for place in range(0, len(held), size)]

    def labels(self) -> Sequence[int]:
        return self._numbers

    def arrivals(self, node: int) -> Sequence[tuple[int, int]]:
        return list(self._arrivals(node))

    def _arrivals(self, node: int) -> Iterator[tuple[int, int]]:
        for place in self._order[self._places[node] : self._places[node + 1]]:
            step = int(numpy.searchsorted(self._step_ends, place, side="right"))
            row = place - (self._step_ends[step - 1] if step else 0)
            yield step, _number(self._steps[step][1][row])

    def holders(self, labels: int) -> bytes:
        held = numpy.zeros(len(self._labels), numpy.uint64)
        for place, word in enumerate(_words([labels], self._labels.shape[1])[0]):
            if word:
                held |= self._columns[place] & word
        return bytes((held != 0).tobytes())

    def categories_at(self) -> list[int]:
        width = len(self._network.categories)
        held = [0] * len(self._labels)
        for start in range(0, width, 64):
            size = min(64, width - start)
            bits = numpy.zeros(len(self._labels), numpy.uint64)
            for home in range(len(self._network.homes)):
                bits |= _cut_out(self._labels, home * width + start, size)
            held = [before | more << start for before, more in zip(held, bits.tolist(), strict=True)]
        return held


def spread(network: Network, carried: Sequence[int], seeds: Seeds) -> ArraySpread:
    """Let labels run, all flows of a step at once, until nothing changes: the same steps as `worklist.spread`."""
    steps: list[Frontier] = []
    run = _Run(network, carried)
    frontier = run.frontier(dict(seeds))
    while len(frontier[0]):
        run.labels[frontier[0]] |= frontier[1]
        steps.append(frontier)
        frontier = run.step_by_flow(frontier) if len(frontier[0]) <= FEW else run.step_at_once(frontier)
    return ArraySpread(network, run.labels, steps)


class _Run:
    """The network as arrays, and the labels so far."""

    def __init__(self, network: Network, carried: Sequence[int]) -> None:
        self.width = max(1, -(-len(network.homes) * len(network.categories) // 64))
        self.network = network
        kinds = {bits: kind for kind, bits in enumerate(dict.fromkeys(carried))}
        self.kind_list = [kinds[bits] for bits in carried]
        self.passes_number = [network.with_every_home(bits) for bits in kinds]
        self.kind = numpy.array(self.kind_list, numpy.int64)
        self.passes = _words(self.passes_number, self.width)
        self.target = numpy.array(network.target, numpy.int64)
        self.first = numpy.array(network.first, numpy.int64)
        self.labels = numpy.zeros((len(network.keys), self.width), numpy.uint64)

    def frontier(self, new: dict[int, int]) -> Frontier:
        nodes = sorted(node for node, labels in new.items() if labels)
        return numpy.array(nodes, numpy.int64), _words([new[node] for node in nodes], self.width)

    def step_by_flow(self, frontier: Frontier) -> Frontier:
        """A step in plain Python; many flows from few nodes are still taken at once."""
        nodes = frontier[0].tolist()
        if int((self.first[frontier[0] + 1] - self.first[frontier[0]]).sum()) > 8 * FEW:
            return self.step_at_once(frontier)
        onward: dict[int, int] = {}
        for node, row in zip(nodes, frontier[1], strict=True):
            new = _number(row)
            for flow in self.network.out_of(node):
                target = self.network.target[flow]
                arrived = new & self.passes_number[self.kind_list[flow]] & ~_number(self.labels[target])
                onward[target] = onward.get(target, 0) | arrived
        return self.frontier(onward)

    def step_at_once(self, frontier: Frontier) -> Frontier:
        nodes, new = frontier
        begin = self.first[nodes]
        count = self.first[nodes + 1] - begin
        row = numpy.repeat(numpy.arange(len(nodes)), count)
        flow = numpy.arange(len(row)) + numpy.repeat(begin - numpy.cumsum(count) + count, count)
        target = self.target[flow]
        arrived = new[row] & self.passes[self.kind[flow]] & ~self.labels[target]
        some = arrived.any(axis=1)
        return _joined(target[some], arrived[some])


def _joined(targets: Numbers, arrived: Words) -> Frontier:
    """One row for each node, with all labels that arrive there together."""
    if not len(targets):
        return targets, arrived
    order = numpy.argsort(targets, kind="stable")
    targets, arrived = targets[order], arrived[order]
    begin = numpy.flatnonzero(numpy.concatenate(([True], targets[1:] != targets[:-1])))
    return targets[begin], numpy.bitwise_or.reduceat(arrived, begin, axis=0)


def _words(numbers: Sequence[int], width: int) -> Words:
    joined = b"".join(number.to_bytes(width * 8, "little") for number in numbers)
    return numpy.frombuffer(joined, "<u8").reshape(len(numbers), width).astype(numpy.uint64)


def _number(row: Words) -> int:
    return int.from_bytes(row.astype("<u8").tobytes(), "little")


def _cut_out(labels: Words, offset: int, size: int) -> Words:
    """`size` bits of every row, from an offset, as the lowest bits of a word."""
    word, shift = divmod(offset, 64)
    bits = labels[:, word] >> numpy.uint64(shift)
    if shift + size > 64:
        bits |= labels[:, word + 1] << numpy.uint64(64 - shift)
    return bits & numpy.uint64((1 << size) - 1)
