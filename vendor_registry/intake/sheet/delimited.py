"""From CSV text to records with the line on which each begins.

Uses csv, not pandas: a line must be the line the editor shows, and Namibia's NA must stay NA.
"""

import csv
import io
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.model.sheet import Row

DELIMITERS = (",", ";", "\t")  # in the order of preference where none stands out
CELL_LIMIT = 131_072  # characters; csv's own limit, and four times what Excel can hold

PIECE = 1 << 16  # characters

SEP_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
FIRST_LINE = re.compile(r"[^\r\n]*")
LINE_END = re.compile(r"\r\n|\r|\n")
QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


@dataclass(frozen=True, slots=True)
class Break:
    """Where the text stops being a table: a cell that is not closed, or has no end."""

    line: int
    cell: int  # the cell's place in its record, from 0
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text is laid out: its delimiter, and where the first record begins."""

    delimiter: str
    start: int  # offset of the first record: after Excel's sep= line
    line: int  # and its line


def layout(text: str) -> Layout:
    """The delimiter as the `sep=` line says, else the one that stands most often in the first line."""
    said = SEP_LINE.match(text)
    if said:
        return Layout(said[1], said.end(), 2)
    first = FIRST_LINE.match(text.lstrip("\r\n"))
    bare = QUOTED.sub("", first[0] if first else "")
    return Layout(max(DELIMITERS, key=bare.count), 0, 1)


def records(text: str, how: Layout) -> tuple[list[Row], Break | None]:
    """Every record up to the first that cannot be split into cells, and why it cannot.

    Equal cells are one object: half the memory, and whoever compares them later is quicker for it.
    """
    reader = csv.reader(_lines(text, how.start), delimiter=how.delimiter, strict=True)
    rows: list[Row] = []
    known: dict[str, str] = {}
    before = 0
    try:
        for values in reader:
            rows.append(Row(how.line + before, tuple(map(known.setdefault, values, values))))
            before = reader.line_num
    except csv.Error:
        return rows, _diagnosis(text, how, how.line + before)
    return rows, None


def _lines(text: str, start: int) -> Iterator[str]:
    """The lines from there on, with their ends. Piece by piece, as StringIO takes four times the memory of the text."""
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


def _diagnosis(text: str, how: Layout, line: int) -> Break:
    """Why the record that begins on this line breaks off. csv knows only where it gave up, often lines later."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    bare = re.compile(f"[^\r\n{re.escape(how.delimiter)}]*+")
    at = starts[line - 1]
    for cell in itertools.count():
        opens = bisect_right(starts, at)
        quoted = text.startswith('"', at)
        found = (QUOTED if quoted else bare).match(text, at)
        if not found:
            return _unclosed(opens, cell)
        if len(found[0]) > CELL_LIMIT:
            return _too_long(opens, cell)
        at = found.end() + 1
        if quoted and text[found.end() : at] not in ("", "\r", "\n", how.delimiter):
            return _stray(opens, cell, bisect_right(starts, found.end() - 1))
        if text[found.end() : at] != how.delimiter:
            break
    return Break(line, 0, "this row cannot be split into cells", "Look at its quotation marks.")


def _too_long(line: int, cell: int) -> Break:
    message = f"this cell holds more than {CELL_LIMIT:,} characters"
    return Break(line, cell, message, "Shorten it, or look for a quotation mark that is not closed.")


def _unclosed(line: int, cell: int) -> Break:
    message = "the quotation mark that opens this cell is never closed"
    hint = 'Close it with another one; inside a quoted cell a quotation mark is written twice: "".'
    return Break(line, cell, message, hint)


def _stray(line: int, cell: int, closes: int) -> Break:
    if closes == line:
        message = "the quotation mark that closes this cell is followed by more text"
        return Break(line, cell, message, 'Inside a quoted cell a quotation mark is written twice: "".')
    message = f"the quotation mark that opens this cell is closed on line {closes}, and more text follows there"
    hint = f"Look for a quotation mark that is missing between line {line} and line {closes}."
    return Break(line, cell, message, hint)
