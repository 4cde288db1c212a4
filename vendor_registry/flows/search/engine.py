"""Which engine lets the labels run: plain Python for small graphs, arrays for large ones."""

from collections.abc import Sequence
from importlib import import_module

from vendor_registry.flows.network import Network
from vendor_registry.flows.search import worklist
from vendor_registry.flows.search.labels import Seeds, Spread

ARRAYS_FROM = 20_000  # flows; below, the plain search ends before numpy is imported (benchmarks/README.md)


def spread(network: Network, carried: Sequence[int], seeds: Seeds) -> Spread:
    """Let labels run through a network; the answer is the same whichever engine gives it.

    The one import that waits: numpy takes longer to load than most sheets take to check.
    """
    if len(network.source) < ARRAYS_FROM:
        return worklist.spread(network, carried, seeds)
    large: Spread = import_module("vendor_registry.flows.search.arrays").spread(network, carried, seeds)
    return large
