"""A document as a workbook, read back by a reader that knows nothing of us."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.documents.sample import CHINESE, HOSTILE, STEERING, document, everywhere, plain
from vendor_registry.documents.document import Column, Document, Fields, Heading, Row, Run, Table, line
from vendor_registry.documents.formats.as_xlsx import as_xlsx
from vendor_registry.documents.formats.workbook.pages import LONGEST

COLUMNS = (Column("Name", 1), Column("Since", 1))


def pages(content: Document) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(content)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def page_xml(content: Document, number: int) -> str:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(content))) as file:
        return file.read(f"xl/worksheets/sheet{number}.xml").decode("utf-8")


def table(name: str, *rows: tuple[str, date]) -> Table:
    return Table(name, COLUMNS, tuple(Row(((line(who),), ((Run(f"on {day}", day=day),),))) for who, day in rows))


def test_the_first_page_has_what_is_said_and_each_list_a_page() -> None:
    found = pages(plain())
    assert list(found) == ["List of things", "Others"]
    assert ["Address", "1 Road\nBerlin"] in found["List of things"]
    assert found["Others"] == [
        ["Name", "What", "Where"],
        ["Acme Cloud\nSeat: Ireland", "Hosting", "Germany\nBelgium"],
        ["Nimbus\nSeat: unknown", "Hosting", "Germany\nBelgium"],
    ]


def test_tables_under_one_heading_are_one_list_whose_rows_say_their_group() -> None:
    day = date(2024, 1, 2)
    found = document(Heading("Who"), table("Hosting", ("a", day)), Heading("x", 2), table("Mail", ("b", day)))
    assert pages(found)["Who"] == [["Who", "Name", "Since"], ["Hosting", "a", day], ["Mail", "b", day]]


def test_numbers_and_days_are_numbers_and_days_and_other_digits_stay_texts() -> None:
    values = ("9", "007", "+49 30", "1e5", "12345678901")
    fields = Fields("x", tuple((value, (line(value),)) for value in values))
    found = pages(document(fields))["List of things"]
    assert [row[1] for row in found if row[0] in values] == [9, "007", "+49 30", "1e5", "12345678901"]


def test_a_list_has_a_frozen_head_filters_and_repeats_its_head_in_print() -> None:
    xml = page_xml(plain(), 2)
    assert re.search(r'<pane xSplit="1" ySplit="1" topLeftCell="B2"[^>]*state="frozen"', xml)
    assert '<autoFilter ref="A1:C3"/>' in xml


@pytest.mark.parametrize("text", [*HOSTILE, CHINESE])
def test_every_text_is_kept_and_none_is_a_formula_or_a_link(text: str) -> None:
    content = everywhere(text)
    found = [value for rows in pages(content).values() for row in rows for value in row]
    assert sum(text in str(value) for value in found) >= 8
    for number in (1, 2):
        assert not re.search(r"<f>|<hyperlink", page_xml(content, number))


@pytest.mark.parametrize(("text", "shown"), STEERING.items())
def test_what_would_steer_a_program_is_written_out(text: str, shown: str) -> None:
    found = [value for rows in pages(everywhere(text)).values() for row in rows for value in row]
    assert shown in found
    assert not any(set(text) - set(shown) & set(str(value)) - set(shown) for value in found)


def test_what_is_too_long_for_a_cell_goes_on_in_the_row_below() -> None:
    text = "ab" * LONGEST
    rows = pages(document(Fields("x", (("long", (line(text),)),))))["List of things"]
    assert "".join(str(row[1]) for row in rows[2:4]) == text


def test_pages_get_names_that_excel_accepts() -> None:
    day = date(2024, 1, 2)
    headings = ("a/b:c*[d]?'", "history", "A B C  D", "x" * 40, "x" * 50, "")
    blocks = [block for name in headings for block in (Heading(name), table("t", ("a", day)))]
    names = list(pages(document(*blocks)))
    assert len({name.casefold() for name in names}) == len(headings) + 1
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in names)


def test_equal_documents_give_equal_bytes_and_the_seal_is_kept() -> None:
    content = replace(plain(), seal='{"vendors": 1, "x": "' + "y" * 400 + '"}')
    assert as_xlsx(content) == as_xlsx(content)
    with zipfile.ZipFile(io.BytesIO(as_xlsx(content))) as file:
        assert "y" * 400 in file.read("docProps/core.xml").decode("utf-8")
