"""From CSV text to records with the line on which each begins.

Uses csv, not pandas: a line must be the line the editor shows, and Namibia's NA must stay NA.
"""

import csv
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from vendor_registry.intake.sheet.by_columns import BLOCK, Gathered
from vendor_registry.intake.sheet.header import ENOUGH, FIRST_ROWS, Expected, filled
from vendor_registry.intake.sheet.limits import COLUMNS, ROW_LIMIT, ROWS
from vendor_registry.model.text.sheet import Row, Rows

DELIMITERS = (",", ";", "\t")  # in the order of preference where none stands out

PIECE = 1 << 16  # characters that are split into lines at once

SEP_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
FIRST_LINE = re.compile(r"[^\r\n]*")
LINE_END = re.compile(r"\r\n|\r|\n")
QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')


class Layout(NamedTuple):
    """How the text is laid out: its delimiter, and where the first record begins."""

    delimiter: str
    start: int  # offset of the first record: after Excel's sep= line
    line: int  # and its line


def layout(text: str, expected: Expected | None = None) -> Layout:
    """The delimiter as the `sep=` line says, else the one that stands most often in the first line.

    Where titles above the header are `expected`, the one with which a line becomes a header.
    """
    said = SEP_LINE.match(text)
    if said:
        return Layout(said[1], said.end(), 2)
    first = FIRST_LINE.match(text.lstrip("\r\n"))
    bare = QUOTED.sub("", first[0] if first else "")
    likely = max(DELIMITERS, key=bare.count)
    return Layout(likely if not expected else _of_the_header(text, likely, expected), 0, 1)


def _of_the_header(text: str, likely: str, expected: Expected) -> str:
    def recognised(delimiter: str) -> int:
        return max(map(expected.recognised, beginning(text, Layout(delimiter, 0, 1))), default=0)

    first = next(filter(filled, beginning(text, Layout(likely, 0, 1))), None)
    if first and expected.recognised(first) >= ENOUGH:
        return likely
    return max((likely, *DELIMITERS), key=recognised)


def beginning(text: str, how: Layout) -> list[Row]:
    """The records on the first lines, as far as they can be split."""
    head = text[how.start : how.start + ROW_LIMIT]
    lines = islice(io.StringIO(head, newline=""), FIRST_ROWS)
    rows: list[Row] = []
    reader = csv.reader(lines, delimiter=how.delimiter)
    try:
        before = 0
        for values in reader:
            rows.append(Row(how.line + before, tuple(values)))
            before = reader.line_num
    except csv.Error:
        return rows
    return rows


class Records(NamedTuple):
    """The records of a text, as far as it can be split into cells."""

    rows: Rows
    broken: int = 0  # the line of the record that cannot be split; 0: there is none


def records(text: Iterable[str], how: Layout) -> Records:
    """Every record up to the first that cannot be split into cells, or has no end; a few more than ROWS at most.

    `text` comes in pieces of any length, without what stands before the first record.
    """
    lines, gathered, broken = array("q"), Gathered(), 0
    reader = csv.reader(chain.from_iterable(_patient(text, lines)), delimiter=how.delimiter, strict=True)
    line, block = how.line, list[list[str]]()
    try:
        for values in reader:
            if len(values) > COLUMNS:
                raise csv.Error
            block.append(values)
            lines.append(line)
            line = how.line + reader.line_num
            if len(block) == BLOCK:
                gathered.take(block, lines)
                block = []
    except csv.Error:
        broken = line
    gathered.take(block, lines)
    return Records(Rows(gathered.grid(lines)), broken)


def _patient(text: Iterable[str], lines: Sequence[int]) -> Iterator[Iterable[str]]:
    """The lines of a text, many at once; raises csv.Error where one record takes more than anybody would write.

    `lines`: those on which a record began so far.
    """
    since, count = 0, 0
    for piece in _whole_lines(text):
        if len(lines) > ROWS:
            return
        if len(piece) > ROW_LIMIT:
            raise csv.Error
        if len(lines) > count:
            since, count = 0, len(lines)
        since += len(piece)
        if since > ROW_LIMIT + PIECE:
            raise csv.Error
        yield io.StringIO(piece, newline="")


def _whole_lines(text: Iterable[str]) -> Iterator[str]:
    """The text in pieces that end where lines end; of a line that is longer than a row can be, the beginning only."""
    rest = ""
    for piece in chain(text, ("",)):
        rest += piece
        start = 0
        while len(rest) - start > PIECE or not piece:
            end = _line_end(rest, start, last=not piece)
            if not end:
                break
            yield rest[start:end]
            start = end
        rest = rest[start:]
        if len(rest) > ROW_LIMIT:
            end = max(rest.rfind("\n"), rest.rfind("\r", 0, -1)) + 1
            yield rest[:end]
            rest = rest[end:]
        if len(rest) > ROW_LIMIT:
            break
    if rest:
        yield rest


def _line_end(text: str, start: int, last: bool) -> int:
    """Where the first line behind the next piece ends; CR LF is one end. 0: not in this text."""
    if last and len(text) - start <= PIECE:
        return len(text) if len(text) > start else 0
    if end := text.find("\n", start + PIECE) + 1:
        return end
    end = text.find("\r", start + PIECE) + 1
    return end if end < len(text) else 0


def row_at(text: Iterable[str], line: int) -> str:
    """The text from the line with this number on, from 0, as much of it as a row can be."""
    found: list[str] = []
    size = 0
    lines = chain.from_iterable(io.StringIO(piece, newline="") for piece in _whole_lines(text))
    for one in islice(lines, line, None):
        found.append(one)
        size += len(one)
        if size >= ROW_LIMIT:
            break
    return "".join(found)
