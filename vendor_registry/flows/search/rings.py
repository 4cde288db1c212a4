"""Rings in a directed graph: which things wait for each other."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def rings(things: Iterable[Thing], after: Callable[[Thing], Iterable[Thing]]) -> list[tuple[Thing, ...]]:
    """The strongly connected components that can be reached, each before all that come after it.

    `after` gives what a thing leads to; a thing in no ring is a component of its own. Algorithm: R. Tarjan,
    Depth-first search and linear graph algorithms (1972), with a stack of its own in place of recursion.
    """
    search = _Search(after)
    for thing in things:
        if thing not in search.low:
            search.visit(thing)
    return search.found[::-1]


class _Search(Generic[Thing]):
    """The state of one depth-first search."""

    def __init__(self, after: Callable[[Thing], Iterable[Thing]]) -> None:
        self.after = after
        self.low: dict[Thing, int] = {}  # the earliest thing known to be in the same ring, by order of discovery
        self.open: list[Thing] = []  # discovered, and not yet put into a component
        self.is_open: set[Thing] = set()
        self.found: list[tuple[Thing, ...]] = []

    def visit(self, start: Thing) -> None:
        path = [self._discovered(start)]
        while path:
            thing, order, ahead = path[-1]
            for step in ahead:
                if step not in self.low:
                    path.append(self._discovered(step))
                    break
                if step in self.is_open:
                    self.low[thing] = min(self.low[thing], self.low[step])
            else:
                path.pop()
                if self.low[thing] == order:
                    self._close(thing)
                elif path:
                    above = path[-1][0]
                    self.low[above] = min(self.low[above], self.low[thing])

    def _discovered(self, thing: Thing) -> tuple[Thing, int, Iterator[Thing]]:
        order = self.low[thing] = len(self.low)
        self.open.append(thing)
        self.is_open.add(thing)
        return thing, order, iter(self.after(thing))

    def _close(self, thing: Thing) -> None:
        ring = [self.open.pop()]
        while ring[-1] != thing:
            ring.append(self.open.pop())
        self.is_open -= set(ring)
        self.found.append(tuple(ring))
