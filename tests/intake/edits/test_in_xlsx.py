"""A cell of a workbook is written, and every other part, style and cell stays as it was."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from tests.intake.edits.test_in_csv import SHEET as AS_CSV
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.edits.in_xlsx import edited
from vendor_registry.intake.sheet.read import look_at
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import Cell, UsageError
from vendor_registry.model.text.sheet import Sheet

ROWS = (
    ("key", "Vendor", "country", "since", "notes"),
    ("host", "Sample Cloud", "DE", date(2026, 1, 31), 'says "no"'),
    ("mail", "Mail & Co", "", "", ""),
)


def book(
    *, table: bool = False, formula: str = "", beside: bool = False, below: str = "", protect: bool = False
) -> bytes:
    """A title above the table, colours, a note, widths, and days as Excel keeps them."""
    out = io.BytesIO()
    with Workbook(out) as made:
        sheet = filled(made)
        if table:
            sheet.add_table(2, 0, 4, 4, {"columns": [{"header": title} for title in ROWS[0]]})
        if formula:
            sheet.write_formula(4, 4, formula, value="x")
        if below:
            sheet.write(6, 1, below)
        if protect:
            sheet.protect()
        if beside:
            made.add_worksheet("Count").write_formula(0, 0, "=COUNTA(Vendors!A4:A99)", value=2)
    return out.getvalue()


def filled(made: Workbook) -> Any:
    days, bold = made.add_format({"num_format": "yyyy-mm-dd"}), made.add_format({"bold": True})
    sheet = made.add_worksheet("Vendors")
    sheet.write(0, 0, "Our sub-processors", bold)
    for line, row in enumerate(ROWS, start=2):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(line, place, value, days)
            elif value or place == 3:
                sheet.write(line, place, value, days if place == 3 and line > 2 else None)
    sheet.set_column(1, 1, 40)
    sheet.write_comment(3, 0, "ask Ada")
    return sheet


def read(raw: bytes) -> Sheet:
    found = look_at(raw, "v.xlsx")
    assert not found.faults
    return found.sheet


def write(raw: bytes, cells: Mapping[tuple[int, str], str] | None = None, **edit: Any) -> bytes:
    sheet = read(raw)
    return edited(raw, sheet, Edit({Cell(sheet.file, *at): text for at, text in (cells or {}).items()}, **edit))


def parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_cell_says_it_and_nothing_else_changes() -> None:
    """A cell that is there, one that is blank, one between two others, and a day that stays a day of Excel's."""
    raw = book()
    made = write(raw, {(4, "vendor"): "A & <B>\nC", (5, "country"): "IE", (5, "since"): "2026-12-31", (4, "notes"): ""})
    assert [row.values for row in read(made).rows] == [
        ("host", "A & <B>\nC", "DE", "2026-01-31", ""),
        ("mail", "Mail & Co", "IE", "2026-12-31", ""),
    ]
    before, after = parts(raw), parts(made)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    xml = after["xl/worksheets/sheet1.xml"].decode()
    assert '<c r="D5" s="2"><v>46387</v></c>' in xml
    assert write(made, {(4, "vendor"): "Sample Cloud"}) != made


def test_a_row_is_put_below_the_last_and_looks_like_it() -> None:
    made = write(book(), added=({"key": "care", "vendor": "Care", "since": "2027-01-01", "region": "IE"},))
    assert read(made).header == ("key", "vendor", "country", "since", "notes", "region")
    assert read(made).rows[-1].values == ("care", "Care", "", "2027-01-01", "", "IE")
    assert b'<c r="D6" s="2"><v>' in parts(made)["xl/worksheets/sheet1.xml"]


def test_a_table_of_excel_reaches_down_to_the_new_row() -> None:
    made = write(book(table=True), added=({"key": "care", "vendor": "Care"}, {"key": "next", "vendor": "Next"}))
    table = parts(made)["xl/tables/table1.xml"].decode()
    assert table.count('ref="A3:E7"') == 2  # the table and its filter
    assert len(read(made).rows) == 4
    with pytest.raises(UsageError, match="has no column"):
        write(book(table=True), {(4, "region"): "DE"})


def test_formulas_of_other_worksheets_are_worked_out_anew_when_it_is_opened() -> None:
    raw = book(beside=True)
    made = write(raw, {(4, "notes"): "x"})
    assert b'fullCalcOnLoad="1"' in parts(made)["xl/workbook.xml"]
    assert read(made).rows[0].values[-1] == "x"


@pytest.mark.parametrize(
    ("raw", "edit", "told"),
    [
        (book(formula='="x"'), {"cells": {(4, "notes"): "y"}}, "holds formulas, E5 for one"),
        (book(protect=True), {"cells": {(4, "notes"): "y"}}, "is protected"),
        (book(below="in all: 2"), {"added": ({"key": "x"}, {"key": "y"})}, "stands right below the last row, in B7"),
        (book(), {"removed": frozenset((4,))}, "are not taken out here"),
        (book(), {"cells": {(4, "notes"): "=1+1"}}, "would run"),
        (book(), {"cells": {(4, "notes"): "a\x0bb"}}, "control character"),
    ],
)
def test_what_a_spreadsheet_program_alone_can_do_is_left_to_it(raw: bytes, edit: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        write(raw, **edit)


def test_xml_as_other_programs_write_it() -> None:
    """A prefix before every element, rows and cells that do not say where they stand, and a row that is one tag."""
    raw = parts(book())
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        + "".join(
            "<x:row>" + "".join(f"<x:c t='inlineStr'><x:is><x:t>{text}</x:t></x:is></x:c>" for text in row) + "</x:row>"
            for row in (("key", "vendor", "country"), ("a", "A", "DE"), ("b", "B", "FR"))
        )
        + '<x:row r="4"/></x:sheetData></x:worksheet>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in raw.items():
            archive.writestr(name, xml.encode() if name.endswith("sheet1.xml") else content)
    made = write(out.getvalue(), {(3, "country"): "IE", (2, "since"): "soon"}, added=({"key": "c", "vendor": "C"},))
    sheet = read(made)
    assert sheet.header == ("key", "vendor", "country", "since")
    assert [row.values for row in sheet.rows] == [("a", "A", "DE", "soon"), ("b", "B", "IE", ""), ("c", "C", "", "")]


TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), include_characters="\n_x05F"), max_size=20)


@given(TEXT.filter(lambda text: inert(text) == text and text == text.strip()))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert read(write(book(), {(4, "vendor"): text or "x", (5, "notes"): text})).rows[1].values[-1] == text


def test_what_is_no_workbook_is_no_business_of_its() -> None:
    with pytest.raises(TypeError):
        edited(AS_CSV.encode(), look_at(AS_CSV.encode(), "v.csv").sheet, Edit())
