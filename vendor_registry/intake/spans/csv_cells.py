"""Where a cell stands in the text of a sheet. The sheet was read without a fault, so its cells can be counted off."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from vendor_registry.intake.columns import UNMAPPED
from vendor_registry.intake.sheet.delimited import QUOTED, beginning, layout
from vendor_registry.intake.sheet.header import ENGAGEMENTS, Expected, engagements, header
from vendor_registry.intake.spans.text_positions import TextPlaces
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate, Span

Offsets = tuple[int, int]
"""Of the first character of a cell and behind its last one, its quotation marks included."""


class CsvCells:
    """The cells of a text by the line on which their row begins and the header of their column, as `expected`."""

    def __init__(self, text: str, expected: Expected = ENGAGEMENTS) -> None:
        self.places = TextPlaces(text)
        self._text = text
        how = layout(text, expected)
        self.delimiter = how.delimiter
        self._one = re.compile(f"{QUOTED.pattern}|[^\r\n{re.escape(how.delimiter)}]*+")
        head = header(beginning(text, how), expected)
        self.header_line = head.line if head else 0
        self.titles = expected.ours(list(map(trim, head.values if head else ())))
        self._index = {title: number for number, title in enumerate(self.titles)}

    def row(self, line: int) -> Iterator[Offsets]:
        """The cells of the row that begins on a line; none where there is no such line."""
        at = self.places.start(line)
        while at is not None and (found := self._one.match(self._text, at)):
            yield found.span()
            at = found.end() + 1
            if self._text[found.end() : at] != self.delimiter:
                return

    def offsets(self, cell: Cell) -> Offsets | None:
        """Where a cell stands; None where there is no such row or column, or the row ends before it."""
        number = self._index.get(cell.column)
        return None if number is None else next(islice(self.row(cell.line), number, None), None)


def spans_in_csv(text: str, mapped: Mapping[str, str] = UNMAPPED) -> Locate:
    """A finder of cells by the line on which their row begins and the header of their column.

    `mapped` is what the policy says of titles.
    """
    cells = CsvCells(text, engagements(mapped))

    def locate(cell: Cell) -> Span | None:
        found = cells.offsets(cell)
        return cells.places.span(*found) if found else None

    return locate
