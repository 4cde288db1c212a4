"""The cells of records by columns, as they are read: each different text of a column is kept once."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from operator import itemgetter

from vendor_registry.model.text.column import Column, numbers
from vendor_registry.model.text.sheet import Grid, Row

BLOCK = 1000  # rows that stay in the processor's cache while their cells are sorted into columns


class Gathered:
    """The cells so far by columns, as many as most rows of the first block have."""

    def __init__(self) -> None:
        self.columns: list[_Repeating | _Plain] = []
        self.odd: dict[int, Row] = {}

    def take(self, block: list[list[str]], lines: Sequence[int]) -> None:
        """The next rows, of which `lines` has the lines at its end."""
        widths = Counter(map(len, block))
        if not self.columns and block:
            width = max(widths, key=lambda one: (widths[one], one))
            repeating = (2 * len(set(cells)) < len(block) for cells in zip_longest(*block))
            self.columns = [_Repeating() if often else _Plain() for often in islice(repeating, width)]
        if widths.keys() - {len(self.columns)}:
            block = list(self._even(block, lines))
        for column, cells in zip(self.columns, zip(*block, strict=True), strict=bool(block)):
            column.take(cells)

    def _even(self, block: list[list[str]], lines: Sequence[int]) -> Iterator[list[str]]:
        for number, values in enumerate(block, len(lines) - len(block)):
            if len(values) != len(self.columns):
                self.odd[number] = Row(lines[number], tuple(values))
            yield values if len(values) == len(self.columns) else [""] * len(self.columns)

    def grid(self, lines: Sequence[int]) -> Grid:
        return Grid(lines, [column.column() for column in self.columns], self.odd)


class _Repeating:
    """The cells of a column that repeat themselves: each is one object, and compared once."""

    def __init__(self) -> None:
        self.known, self.number = numbers(), array("i")

    def take(self, cells: Sequence[str]) -> None:
        if cells[0] == cells[-1] and cells.count(cells[0]) == len(cells):  # quicker told than looked up
            self.number.extend(array("i", [self.known[cells[0]]]) * len(cells))
        else:
            self.number.extend(array("i", itemgetter(*cells)(self.known)))

    def column(self) -> Column:
        return Column(list(self.known), self.number, unequal=True)


class _Plain:
    """The cells of a column of which nearly every one is another, as keys are."""

    def __init__(self) -> None:
        self.cells: list[str] = []

    def take(self, cells: Sequence[str]) -> None:
        self.cells += cells

    def column(self) -> Column:
        return Column(self.cells, range(len(self.cells)))
