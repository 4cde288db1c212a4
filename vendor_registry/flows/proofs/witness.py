"""The shortest chain of flows by which a category gets to a node."""

from collections.abc import Collection
from typing import NamedTuple

from vendor_registry.flows.reach import Reach
from vendor_registry.flows.search.labels import Spread, distance
from vendor_registry.model.findings.finding import Hop


class Chain(NamedTuple):
    """Flows end to end, by number; none where the data starts at the node itself."""

    start: int  # the node where the label starts
    flows: tuple[int, ...]


def shortest(reach: Reach, sink: int, bit: int, homes: Collection[str], *, sure: bool) -> Chain:
    """The chain with the fewest flows; among those the first by node keys, then by row keys.

    `bit`: one category. Raises ValueError if the label does not get there.
    """
    spread, carried = (reach.sure, reach.network.sure) if sure else (reach.may, reach.network.may)
    labels = reach.network.labels(bit, homes)
    flows = distance(spread, sink, labels)
    if flows is None:
        raise ValueError("A chain was asked for to a node that the label does not reach.")
    nearer = {sink}
    best: dict[int, int] = {}  # by node: the flow with which the first chain from there goes on
    for steps in range(flows - 1, -1, -1):
        best |= (farther := _one_flow_before(reach, spread, carried, nearer, bit, labels, steps))
        nearer = set(farther)
    return _followed(reach, min(nearer), sink, best)


def _one_flow_before(
    reach: Reach, spread: Spread, carried: list[int], nearer: set[int], bit: int, labels: int, steps: int
) -> dict[int, int]:
    """The nodes, `steps` flows from a start, that hand the category to one of the nearer ones.

    Flows are numbered by source, target and row key: of one node's flows the lowest number is the best.
    """
    network = reach.network
    farther: dict[int, int] = {}
    for node in nearer:
        for flow in network.into.at(node):
            source = network.source[flow]
            if (
                carried[flow] & bit
                and flow < farther.get(source, flow + 1)
                and distance(spread, source, labels) == steps
            ):
                farther[source] = flow
    return farther


def _followed(reach: Reach, start: int, sink: int, best: dict[int, int]) -> Chain:
    node, flows = start, []
    while node != sink:
        flows.append(best[node])
        node = reach.network.target[best[node]]
    return Chain(start, tuple(flows))


def hops(reach: Reach, chain: Chain, bits: int, homes: Collection[str], *, sure: bool) -> tuple[Hop, ...]:
    """The chain for people: each flow with the categories that travel there and end up in `bits`."""
    network = reach.network
    starts, carried = (reach.starts.sure, network.sure) if sure else (reach.starts.may, network.may)
    everything = network.labels(network.categories.everything, homes)
    travelling = network.whichever_home(starts.get(chain.start, 0) & everything)
    travelling &= bits | network.categories.above(bits)
    found = []
    for flow in chain.flows:
        travelling &= carried[flow]
        found.append(Hop(network.graph.flows[flow], network.categories.names(travelling)))
    return tuple(found)
