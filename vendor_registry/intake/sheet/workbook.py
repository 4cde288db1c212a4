"""From a spreadsheet file (.xlsx, .ods) to records; the line of a record is its row in the spreadsheet."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from vendor_registry.intake.sheet.errors import NAMES
from vendor_registry.intake.sheet.header import FIRST_ROWS, Expected, header
from vendor_registry.intake.sheet.limits import CELL_LIMIT, UNPACKED_BYTES, megabytes, too_large
from vendor_registry.intake.sheet.signature import OLE
from vendor_registry.intake.sheet.spreadsheets.archive import Archive, damage_told, damaged, locked
from vendor_registry.intake.sheet.spreadsheets.choice import chosen
from vendor_registry.intake.sheet.spreadsheets.grid import Grid, letters
from vendor_registry.intake.sheet.spreadsheets.meaning import under
from vendor_registry.intake.sheet.spreadsheets.ods import CONTENT, Ods
from vendor_registry.intake.sheet.spreadsheets.xlsx import Xlsx
from vendor_registry.intake.words.characters import CONTROL
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell, Fault, RefusedError
from vendor_registry.model.text.sheet import Row

LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream of an encrypted workbook (MS-OFFCRYPTO 2.3.4)
SEVERAL = 12  # row numbers that a sentence holds


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The worksheet that was read."""

    name: str
    rows: list[Row]
    unclear: dict[tuple[int, int], tuple[str, str]]  # by row and place: why a cell has no value, and what to do
    told: list[str] = field(default_factory=list)  # of the workbook
    remarks: list[str] = field(default_factory=list)  # what was read, for those who ask
    kind: str = ""  # xlsx or ods
    sha256: str = ""  # of the bytes as handed in

    @property
    def suspicious(self) -> bool:
        """Whether some cell is an error, has no value, is too long, or holds a control character."""
        return bool(self.unclear) or any(map(_suspicious, self.rows))

    @staticmethod
    def letters(count: int) -> list[str]:
        """The names of its first columns."""
        return [letters(place) for place in range(count)]


def read(file: BinaryIO, name: str, wanted: str, expected: Expected) -> Worksheet:
    """The worksheet that is `wanted`, else the one that has the header; raises RefusedError where there is none."""
    raw, book = _opened(file, name)
    with damage_told(name):
        number, told = chosen(book.heads(FIRST_ROWS), wanted, expected)
        found = _worksheet(book.whole(number), told, expected)
    return replace(found, kind=book.kind, sha256=hashlib.sha256(raw).hexdigest())


def read_all(file: BinaryIO, name: str, expected: Expected) -> list[Worksheet]:
    """Every worksheet that nobody has hidden; raises RefusedError where the file is no workbook, or too large."""
    _, book = _opened(file, name)
    with damage_told(name):
        numbers = [number for number, grid in enumerate(book.heads(1)) if not grid.hidden]
        return [_worksheet(book.whole(number), [], expected) for number in numbers]


def _opened(file: BinaryIO, name: str) -> tuple[bytes, Xlsx | Ods]:
    size = file.seek(0, 2)
    if size > UNPACKED_BYTES:
        raise too_large(name, f"this workbook is larger than {megabytes(UNPACKED_BYTES)}")
    file.seek(0)
    raw = file.read()
    if raw.startswith(OLE):
        raise _old(raw, name)
    archive = Archive(file, name)
    with damage_told(name):
        return raw, Ods(archive) if CONTENT in archive.parts else Xlsx(archive)


def _suspicious(row: Row) -> bool:
    return (
        not NAMES.isdisjoint(row.values)
        or any(len(value) > CELL_LIMIT for value in row.values)
        or bool(CONTROL.search("\n".join(row.values)))
    )


def _worksheet(grid: Grid, told: list[str], expected: Expected) -> Worksheet:
    rows, remarks = grid.sorted_rows(), []
    first = header(rows, expected)
    if first:
        rows, days = under(first, rows, grid, expected)
        if days:
            one = "1 number in a column of days is taken for a day"
            several = f"{days} numbers in columns of days are taken for days"
            remarks.append(f"{one if days == 1 else several}, counted from {grid.first_day}")
    if grid.out_of_sight:
        lines = ", ".join(map(str, grid.out_of_sight[:SEVERAL])) + (" ..." if grid.out_of_sight[SEVERAL:] else "")
        many = len(grid.out_of_sight)
        told.append(f"{counted(many, 'row is', 'rows are')} hidden and read all the same: {lines}")
    narrow = [letters(place) for place in grid.narrow if place < grid.width]
    if narrow:
        names = ", ".join(narrow[:SEVERAL]) + (" ..." if narrow[SEVERAL:] else "")
        told.append(f"{counted(len(narrow), 'column is', 'columns are')} hidden and read all the same: {names}")
    return Worksheet(grid.name, _spaced(rows), grid.unclear, told, remarks)


def _spaced(rows: list[Row]) -> list[Row]:
    """The rows, with a blank one where the worksheet has any between two of them."""
    spaced: list[Row] = []
    for row in rows:
        if spaced and row.line > spaced[-1].line + 1:
            spaced.append(Row(row.line - 1, ()))
        spaced.append(row)
    return spaced


def _old(raw: bytes, name: str) -> RefusedError:
    if LOCKED in raw:
        return locked(name)
    if "Workbook".encode("utf-16-le") not in raw and "Book".encode("utf-16-le") not in raw:
        return damaged(name)
    message = "this is a workbook of Excel 97 to 2003 (.xls), in which not every cell can be told from a blank one"
    return RefusedError((Fault(Cell(name, 0), message, "Open it and save it as XLSX."),))
