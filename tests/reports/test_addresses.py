"""Cells of a workbook are called as formulas call them, in every report."""

from datetime import date
from pathlib import Path

import pytest

from tests import make
from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Worksheet
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.case.case import Case
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.text.origin import Cell, WorkbookFile
from vendor_registry.reports.formats.catalogue import FORMATS
from vendor_registry.use_cases.judgement.check import check

HEADER = [
    "vendor",
    "key",
    "country",
    "role",
    "service",
    "purpose",
    "products",
    "zone",
    "data_subjects",
    "data",
    "region",
]
ROW = ["Acme", "acme", "US", "sub-processor", "hosting", "x", "mail", "eu", "customers", None, "US"]


@pytest.mark.parametrize("book", [xlsx_book, ods_book], ids=["xlsx", "ods"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_report_names_the_cell_of_the_worksheet(tmp_path: Path, book: object, name: str) -> None:
    """A blank region of data, in the third row of the worksheet Vendors, below a title."""
    path = tmp_path / "register.xlsx"
    make_book = xlsx_book if book is xlsx_book else ods_book
    path.write_bytes(make_book([Worksheet([["Register"], HEADER, ROW], "Vendors")]))
    policy = make.policy()
    report = check(Case(understand((read_sheet(path, "register.xlsx"),), policy), policy, date(2026, 11, 1), ()))
    text = FORMATS[name].write(report)
    assert any(finding.cell.column for finding in report.findings)
    for finding in report.findings:
        if finding.cell.file == "register.xlsx":
            assert finding.cell.address.replace("_", "\\_" if name == "markdown" else "_") in text.replace("%3A", ":")


def test_addresses_of_cells_rows_and_files() -> None:
    """A column beyond Z, a row as a whole, the file as a whole; elsewhere lines are lines."""
    file = WorkbookFile("register.xlsx", "Vendors", {"region": "AA"})
    assert str(Cell(file, 7, "region")) == "register.xlsx!Vendors!AA7 [region]"
    assert str(Cell(file, 7)) == "register.xlsx!Vendors!7:7"
    assert str(Cell(file, 0)) == "register.xlsx"
    assert (Cell("vendors.csv", 7, "region").address, Cell("vendors.csv", 7).place) == ("", "vendors.csv:7")
    assert Cell(file, 7, "region") == Cell("register.xlsx", 7, "region")
