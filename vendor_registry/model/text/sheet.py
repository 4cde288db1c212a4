"""A sheet as handed in, before anyone asked what its cells mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from vendor_registry.model.text.column import Column
from vendor_registry.model.text.origin import Remark


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one record, in the order of the header."""

    line: int  # the first physical line of the record, as an editor counts it
    values: tuple[str, ...]


class Grid(NamedTuple):
    """The records of a file by columns, which takes a fifth of the memory of rows."""

    lines: Sequence[int]  # of each row
    columns: Sequence[Column]
    odd: Mapping[int, Row]  # rows of another width, by number: their cells are blank in the columns


class Rows(Sequence[Row]):
    """Some rows of a grid, one after the other; a row is made when somebody asks for it."""

    __slots__ = ("_grid", "_numbers")

    def __init__(self, grid: Grid, numbers: range | None = None) -> None:
        self._grid, self._numbers = grid, range(len(grid.lines)) if numbers is None else numbers

    @property
    def even(self) -> bool:
        """Whether all rows are as wide as there are columns."""
        return not any(number in self._numbers for number in self._grid.odd)

    @property
    def width(self) -> int:
        return len(self._grid.columns)

    def column(self, place: int) -> Column:
        """One column of even rows."""
        return self._grid.columns[place][self._numbers.start : self._numbers.stop]

    def texts(self) -> Iterator[Sequence[str]]:
        """The different texts of the file, column by column, then those of rows of another width."""
        yield from (column.cells for column in self._grid.columns)
        yield from (row.values for row in self._grid.odd.values())

    @property
    def lines(self) -> Sequence[int]:
        return self._grid.lines[self._numbers.start : self._numbers.stop]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        return Rows(self._grid, self._numbers[at]) if isinstance(at, slice) else self._row(self._numbers[at])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._numbers)

    def _row(self, number: int) -> Row:
        known = self._grid.odd.get(number)
        return known or Row(self._grid.lines[number], tuple(column[number] for column in self._grid.columns))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Rows | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts. The store keeps it so; `intake` says what it means."""

    file: str  # as the user named it
    header: tuple[str, ...]
    rows: Sequence[Row]
    encoding: str = "utf-8"  # how the file was read; reported, never guessed silently
    delimiter: str = ","
    sha256: str = ""  # of the bytes as handed in
    header_line: int = 1  # 2 below Excel's `sep=` line
    remarks: tuple[Remark, ...] = ()  # how the file was read
    titles: tuple[str, ...] = ()  # the header as the file has it; () where nobody had to read it otherwise

    @property
    def columns(self) -> tuple[Column, ...]:
        """The cells below each header."""
        if isinstance(self.rows, Rows):
            return tuple(map(self.rows.column, range(len(self.header))))
        return tuple(Column.of(row.values[place] for row in self.rows) for place in range(len(self.header)))

    @property
    def lines(self) -> Sequence[int]:
        """The line of each row."""
        return self.rows.lines if isinstance(self.rows, Rows) else [row.line for row in self.rows]
