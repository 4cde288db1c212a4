"""Where a cell stands in the text of a sheet. The sheet was read without a fault, so its cells can be counted off."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from vendor_registry.intake.columns import as_ours
from vendor_registry.intake.sheet.delimited import LINE_END, QUOTED, layout
from vendor_registry.intake.spans.text_positions import TextPlaces
from vendor_registry.intake.words.characters import BLANKS, trim
from vendor_registry.model.origin import Cell
from vendor_registry.model.span import Locate, Span


def spans_in_csv(text: str) -> Locate:
    """A finder of cells by the line on which their row begins and the header of their column."""
    how = layout(text)
    places = TextPlaces(text)
    one = re.compile(f"{QUOTED.pattern}|[^\r\n{re.escape(how.delimiter)}]*+")

    def cells(at: int) -> Iterator[tuple[int, int]]:
        """Start and end of each cell of the row that begins at an offset."""
        while found := one.match(text, at):
            yield found.span()
            at = found.end() + 1
            if text[found.end() : at] != how.delimiter:
                return

    titles = as_ours(list(map(trim, _titles(text, how.start, cells))))
    index = {title: number for number, title in enumerate(titles)}

    def locate(cell: Cell) -> Span | None:
        start, number = places.start(cell.line), index.get(cell.column)
        if start is None or number is None:
            return None
        found = next(islice(cells(start), number, None), None)
        return places.span(*found) if found else None

    return locate


def unquoted(written: str) -> str:
    """What a cell says, without the quotation marks around it and the second one of each pair in it."""
    return written[1:-1].replace('""', '"') if written.startswith('"') else written


def _titles(text: str, at: int, cells: Callable[[int], Iterator[tuple[int, int]]]) -> list[str]:
    """The texts of the first row that is not blank."""
    while at < len(text):
        spans = list(cells(at))
        titles = [unquoted(text[start:end]) for start, end in spans]
        if "".join(titles).strip(BLANKS):
            return titles
        end = LINE_END.match(text, spans[-1][1])
        at = end.end() if end else len(text)
    return []
