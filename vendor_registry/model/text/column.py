"""A column of a table: the different cells, and for each row which of them it has. Most columns repeat themselves."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any, overload


class Column(Sequence[Any]):
    """The cells of a column, row by row.

    `cells`: the different ones, which need not all stand in some row; two may be equal, unless the column is `merged`.
    `number`: for each row which of them it has. `unequal`: whether it is known that no two cells are equal.
    """

    __slots__ = ("_used", "cells", "number", "unequal")

    def __init__(self, cells: Sequence[Any], number: Sequence[int], *, unequal: bool = False) -> None:
        self.cells, self.number, self.unequal = cells, number, unequal
        self._used: Sequence[int] | None = None

    @classmethod
    def of(cls, cells: Iterable[Hashable]) -> "Column":
        known = numbers()
        number = array("i", map(known.__getitem__, cells))
        return cls(list(known), number, unequal=True)

    @property
    def differs(self) -> bool:
        """Whether two rows have different cells, as far as their numbers tell."""
        return len(self.used) > 1

    @classmethod
    def alike(cls, cell: Any, size: int) -> "Column":
        """A column of one cell, in so many rows."""
        return cls([cell], array("i", bytes(4 * size)))

    def __len__(self) -> int:
        return len(self.number)

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> "Column": ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return Column(self.cells, self.number[at], unequal=self.unequal)
        return self.cells[self.number[at]]

    def __iter__(self) -> Iterator[Any]:
        return map(self.cells.__getitem__, self.number)

    def __contains__(self, cell: object) -> bool:
        return cell in self.cells and any(one == cell for one in self.different())

    @property
    def used(self) -> Sequence[int]:
        """The numbers of the cells that stand in some row, rising."""
        if self._used is None:
            self._used = self.number if isinstance(self.number, range) else sorted(set(self.number))
        return self._used

    def different(self) -> Iterator[Any]:
        """These cells."""
        return map(self.cells.__getitem__, self.used)

    def read(self, meaning: Callable[[Any], Any]) -> "Column":
        """What the cells mean, each of the different ones asked once; those of no row mean nothing."""
        read: list[Any] = [None] * len(self.cells)
        for number in self.used:
            read[number] = meaning(self.cells[number])
        return Column(read, self.number)

    def rows_where(self, holds: Callable[[Any], object]) -> list[int]:
        """The rows of whose cells something is so."""
        return self.rows_with(number for number in self.used if holds(self.cells[number]))

    def at(self, rows: Sequence[int]) -> "Column":
        """The cells of these rows, in this order."""
        return Column(self.cells, array("i", map(self.number.__getitem__, rows)), unequal=self.unequal)

    def rows_with(self, numbers: Iterable[int]) -> list[int]:
        """The rows that have one of these cells, by the numbers of the cells."""
        wanted = bytearray(len(self.cells))
        for number in numbers:
            wanted[number] = 1
        return [row for row, number in enumerate(self.number) if wanted[number]] if any(wanted) else []

    def merged(self) -> "Column":
        """The same where two numbers may stand for equal cells, with one number for each."""
        if self.unequal:
            return self
        known = numbers()
        new = list(map(known.__getitem__, self.cells))
        number = self.number if len(known) == len(new) else array("i", map(new.__getitem__, self.number))
        return Column(list(known), number, unequal=True)


def numbers() -> dict[Any, int]:
    """Gives every key that it is asked for a number: 0, 1, 2 ... in the order in which they are asked for."""
    return defaultdict(count().__next__)


def joined(columns: Sequence[Column]) -> Column:
    """The rows of all of them, one after the other."""
    if len(columns) == 1:
        return columns[0]
    cells: list[Any] = []
    number = array("i")
    for column in columns:
        number.extend([one + len(cells) for one in column.number])
        cells += column.cells
    return Column(cells, number)
