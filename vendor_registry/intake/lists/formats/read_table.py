"""CSV and spreadsheets, read as the sheet is; a workbook of several lists also worksheet by worksheet."""

from collections.abc import Iterator
from io import BytesIO

from vendor_registry.intake.lists.formats.page import Block, Heading, Line, Table, Text
from vendor_registry.intake.sheet.header import ENGAGEMENTS
from vendor_registry.intake.sheet.read import look_at
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.intake.sheet.workbook import Worksheet, read_all
from vendor_registry.model.text.origin import RefusedError, WorkbookFile
from vendor_registry.model.text.sheet import Row


def read(raw: bytes, name: str) -> list[Block]:
    """The table of the file, or the tables of a workbook that holds several.

    Raises RefusedError with all faults of its shape, or where a cell of the workbook is an error or has no value.
    """
    reading = look_at(raw, name)
    sheet = reading.sheet
    if not reading.faults:
        worksheet = sheet.file.worksheet if isinstance(sheet.file, WorkbookFile) else ""
        header = Line(tuple(map(Text, sheet.titles)), _place(worksheet, sheet.header_line))
        return [Table((header, *_lines(sheet.rows, worksheet)), header.place)]
    worksheets = read_all(BytesIO(raw), name, ENGAGEMENTS) if is_workbook(raw) else []
    if not worksheets or any(one.suspicious for one in worksheets):
        raise RefusedError(reading.faults)
    return [block for one in worksheets if one.rows for block in _blocks(one)]


def _blocks(worksheet: Worksheet) -> Iterator[Block]:
    """The cells of a worksheet under its name; which rows are headers and titles is for the entries to say."""
    lines = tuple(_lines(tuple(worksheet.rows), worksheet.name))
    yield Heading(1, Text(worksheet.name), lines[0].place)
    yield Table(lines, lines[0].place)


def _lines(rows: tuple[Row, ...], worksheet: str) -> Iterator[Line]:
    return (Line(tuple(map(Text, row.values)), _place(worksheet, row.line)) for row in rows)


def _place(worksheet: str, line: int) -> str:
    return f"!{worksheet}!{line}:{line}" if worksheet else str(line)
