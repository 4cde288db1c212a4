"""CSV and spreadsheets, read as the sheet is; a workbook of several lists also worksheet by worksheet."""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby

from vendor_registry.intake.lists.formats.page import Block, Heading, Line, Table, Text
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.intake.sheet.delimited import layout, records
from vendor_registry.intake.sheet.errors import any_error
from vendor_registry.intake.sheet.header import ENGAGEMENTS, filled
from vendor_registry.intake.sheet.read import look_at
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.intake.sheet.table import Records, cell_faults
from vendor_registry.intake.sheet.workbook import Worksheet, read_all
from vendor_registry.model.text.origin import Fault, RefusedError, WorkbookFile
from vendor_registry.model.text.sheet import Row

BAR = "|"
LEAST = 2  # tables that stand apart


def read(raw: bytes, name: str) -> list[Block]:
    """The table of the file, or the tables of a workbook that holds several.

    Raises RefusedError with all faults of its shape, or where a cell of the workbook is an error or has no value.
    """
    if not is_workbook(raw) and (barred := _barred(raw, name)):
        return barred
    reading = look_at(raw, name)
    sheet = reading.sheet
    if not reading.faults:
        worksheet = sheet.file.worksheet if isinstance(sheet.file, WorkbookFile) else ""
        header = Line(tuple(map(Text, sheet.titles)), _place(worksheet, sheet.header_line))
        return [Table((header, *_lines(sheet.rows, worksheet)), header.place)]
    if not is_workbook(raw) and (tables := _apart(raw, name)):
        return tables
    worksheets = read_all(BytesIO(raw), name, ENGAGEMENTS) if is_workbook(raw) else []
    if faults := [fault for one in worksheets for fault in _faults(one, name)]:
        raise RefusedError(tuple(faults))  # of the cells alone: that there are several tables is no fault of a list
    if not worksheets:
        raise RefusedError(reading.faults)
    return [block for one in worksheets if one.rows for block in _blocks(one)]


def _faults(worksheet: Worksheet, name: str) -> Iterator[Fault]:
    """What is wrong with the cells of a worksheet, which are called by their letters: it may hold several headers."""
    if not worksheet.suspicious:
        return
    letters = tuple(worksheet.letters(max(len(row.values) for row in worksheet.rows)))
    named = WorkbookFile(name, worksheet.name, dict(zip(letters, letters, strict=True)))
    records = Records(named, worksheet.rows, True, worksheet.unclear, short=True)
    for row in worksheet.rows:
        yield from cell_faults(records, letters, row)


def _barred(raw: bytes, name: str) -> list[Block]:
    """A table with bars between its cells, as databases export them; [] where commas and the like stand between.

    Raises RefusedError for a row that has lost or won a bar.
    """
    lines = text_of_file(raw, name).split("\n")
    header = lines[0].count(BAR)
    if header < LEAST - 1 or any(mark in lines[0] for mark in ",;\t"):
        return []
    reader = csv.reader(lines, delimiter=BAR)
    rows: list[Line] = []
    try:
        for cells in reader:
            if len(cells) not in (0, header + 1):
                message = f"this row of a table has {len(cells)} cells where {header + 1} belong"
                raise refused(name, reader.line_num, message, 'Is a "|" missing, or one too many?')
            rows += [Line(tuple(Text(cell.strip()) for cell in cells), str(reader.line_num))] if cells else []
    except csv.Error:
        raise refused(name, reader.line_num, "this line is no row of a table", "Is a quotation mark missing?") from None
    return [Table(tuple(rows), "1")]


def told(raw: bytes, name: str) -> list[tuple[str, str]]:
    """What is told of how such a file is read, with its place: rows below the table, what is hidden."""
    if not is_workbook(raw) and _barred(raw, name):
        return []
    sheet = look_at(raw, name).sheet
    worksheet = sheet.file.worksheet if isinstance(sheet.file, WorkbookFile) else ""
    return [
        (_place(worksheet, one.cell.line) if one.cell.line else "", one.message)
        for one in sheet.remarks
        if not one.on_request
    ]


def _apart(raw: bytes, name: str) -> list[Block]:
    """Tables of a CSV with blank lines between; [] where it is another, or a row has lost or won a cell.

    A row of one cell is a title of the table below it, whether a blank line stands between or not.
    """
    text = text_of_file(raw, name)
    how = layout(text, ENGAGEMENTS)
    found = records([text[how.start :]], how)
    parts = [list(part) for is_filled, part in groupby(found.rows, key=filled) if is_filled]
    tables = [part for part in parts if any(_width(row) > 1 for row in part)]
    if found.broken or any_error(found.rows) or len(tables) < LEAST or not all(map(_is_whole, tables)):
        return []
    return [
        Table(tuple(_lines(tuple(part), "")), str(part[0].line))
        if part in tables
        else Heading(1, Text(" ".join(part[0].values).strip()), str(part[0].line))
        for part in parts
    ]


def _is_whole(part: list[Row]) -> bool:
    """Whether a header stands on top, below titles at most, and no row is wider or narrower than it."""
    rows = [row for row in part if _width(row) > 1]
    wide = {len(row.values) for row in rows}
    return len(rows) > 1 and len(wide) == 1 and max(map(_width, rows)) == _width(rows[0])


def _width(row: Row) -> int:
    return max((number for number, value in enumerate(row.values, 1) if value.strip()), default=0)


def _blocks(worksheet: Worksheet) -> Iterator[Block]:
    """The cells of a worksheet under its name; which rows are headers and titles is for the entries to say."""
    lines = tuple(_lines(tuple(worksheet.rows), worksheet.name))
    yield Heading(1, Text(worksheet.name), lines[0].place)
    yield Table(lines, lines[0].place)


def _lines(rows: Sequence[Row], worksheet: str) -> Iterator[Line]:
    return (Line(tuple(map(Text, row.values)), _place(worksheet, row.line)) for row in rows)


def _place(worksheet: str, line: int) -> str:
    return f"!{worksheet}!{line}:{line}" if worksheet else str(line)
