"""From a file to a sheet: is it a table? What its cells mean is for `intake/rows` to say."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from vendor_registry.intake.columns import as_ours
from vendor_registry.intake.sheet import delimited, workbook
from vendor_registry.intake.sheet.encoding import decode
from vendor_registry.intake.sheet.table import Table, tabulate
from vendor_registry.intake.words.characters import CONTROL
from vendor_registry.model.origin import Cell, Fault, RefusedError
from vendor_registry.model.sheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as far as it can be read, with all faults of its shape."""

    sheet: Sheet  # without a header, and so without rows that mean anything, where the header is faulty
    unread: tuple[Row, ...] = ()  # rows left out of the sheet because of a fault
    faults: tuple[Fault, ...] = ()
    whole: bool = True  # False where the file breaks off, or cannot be read at all: rows may be missing


def read_sheet(path: Path, name: str = "") -> Sheet:
    """The sheet in a CSV, XLSX or ODS file; raises RefusedError with all faults of its shape.

    `name` is how messages call the file: as the user gave it.
    """
    reading = look(path, name)
    if reading.faults:
        raise RefusedError(reading.faults)
    return reading.sheet


def look(path: Path, name: str = "") -> Reading:
    """As `read_sheet`, but faults are told instead of raised, so that those of its cells can be told with them."""
    name = name or str(path)
    try:
        raw = read_bytes(path, name)
        sheet = workbook.kind_of_workbook(raw)
        return _look_at_workbook(raw, name, sheet) if sheet else _look_at_text(raw, name)
    except RefusedError as refused:
        return Reading(Sheet(name, (), ()), faults=refused.faults, whole=False)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; raises RefusedError where there is none to be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        message, hint = (
            "there is no such file",
            "Check the path; vendors init makes a sheet and a policy to start from.",
        )
    except IsADirectoryError:
        message, hint = "this is a folder, not a file", "Name the file in it."
    except PermissionError:
        message, hint = "this file may not be read", "Ask its owner for permission to read it."
    except OSError as wrong:
        message, hint = f"this file cannot be read: {(wrong.strerror or 'unknown reason').lower()}", ""
    raise RefusedError((Fault(Cell(name, 0), message, hint),))


def _look_at_workbook(raw: bytes, name: str, kind: str) -> Reading:
    table = tabulate(name, workbook.records(raw, name), suspicious=True)
    return _reading(Sheet(name, (), (), kind, ""), raw, table, None)


def _look_at_text(raw: bytes, name: str) -> Reading:
    text, encoding = decode(raw, name)
    how = delimited.layout(text)
    rows, broken = delimited.records(text, how)
    table = tabulate(name, rows, suspicious=bool(CONTROL.search(text)))
    return _reading(Sheet(name, (), (), encoding, how.delimiter), raw, table, broken)


def _reading(named: Sheet, raw: bytes, table: Table, broken: delimited.Break | None) -> Reading:
    last = _break(named.file, table, broken) if broken else _nothing(named.file, table)
    sheet = replace(
        named,
        header=as_ours(table.header),
        rows=table.rows,
        sha256=hashlib.sha256(raw).hexdigest(),
        header_line=max(table.header_line, 1),
    )
    return Reading(sheet, table.unread, (*table.faults, *last), whole=not broken and bool(table.header))


def _break(name: str, table: Table, broken: delimited.Break) -> Iterator[Fault]:
    column = table.titles[broken.cell] if broken.cell < len(table.titles) else ""
    yield Fault(Cell(name, broken.line, column), broken.message, broken.hint)


def _nothing(name: str, table: Table) -> Iterator[Fault]:
    if not table.header_line:
        yield Fault(Cell(name, 0), "the file is empty", "Its first line names the columns; vendors columns lists them.")
    elif not table.rows and not table.unread and table.header:
        message = "the file has a header and no rows"
        yield Fault(Cell(name, table.header_line), message, "Write one row for each vendor and service.")
