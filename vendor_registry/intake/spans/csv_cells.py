"""Where a cell stands in the text of a sheet. The sheet was read without a fault, so its cells can be counted off."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from vendor_registry.intake.columns import UNMAPPED
from vendor_registry.intake.sheet.delimited import QUOTED, beginning, layout
from vendor_registry.intake.sheet.header import engagements, header
from vendor_registry.intake.spans.text_positions import TextPlaces
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.origin import Cell
from vendor_registry.model.span import Locate, Span


def spans_in_csv(text: str, mapped: Mapping[str, str] = UNMAPPED) -> Locate:
    """A finder of cells by the line on which their row begins and the header of their column.

    `mapped` is what the policy says of titles.
    """
    expected = engagements(mapped)
    how = layout(text, expected)
    places = TextPlaces(text)
    one = re.compile(f"{QUOTED.pattern}|[^\r\n{re.escape(how.delimiter)}]*+")

    def cells(at: int) -> Iterator[tuple[int, int]]:
        """Start and end of each cell of the row that begins at an offset."""
        while found := one.match(text, at):
            yield found.span()
            at = found.end() + 1
            if text[found.end() : at] != how.delimiter:
                return

    head = header(beginning(text, how), expected)
    titles = expected.ours(list(map(trim, head.values if head else ())))
    index = {title: number for number, title in enumerate(titles)}

    def locate(cell: Cell) -> Span | None:
        start, number = places.start(cell.line), index.get(cell.column)
        if start is None or number is None:
            return None
        found = next(islice(cells(start), number, None), None)
        return places.span(*found) if found else None

    return locate
