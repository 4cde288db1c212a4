"""Why a text stops being a table. csv knows only where it gave up, often lines later."""

import itertools
import re
from bisect import bisect_right
from typing import NamedTuple

from vendor_registry.intake.sheet.delimited import LINE_END, QUOTED
from vendor_registry.intake.sheet.limits import CELL_LIMIT, COLUMNS, ROW_LIMIT


class Break(NamedTuple):
    """Where the text stops being a table: a cell that is not closed, or has no end."""

    line: int
    cell: int  # the cell's place in its record, from 0; -1: the whole record is meant
    message: str
    hint: str


def diagnosis(text: str, delimiter: str, line: int) -> Break:
    """Why the record that begins on this line breaks off. `text` begins with it, and holds as much as a row can."""
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    bare = re.compile(f"[^\r\n{re.escape(delimiter)}]*+")
    at = 0
    for cell in itertools.count():
        opens = line - 1 + bisect_right(starts, at)
        quoted = text.startswith('"', at)
        found = (QUOTED if quoted else bare).match(text, at)
        if not found:
            return _endless(text, at, line, opens, cell)
        if len(found[0]) > CELL_LIMIT:
            return _too_long(opens, cell)
        at = found.end() + 1
        if quoted and text[found.end() : at] not in ("", "\r", "\n", delimiter):
            return _stray(opens, cell, line - 1 + bisect_right(starts, found.end() - 1))
        if text[found.end() : at] != delimiter:
            break
    if cell >= COLUMNS or len(text) >= ROW_LIMIT:
        return _too_many(line)
    return Break(line, -1, "this row cannot be split into cells", "Look at its quotation marks.")


def _endless(text: str, at: int, line: int, opens: int, cell: int) -> Break:
    """A quotation mark that is not closed in a text, which may have been cut because the row is too long."""
    if len(text) < ROW_LIMIT:
        return _unclosed(opens, cell)
    return _too_long(opens, cell) if len(text) - at > CELL_LIMIT else _too_many(line)


def _too_many(line: int) -> Break:
    message = f"this row has more than {COLUMNS:,} cells, or {ROW_LIMIT:,} characters"
    return Break(line, -1, message, "Is it the right file? No spreadsheet holds as many.")


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
