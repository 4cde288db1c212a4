"""Spreadsheet files give the same texts as the CSV file a person would have typed; what gives none is told."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.intake.hand_in import SOUND
from tests.intake.workbook_values import Error, Formula, Value, Worksheet, zipped
from tests.intake.workbooks import ods, xlsx
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.intake.sheet.errors import NAMES
from vendor_registry.intake.sheet.read import look, read_sheet
from vendor_registry.model.text.sheet import Row

MAKERS = pytest.mark.parametrize(("make", "kind"), [(xlsx, "xlsx"), (ods, "ods")], ids=["xlsx", "ods"])
Maker = Callable[[list[list[Value]]], bytes]
DAMAGED = "the spreadsheet cannot be opened: it is damaged, or another kind of file"
HEADER: list[Value] = [*SOUND]
ROW: list[Value] = [*SOUND.values()]


def told(tmp_path: Path, raw: bytes, worksheet: str = "") -> list[str]:
    """Every fault of a workbook called register.xlsx, and every remark."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(raw)
    reading = look(path, "register.xlsx", worksheet)
    return [*map(str, reading.faults), *map(str, reading.sheet.remarks)]


@MAKERS
def test_values_are_read_as_a_person_would_have_typed_them(tmp_path: Path, make: Maker, kind: str) -> None:
    """A text, Namibia, a date, TRUE and FALSE, whole and broken numbers, an empty cell."""
    path = tmp_path / "vendors.bin"
    cells: list[Value] = ["zürich & co", "NA", date(2024, 2, 29), True, False, 90, 1.5, None]
    path.write_bytes(make([["a", "b", "c", "d", "e", "f", "g", "h"], cells]))
    sheet = read_sheet(path)
    assert sheet.rows == (Row(2, ("zürich & co", "NA", "2024-02-29", "yes", "no", "90", "1.5", "")),)
    assert (sheet.encoding, sheet.delimiter) == (kind, "")


def test_texts_in_the_table_that_excel_has_for_them(tmp_path: Path) -> None:
    """Equal and different ones, and the characters that Excel writes as _x000D_."""
    path = tmp_path / "vendors.xlsx"
    path.write_bytes(xlsx_book([Worksheet([["a", "b"], ["x_x000D_\ny", "a"]])], shared=True))
    assert read_sheet(path).rows == (Row(2, ("x\r\ny", "a")),)


@MAKERS
def test_the_line_is_the_row_of_the_spreadsheet(tmp_path: Path, make: Maker, kind: str) -> None:
    """An empty row above the header, one below it, an empty column at the end."""
    path = tmp_path / "vendors.bin"
    path.write_bytes(make([[None], ["key", "vendor", None], [None], ["a", "b", None]]))
    sheet = read_sheet(path)
    assert (sheet.header, sheet.header_line) == (("key", "vendor"), 2)
    assert sheet.rows == (Row(4, ("a", "b")),)


@MAKERS
@pytest.mark.parametrize("column", [column.header for column in COLUMNS])
def test_an_error_is_not_blank_in_any_column(tmp_path: Path, make: Maker, kind: str, column: str) -> None:
    """A sound row in which a lookup failed, in each column."""
    header = [*SOUND] if column in SOUND else [*SOUND, column]
    row: list[Value] = [Error("#N/A") if name == column else SOUND.get(name, "") for name in header]
    place = "ABCDEFGHIJKLMNO"[header.index(column)]
    assert told(tmp_path, make([[*header], row])) == [
        f"register.xlsx!vendors!{place}2 [{column}] this cell holds the error #N/A\n"
        "    Correct its formula, or write the value itself; where nothing is known, leave the cell blank."
    ]


