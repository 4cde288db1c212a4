"""How far labels get: what the two engines have in common."""

from collections.abc import Mapping, Sequence
from typing import Protocol

Seeds = Mapping[int, int]  # by node: the labels that start there


class Spread(Protocol):
    """The labels that reach each node of a network, and over how few flows.

    Two engines fill it in the same way: `worklist` needs nothing and suits small graphs, `arrays` needs numpy
    and suits large ones.
    """

    def at(self, node: int) -> int:
        """All labels at a node."""

    def labels(self) -> Sequence[int]:
        """The same of every node."""

    def arrivals(self, node: int) -> Sequence[tuple[int, int]]:
        """(number of flows, labels that need no fewer), in rising order."""

    def holders(self, labels: int) -> bytes:
        """For each node 1 if it holds one of these labels, else 0."""

    def categories_at(self) -> list[int]:
        """For each node the categories it holds, wherever they are at home."""


def distance(spread: Spread, node: int, labels: int) -> int | None:
    """The fewest flows over which one of these labels gets to a node; None: none ever does."""
    for flows, arrived in spread.arrivals(node):
        if arrived & labels:
            return flows
    return None
