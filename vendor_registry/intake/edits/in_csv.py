"""Edits of a CSV file: byte for byte as it was, but for the cells that change.

Encoding, byte order mark, line ends, quotation marks of other cells, columns that are none of ours, rows that were left
out: whatever is not understood stays as it is.
"""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.edits.text import refuse_text
from vendor_registry.intake.sheet.delimited import LINE_END
from vendor_registry.intake.sheet.encoding import decode
from vendor_registry.intake.sheet.header import ENGAGEMENTS, Expected
from vendor_registry.intake.spans.csv_cells import CsvCells
from vendor_registry.model.text.origin import UsageError


@dataclass(frozen=True, order=True, slots=True)
class _Patch:
    """A piece of the text that gives way to another."""

    start: int
    end: int
    text: str


def edited(raw: bytes, name: str, edit: Edit, lines: Sequence[int], expected: Expected = ENGAGEMENTS) -> bytes:
    """The file with an edit made; `lines` are those on which its rows begin, and `expected` are its columns.

    Raises UsageError for a text that the file cannot hold, or that a spreadsheet would run, and for a row that is not
    there; RefusedError where the file cannot be read.
    """
    text, encoding = decode(raw, name)
    sheet = _Text(text, expected, lines)
    made = text
    for patch in sorted(sheet.patches(edit), reverse=True):
        made = made[: patch.start] + patch.text + made[patch.end :]
    return _encoded(made, encoding, raw, name)


class _Text:
    """The text of a sheet, and where its rows begin and end."""

    def __init__(self, text: str, expected: Expected, lines: Sequence[int]) -> None:
        self._text, self._lines = text, lines
        self._cells = CsvCells(text, expected)

    def patches(self, edit: Edit) -> Iterator[_Patch]:
        known = self._cells.titles
        new = tuple(column for column in edit.columns if column not in known)
        for cell, text in edit.cells.items():
            if cell.column in known:
                yield self._cell(cell.line, known.index(cell.column), text)
        fresh = {(cell.line, cell.column): text for cell, text in edit.cells.items() if cell.column in new}
        if new:
            yield from self._new_columns(new, fresh)
        for line in sorted(edit.removed):
            yield self._removal(line)
        if edit.added:
            yield self._rows(edit.added, (*known, *new))

    def _cell(self, line: int, number: int, text: str) -> _Patch:
        offsets = list(self._cells.row(line))
        if number < len(offsets):
            start, end = offsets[number]
            return _Patch(start, end, self._quoted(text, self._text[start:end].startswith('"')))
        if not offsets or line not in self._lines:
            raise UsageError(f"There is no row on line {line} any more; look at the sheet as it is now.")
        missing = self._cells.delimiter * (number - len(offsets) + 1)
        return _Patch(offsets[-1][1], offsets[-1][1], missing + self._quoted(text))

    def _new_columns(self, new: Sequence[str], texts: Mapping[tuple[int, str], str]) -> Iterator[_Patch]:
        """Behind the last cell of the header and of each row; a row that is short is filled up to there."""
        width = len(self._cells.titles)
        for line in (self._cells.header_line, *self._lines):
            offsets = list(self._cells.row(line))
            said = new if line == self._cells.header_line else [texts.get((line, column), "") for column in new]
            short = self._cells.delimiter * max(0, width - len(offsets))
            tail = "".join(self._cells.delimiter + self._quoted(text) for text in said)
            yield _Patch(offsets[-1][1], offsets[-1][1], short + tail)

    def _removal(self, line: int) -> _Patch:
        offsets = list(self._cells.row(line))
        if not offsets or line not in self._lines:
            raise UsageError(f"There is no row on line {line} any more; look at the sheet as it is now.")
        end = LINE_END.match(self._text, offsets[-1][1])
        return _Patch(offsets[0][0], end.end() if end else offsets[-1][1], "")

    def _rows(self, rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> _Patch:
        found = LINE_END.search(self._text)
        ends = found[0] if found else "\n"
        written = (self._cells.delimiter.join(self._quoted(row.get(one, "")) for one in columns) for row in rows)
        *_, (_, end) = self._cells.row(max((self._cells.header_line, *self._lines)))
        after = LINE_END.match(self._text, end)
        lines = "".join(f"{line}{ends}" for line in written)
        if after:
            return _Patch(after.end(), after.end(), lines)
        return _Patch(end, end, ends + lines.removesuffix(ends))

    def _quoted(self, text: str, always: bool = False) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        refuse_text(text)
        if always or any(one in text for one in (self._cells.delimiter, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text


def _encoded(text: str, encoding: str, raw: bytes, name: str) -> bytes:
    """In the encoding of the file, its byte order mark as it was."""
    try:
        if encoding != "utf-16":
            return text.encode(encoding)
        little = raw.startswith(codecs.BOM_UTF16_LE)
        mark = codecs.BOM_UTF16_LE if little else codecs.BOM_UTF16_BE
        return mark + text.encode("utf-16-le" if little else "utf-16-be")
    except UnicodeEncodeError as wrong:
        character = text[wrong.start]
        told = f'"{character}" (U+{ord(character):04X})' if character.isprintable() else f"U+{ord(character):04X}"
        raise UsageError(
            f"{name} is kept in {encoding}, which has no {told}. Save it once as CSV UTF-8, or write otherwise."
        ) from None
