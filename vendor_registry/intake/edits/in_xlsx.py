"""Edits of a workbook of Excel: the cells that change, in the XML of their worksheet; every other part as it was.

What cannot be done without working out formulas or moving what refers to rows is left to a spreadsheet program.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date

from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.edits.text import refuse_text
from vendor_registry.intake.edits.xlsx_worksheet import Filled, Places
from vendor_registry.intake.sheet.spreadsheets.archive import Archive, damage_told
from vendor_registry.intake.sheet.spreadsheets.grid import At, letters, place_of
from vendor_registry.intake.sheet.spreadsheets.ods import CONTENT
from vendor_registry.intake.sheet.spreadsheets.xlsx import Xlsx
from vendor_registry.intake.words.complaints import quote
from vendor_registry.model.text.origin import UsageError, WorkbookFile
from vendor_registry.model.text.sheet import Sheet

THERE = "Do that in your spreadsheet program."
_SIGNED = "_xmlsignatures/"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REF = re.compile(rb'(\bref=")(\$?[A-Z]+\$?[0-9]+:\$?)([A-Z]+)(\$?)([0-9]+)(")')
_CALCULATION = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")


def edited(raw: bytes, sheet: Sheet, edit: Edit) -> bytes:
    """The workbook with an edit made of the worksheet that `sheet` was read from.

    Raises UsageError for what a spreadsheet program alone can do, and for a text that no cell can hold; RefusedError
    for a file that is damaged.
    """
    if not isinstance(sheet.file, WorkbookFile):
        raise TypeError(sheet.file)
    name = str(sheet.file)
    archive = Archive(io.BytesIO(raw), name)
    if CONTENT in archive.parts:
        raise UsageError(f'"{name}" is a workbook of LibreOffice (.ods), which is read here and never written. {THERE}')
    if any(part.startswith(_SIGNED) for part in archive.parts):
        raise UsageError(f'"{name}" is signed, and would not be any more if it were changed here. {THERE}')
    if edit.removed:
        raise UsageError(f"Rows of a workbook are not taken out here, since others would move. {THERE}")
    with damage_told(name):
        book = Xlsx(archive)
        part = book.part_of(sheet.file.worksheet)
        places = Places(_utf8(archive.read(part), name))
        _refuse(places, sheet.file, edit, sheet)
        changed = {part: places.filled(dict(_cells(places, book, sheet, edit)))}
        if edit.added:
            last = max((row.line for row in sheet.rows), default=sheet.header_line)
            changed |= _longer_tables(archive, book.tables_of(part), last, len(edit.added))
        if book.has_formulas_beside(part):
            changed[book.main] = _to_be_calculated(archive.read(book.main))
    return _packed(raw, changed)


def _refuse(places: Places, file: WorkbookFile, edit: Edit, sheet: Sheet) -> None:
    if places.formulas:
        line, place = places.formulas[0]
        raise UsageError(
            f"The worksheet {quote(file.worksheet)} holds formulas, {letters(place)}{line} for one; what they come to "
            f"would be out of date. {THERE}"
        )
    if "sheetProtection" in places.others:
        raise UsageError(f"The worksheet {quote(file.worksheet)} is protected against changes. {THERE}")
    fresh = [column for column in edit.columns if column not in sheet.header]
    if fresh and "tableParts" in places.others:
        raise UsageError(f"The table of the worksheet has no column {quote(fresh[0])}, and gets none here. {THERE}")
    last = max((row.line for row in sheet.rows), default=sheet.header_line)
    below = sorted(
        at for at, cell in places.cells.items() if last < at[0] <= last + len(edit.added) and not cell.is_empty
    )
    if below:
        line, place = below[0]
        raise UsageError(f"Something stands right below the last row, in {letters(place)}{line}. {THERE}")


def _cells(places: Places, book: Xlsx, sheet: Sheet, edit: Edit) -> Iterator[tuple[At, Filled]]:
    """What is to stand where: in known columns, and in those that come behind the last."""
    columns = _columns(sheet, edit)
    for column in columns.keys() - set(sheet.header):
        yield (sheet.header_line, columns[column]), Filled(column)
    for cell, text in edit.cells.items():
        at = cell.line, columns[cell.column]
        style = places.cells[at].said.get("s", "") if at in places.cells else ""
        yield at, _filled(text, style, book)
    last = max((row.line for row in sheet.rows), default=sheet.header_line)
    for line, texts in enumerate(edit.added, start=last + 1):
        for column, place in columns.items():
            known = places.cells.get((line, place)) or (places.cells.get((last, place)) if sheet.rows else None)
            style = known.said.get("s", "") if known else ""
            if texts.get(column) or style:
                yield (line, place), _filled(texts.get(column, ""), style, book)


def _columns(sheet: Sheet, edit: Edit) -> Mapping[str, int]:
    known = sheet.file.letters if isinstance(sheet.file, WorkbookFile) else {}
    found = {column: place_of(known[column]) for column in sheet.header if column in known}
    width = max(found.values(), default=-1) + 1
    return found | {
        column: width + number for number, column in enumerate(one for one in edit.columns if one not in sheet.header)
    }


def _filled(text: str, style: str, book: Xlsx) -> Filled:
    """A day is written as Excel counts it where the cell shows days."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_text(text)
    if _DAY.fullmatch(text) and book.shows_days(style):
        try:
            return Filled(text, (date.fromisoformat(text) - book.first_day).days, style)
        except ValueError:
            return Filled(text, style=style)
    return Filled(text, style=style)


def _longer_tables(archive: Archive, tables: list[str], last: int, more: int) -> dict[str, bytes]:
    """The tables of Excel that end with the last row reach further down, and so do their filters."""
    found: dict[str, bytes] = {}

    def longer(ref: re.Match[bytes]) -> bytes:
        ends = str(last + more).encode()
        return b"".join((*ref.groups()[:4], ends, ref[6])) if int(ref[5]) == last else ref[0]

    for part in tables:
        xml = archive.read(part)
        if b"totalsRowCount=" not in xml:
            found[part] = _REF.sub(longer, xml)
    return found


def _to_be_calculated(xml: bytes) -> bytes:
    """So that formulas on other worksheets are worked out anew when the workbook is opened."""
    if b"fullCalcOnLoad=" in xml:
        return xml
    found = _CALCULATION.search(xml)
    if not found:
        return xml
    return xml[: found.end(2)] + b' fullCalcOnLoad="1"' + xml[found.end(2) :]


def _utf8(xml: bytes, name: str) -> bytes:
    head = xml[:200].lower()
    if not xml.startswith((b"<", b"\xef\xbb\xbf<")) or (b"encoding=" in head and b"utf-8" not in head):
        raise UsageError(f'"{name}" is written in a way that is read here, and not written. {THERE}')
    return xml


def _packed(raw: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The parts in their order, with their dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.infolist():
            content = changed.get(part.filename, None)
            after.writestr(part, before.read(part) if content is None else content, part.compress_type)
        after.comment = before.comment
    return out.getvalue()
