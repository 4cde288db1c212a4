"""CSV and spreadsheets, read as the sheet is; every row is a row of one table."""

import tempfile
from pathlib import Path

from vendor_registry.intake.lists.formats.page import Block, Line, Table, Text
from vendor_registry.intake.sheet.read import look
from vendor_registry.model.text.origin import RefusedError


def read(raw: bytes, name: str) -> list[Block]:
    """The table of the file; raises RefusedError with all faults of its shape."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(raw)
        reading = look(path, name)
    if reading.faults:
        raise RefusedError(reading.faults)
    sheet = reading.sheet
    header = Line(tuple(map(Text, sheet.titles)), str(sheet.header_line))
    rows = (Line(tuple(map(Text, row.values)), str(row.line)) for row in sheet.rows)
    return [Table((header, *rows), str(sheet.header_line))]