@MAKERS
@pytest.mark.parametrize("error", ["#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "Err:502"])
def test_every_error_is_told_by_its_name(tmp_path: Path, make: Maker, kind: str, error: str) -> None:
    """Those of Excel and of LibreOffice, as errors, and as texts that somebody pasted."""
    for value in (Error(error), error):
        said = told(tmp_path, make([HEADER, [*ROW[:-1], value]]))
        assert [line.split("\n")[0] for line in said] == [
            f"register.xlsx!vendors!K2 [region] this cell holds the error {error}"
        ]


@pytest.mark.parametrize("error", sorted(NAMES))
def test_an_error_in_a_csv_file(tmp_path: Path, error: str) -> None:
    """As spreadsheets in five languages save it, in a column that takes any text."""
    path = tmp_path / "vendors.csv"
    path.write_text("key,vendor,notes\na,Acme," + error + "\n", encoding="utf-8")
    assert [str(fault.cell) + fault.message for fault in look(path, "v.csv").faults] == [
        f"v.csv:2 [notes]this cell holds the error {error}"
    ]


@MAKERS
def test_a_formula_without_a_stored_result(tmp_path: Path, make: Maker, kind: str) -> None:
    """One that no spreadsheet program has worked out yet; beside it those that say a text, a number, or nothing."""
    values: list[Value] = [Formula("A1&B1", "Tickets"), Formula("1+1", 2), Formula("IF(1,F1,0)", "")]
    rows = [[*HEADER, "notes", "retention", "measures"], [*ROW, *values], [*ROW, Formula("TODAY()")]]
    assert told(tmp_path, make(rows)) == [
        "register.xlsx!vendors!L3 [notes] this cell holds a formula whose result is not in the file\n"
        "    Open and save it once in Excel or LibreOffice, which stores the results; or write the value itself."
    ]


def test_a_formula_whose_result_is_blank(tmp_path: Path) -> None:
    """As LibreOffice writes it: without a type, and with an empty paragraph."""
    raw = ods([[*HEADER, "notes"], [*ROW, Formula("A9", None)]])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    content = files["content.xml"]
    blank = content.replace(b'table:formula="of:=A9"></', b'table:formula="of:=A9"><text:p/></')
    assert blank != content
    assert told(tmp_path, zipped({**files, "content.xml": blank})) == []


def _with(raw: bytes, parts: dict[str, bytes], old: bytes = b"", new: bytes = b"") -> bytes:
    """A workbook with more parts, and with a text of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {
            name: archive.read(name).replace(old, new) if old else archive.read(name) for name in archive.namelist()
        }
    return zipped({**files, **parts})


def test_macros_and_links_to_other_files_are_left_alone(tmp_path: Path) -> None:
    """A workbook with both is read; one whose worksheet lies elsewhere, or outside the file, has none."""
    sound = xlsx([HEADER, ROW])
    parts = {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": b"<!DOCTYPE a><externalLink/>"}
    assert told(tmp_path, _with(sound, parts)) == []
    elsewhere = b'Target="https://a.example/sheet1.xml" TargetMode="External"'
    for target in (elsewhere, b'Target="../../../../etc/passwd"', b'Target="file:///etc/passwd"'):
        (said,) = told(tmp_path, _with(sound, {}, b'Target="worksheets/sheet1.xml"', target))
        assert "the workbook has no worksheet" in said or DAMAGED in said


def test_passwords_are_called_passwords(tmp_path: Path) -> None:
    """A workbook encrypted by Excel, one by LibreOffice, and a ZIP file with a password."""
    said = "register.xlsx: the spreadsheet is locked with a password\n    Save it without one."
    excel = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(99)
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    libre_office = zipped({"META-INF/manifest.xml": manifest, "content.xml": bytes(range(256))})
    packed = bytearray(xlsx([["key"], ["a"]]))
    for start in (packed.index(b"PK\x03\x04") + 6, packed.index(b"PK\x01\x02") + 8):
        packed[start] |= 1
    for raw in (excel, libre_office, bytes(packed)):
        assert told(tmp_path, raw) == [said]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04 and nothing more", DAMAGED),
        (
            zipped({"word/document.xml": "<a/>"}),
            DAMAGED,
        ),
        (
            b"\xd0\xcf\x11\xe0 and nothing more",
            DAMAGED,
        ),
        (
            b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
            "this is a workbook of Excel 97 to 2003 (.xls), in which not every cell can be told from a blank one",
        ),
        (xlsx([]), "the file is empty"),
        (xlsx([["key"]]), "the file has a header and no rows"),
        (xlsx([["key"], ["x" * 200_000]]), "this cell holds more than 131,072 characters"),
    ],
    ids=["damaged zip", "word", "damaged xls", "old excel", "empty", "header only", "long cell"],
)
def test_what_cannot_be_read_of_a_spreadsheet_is_said(tmp_path: Path, raw: bytes, message: str) -> None:
    """Broken files, and those without rows."""
    path = tmp_path / "vendors.xlsx"
    path.write_bytes(raw)
    assert [fault.message for fault in look(path).faults] == [message]
