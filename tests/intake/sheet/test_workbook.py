"""Spreadsheet files give the same texts as the CSV file a person would have typed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.intake.workbooks import ods, xlsx
from vendor_registry.intake.sheet.read import look, read_sheet
from vendor_registry.model.sheet import Row

MAKERS = pytest.mark.parametrize(("make", "kind"), [(xlsx, "xlsx"), (ods, "ods")], ids=["xlsx", "ods"])
Maker = Callable[[list[list[object]]], bytes]


@MAKERS
def test_values_are_read_as_a_person_would_have_typed_them(tmp_path: Path, make: Maker, kind: str) -> None:
    """A text, Namibia, a date, TRUE and FALSE, whole and broken numbers, an empty cell."""
    path = tmp_path / "vendors.bin"
    cells: list[object] = ["zürich & co", "NA", date(2024, 2, 29), True, False, 90, 1.5, None]
    path.write_bytes(make([["a", "b", "c", "d", "e", "f", "g", "h"], cells]))
    sheet = read_sheet(path)
    assert sheet.rows == (Row(2, ("zürich & co", "NA", "2024-02-29", "yes", "no", "90", "1.5", "")),)
    assert (sheet.encoding, sheet.delimiter) == (kind, "")


@MAKERS
def test_the_line_is_the_row_of_the_spreadsheet(tmp_path: Path, make: Maker, kind: str) -> None:
    """An empty row above the header, one below it, an empty column at the end."""
    path = tmp_path / "vendors.bin"
    path.write_bytes(make([[None], ["key", "vendor", None], [None], ["a", "b", None]]))
    sheet = read_sheet(path)
    assert (sheet.header, sheet.header_line) == (("key", "vendor"), 2)
    assert sheet.rows == (Row(4, ("a", "b")),)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04 and nothing more", "the spreadsheet cannot be opened: it is damaged, or another kind of file"),
        (
            b"\xd0\xcf\x11\xe0 and nothing more",
            "the spreadsheet cannot be opened: it is damaged, or another kind of file",
        ),
        (xlsx([]), "the file is empty"),
        (xlsx([["key"]]), "the file has a header and no rows"),
        (xlsx([["key"], ["x" * 200_000]]), "this cell holds more than 131,072 characters"),
    ],
    ids=["damaged zip", "damaged xls", "empty", "header only", "long cell"],
)
def test_what_cannot_be_read_of_a_spreadsheet_is_said(tmp_path: Path, raw: bytes, message: str) -> None:
    """Broken files, and those without rows."""
    path = tmp_path / "vendors.xlsx"
    path.write_bytes(raw)
    assert [fault.message for fault in look(path).faults] == [message]
