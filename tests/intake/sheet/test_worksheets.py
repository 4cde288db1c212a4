"""Which worksheet of a workbook is read, and what is told of the others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.ods_book import ods_book
from tests.intake.sheet.test_workbook import HEADER, ROW, told
from tests.intake.workbook_values import Value, Worksheet, zipped
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.intake.sheet.read import look, read_sheet

BOOKS = pytest.mark.parametrize("book", [xlsx_book, ods_book], ids=["xlsx", "ods"])
Book = Callable[[list[Worksheet]], bytes]


@BOOKS
def test_a_hidden_worksheet_is_read_only_where_it_is_named(tmp_path: Path, book: Book) -> None:
    """Last year's register, hidden, before this year's."""
    raw = book([Worksheet([HEADER, ROW, ROW], "2025", hidden=True), Worksheet([HEADER, ROW], "2026")])
    path = tmp_path / "register.xlsx"
    assert told(tmp_path, raw) == ['register.xlsx: the worksheet "2025" is hidden and was not read']
    assert len(read_sheet(path).rows) == 1
    assert len(read_sheet(path, worksheet="2025").rows) == 2


@BOOKS
def test_a_workbook_whose_table_is_hidden(tmp_path: Path, book: Book) -> None:
    """A cover sheet without a cell, and the register behind it."""
    raw = book([Worksheet([], "Cover"), Worksheet([HEADER, ROW], "Register", hidden=True)])
    assert told(tmp_path, raw) == [
        'register.xlsx: every worksheet with cells is hidden: "Register"\n'
        "    Name the one that is meant with --worksheet, or unhide it."
    ]


@BOOKS
def test_a_cover_sheet_is_passed_over_and_told(tmp_path: Path, book: Book) -> None:
    """A first worksheet called Read me, in sentences, with the name of a column in some of them."""
    cover: list[list[Value]] = [["How to fill the register"], ["key", "a short name"], ["region", "where it processes"]]
    assert told(tmp_path, book([Worksheet(cover, "Read me"), Worksheet([HEADER, ROW], "Vendors")])) == [
        'register.xlsx: the worksheet "Read me" is passed over, as it has no header of ours'
    ]


@BOOKS
def test_two_worksheets_with_a_header_are_a_fault(tmp_path: Path, book: Book) -> None:
    """Nobody can say which is meant; by its name, in capitals or not, each can be read. A misspelt name is told."""
    raw = book([Worksheet([HEADER, ROW], "EU"), Worksheet([["Register of the US"], HEADER, ROW], "US")])
    assert told(tmp_path, raw) == [
        'register.xlsx: 2 worksheets have a header of ours in their first 30 rows: "EU" and "US"\n'
        "    Name the one that is meant with --worksheet."
    ]
    assert told(tmp_path, raw, "eu") == []
    assert told(tmp_path, raw, "UK") == ['register.xlsx: the workbook has no worksheet "UK"\n    It has "EU", "US".']


def test_a_worksheet_of_a_csv_file(tmp_path: Path) -> None:
    """There is none."""
    path = tmp_path / "vendors.csv"
    path.write_text("key,vendor\na,b\n", encoding="utf-8")
    assert [fault.message for fault in look(path, worksheet="EU").faults] == ["this file has no worksheets"]


def test_a_document_of_apple_numbers(tmp_path: Path) -> None:
    raw = zipped({"Index/Document.iwa": "x", "Metadata/Properties.plist": "y"})
    assert told(tmp_path, raw) == [
        "register.xlsx: this is a document of Apple Numbers, which Numbers alone can read\n"
        "    Export it there as Excel (XLSX) or CSV."
    ]
