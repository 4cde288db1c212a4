"""From a file to a sheet: is it a table? What its cells mean is for `intake/rows` to say."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from vendor_registry.intake.sheet import breaks, delimited, errors
from vendor_registry.intake.sheet.encoding import encoding_of, pieces, refuse_mixture
from vendor_registry.intake.sheet.files import opened
from vendor_registry.intake.sheet.header import ENGAGEMENTS, Expected, header
from vendor_registry.intake.sheet.limits import FEWER_ROWS, ROW_LIMIT, ROWS, too_large
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.intake.sheet.table import Records, Table, tabulate
from vendor_registry.intake.words.characters import any_control, trim
from vendor_registry.model.text.origin import Cell, Fault, RefusedError, Remark, WorkbookFile
from vendor_registry.model.text.sheet import Row, Sheet

WORKBOOK = "vendor_registry.intake.sheet.workbook"  # loaded for a workbook only: most sheets are CSV


class Reading(NamedTuple):
    """A file as far as it can be read, with all faults of its shape."""

    sheet: Sheet  # without a header, and so without rows that mean anything, where the header is faulty
    unread: tuple[Row, ...] = ()  # rows left out of the sheet because of a fault
    faults: tuple[Fault, ...] = ()
    whole: bool = True  # False where the file breaks off, or cannot be read at all: rows may be missing


def read_sheet(path: Path, name: str = "", worksheet: str = "", expected: Expected = ENGAGEMENTS) -> Sheet:
    """The sheet in a CSV, XLSX or ODS file; raises RefusedError with all faults of its shape.

    `name` is how messages call the file: as the user gave it.
    """
    reading = look(path, name, worksheet, expected)
    if reading.faults:
        raise RefusedError(reading.faults)
    return reading.sheet


def look(path: Path, name: str = "", worksheet: str = "", expected: Expected = ENGAGEMENTS) -> Reading:
    """As `read_sheet`, but faults are told instead of raised, so that those of its cells can be told with them."""
    name = name or str(path)
    try:
        with opened(path, name) as file:
            return _look_at(file, name, worksheet, expected)
    except RefusedError as refused:
        return Reading(Sheet(name, (), ()), faults=refused.faults, whole=False)


def look_at(raw: bytes, name: str, worksheet: str = "", expected: Expected = ENGAGEMENTS) -> Reading:
    """As `look`, of bytes that are in no file, or not yet."""
    try:
        return _look_at(BytesIO(raw), name, worksheet, expected)
    except RefusedError as refused:
        return Reading(Sheet(name, (), ()), faults=refused.faults, whole=False)


def _look_at(file: BinaryIO, name: str, worksheet: str, expected: Expected) -> Reading:
    start = file.read(delimited.PIECE)
    if is_workbook(start):
        return _look_at_workbook(file, name, worksheet, expected)
    if worksheet:
        raise RefusedError((Fault(Cell(name, 0), "this file has no worksheets", "Leave --worksheet out."),))
    return _look_at_text(file, start, name, expected)


def _look_at_workbook(file: BinaryIO, name: str, wanted: str, expected: Expected) -> Reading:
    found = import_module(WORKBOOK).read(file, name, wanted, expected)
    head = header(found.rows, expected)
    titles = tuple(map(trim, head.values)) if head else ()
    lettered = zip((*titles, *expected.ours(titles)), found.letters(len(titles)) * 2, strict=True)
    letters = {title: letter for title, letter in lettered if title}  # "" is a whole row, not a column without a title
    named = WorkbookFile(name, found.name, letters)
    told = [Remark(Cell(name, 0), text) for text in found.told]
    told += [Remark(Cell(name, 0), text, True) for text in found.remarks]
    table = tabulate(Records(named, found.rows, found.suspicious, found.unclear, short=True), expected)
    return _reading(Sheet(named, (), (), found.kind, "", found.sha256, remarks=tuple(told)), table, expected, None)


def _look_at_text(file: BinaryIO, start: bytes, name: str, expected: Expected) -> Reading:
    encoding = encoding_of(start, name)
    try:
        return _look_at_encoded(file, encoding, name, expected)
    except UnicodeDecodeError:
        refuse_mixture(file, name)
        return _look_at_encoded(file, "cp1252", name, expected)


def _look_at_encoded(file: BinaryIO, encoding: str, name: str, expected: Expected) -> Reading:
    digest = hashlib.sha256()
    controls: list[str] = []
    marked: list[str] = []

    def watched() -> Iterator[str]:
        for piece in pieces(file, encoding, name, digest.update):
            if not controls and any_control(piece):
                controls.append(piece)
            if not marked and errors.may_be_one(piece):
                marked.append(piece)
            yield piece

    text = watched()
    head = _head(text)
    how = delimited.layout(head, expected)
    found = delimited.records(chain((head[how.start :],), text), how)
    if len(found.rows) > ROWS:
        raise too_large(name, f"this file has more than {ROWS:,} rows", FEWER_ROWS)
    suspicious = bool(controls) or (bool(marked) and errors.any_error(found.rows))
    table = tabulate(Records(name, found.rows, suspicious, {}), expected)
    broken = _broken(file, encoding, name, how, found.broken) if found.broken else None
    return _reading(Sheet(name, (), (), encoding, how.delimiter, digest.hexdigest()), table, expected, broken)


def _head(text: Iterator[str]) -> str:
    """The beginning of a text: the first piece that holds anything, and as much of the rest as its first line takes."""
    head = ""
    for piece in text:
        head += piece
        if len(head) > ROW_LIMIT or "\n" in head or "\r" in head[:-1]:
            break
    return head


def _broken(file: BinaryIO, encoding: str, name: str, how: delimited.Layout, line: int) -> breaks.Break:
    """Why the record on that line breaks off; the file is read once more up to there."""
    row = delimited.row_at(pieces(file, encoding, name, len), line - 1)
    return breaks.diagnosis(row, how.delimiter, line)


def _reading(named: Sheet, table: Table, expected: Expected, broken: breaks.Break | None) -> Reading:
    last = _break(named.file, table, broken) if broken else _nothing(named.file, table)
    sheet = replace(
        named,
        header=expected.ours(table.header),
        titles=table.header,
        rows=table.rows,
        header_line=max(table.header_line, 1),
        remarks=(*named.remarks, *table.remarks),
    )
    return Reading(sheet, table.unread, (*table.faults, *last), whole=not broken and bool(table.header))


def _break(name: str, table: Table, broken: breaks.Break) -> Iterator[Fault]:
    column = table.titles[broken.cell] if 0 <= broken.cell < len(table.titles) else ""
    yield Fault(Cell(name, broken.line, column), broken.message, broken.hint)


def _nothing(name: str, table: Table) -> Iterator[Fault]:
    if not table.header_line:
        yield Fault(Cell(name, 0), "the file is empty", "Its first line names the columns; vendors columns lists them.")
    elif not table.rows and not table.unread and table.header:
        message = "the file has a header and no rows"
        yield Fault(Cell(name, table.header_line), message, "Write one row for each vendor and service.")
