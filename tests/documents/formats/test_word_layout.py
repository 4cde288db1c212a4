"""What a Word file gets after it was poured, read back."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.documents.sample import plain
from vendor_registry.documents.document import Fields, Heading, Paragraph, cell, line
from vendor_registry.documents.formats.as_docx import as_docx


def read(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def test_headings_that_the_law_letters_get_no_numbers_of_their_own() -> None:
    numbers = {
        told: [
            style.name
            for style in read(as_docx(replace(plain(), numbered=told))).styles
            if style.name.startswith("Heading") and style.element.find(f".//{qn('w:numPr')}") is not None
        ]
        for told in (True, False)
    }
    assert numbers == {True: ["Heading 1", "Heading 2", "Heading 3"], False: []}


def test_a_row_of_fields_stays_on_one_page_unless_it_may_be_longer() -> None:
    short, tall = ("Short", (line("said"),)), ("Tall", (line("word " * 500),))
    [table] = read(as_docx(replace(plain(), blocks=(Fields("Fields", (short, tall)),)))).tables
    assert [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows] == [True, False]


def test_a_short_list_of_fields_stays_on_one_page_and_a_long_one_may_break() -> None:
    field = ("Name", (line("said"),))
    blocks = (Fields("Short", (field,) * 3), Fields("Long", (field,) * 40))
    short, long = read(as_docx(replace(plain(), blocks=blocks))).tables
    assert [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in short.rows] == [True, True, None]
    assert not any(row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in long.rows)


def test_what_word_asks_for_behind_a_last_table_opens_no_page_of_its_own() -> None:
    """Only that: behind other tables the space parts what follows, and a last paragraph says something."""
    fields = Fields("F", (("Name", (line("said"),)),))
    ended = read(as_docx(replace(plain(), blocks=(fields, Heading("H"), fields)))).paragraphs
    assert [one.paragraph_format.line_spacing for one in ended] == [None, None, None, Pt(1)]
    said = read(as_docx(replace(plain(), blocks=(fields, Paragraph(line("The end")))))).paragraphs
    assert said[-1].paragraph_format.line_spacing is None


def test_words_are_hyphenated_in_tables_only() -> None:
    word = read(as_docx(plain()))
    assert word.settings.element.find(qn("w:autoHyphenation")) is not None
    suppressed = {
        name: word.styles[name].element.pPr.find(qn("w:suppressAutoHyphens")).get(qn("w:val"))
        for name in ("Normal", "Table Text", "Table Nested")
    }
    assert suppressed == {"Normal": "1", "Table Text": "0", "Table Nested": "0"}


def test_two_narrow_lists_of_fields_stand_in_two_columns_of_the_same_page() -> None:
    """A heading and its fields in each; in front of them and behind them the page has one column."""
    lists = [Fields(name, ((name, cell("said", "-")),), narrow=True) for name in ("Company", "Scope")]
    before = Paragraph(line("What leads there"))
    blocks = (before, Heading("Company"), lists[0], Heading("Scope"), lists[1], Paragraph(line("What follows")))
    word = read(as_docx(replace(plain(), blocks=blocks)))
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num"), "1") for section in word.sections]
    assert columns == ["1", "2", "1"]
    assert {section._sectPr.find(qn("w:type")).get(qn("w:val")) for section in word.sections} == {"continuous"}
    beside = [one for one in word.paragraphs if one.text.strip() in ("Company", "Scope", "What leads there")]
    assert [one.paragraph_format.keep_with_next for one in beside] == [None, False, False]
    breaks = [one.text for one in word.paragraphs if one._p.findall(f".//{qn('w:br')}")]
    assert [text.strip() for text in breaks] == ["Scope"]
    line_width = word.sections[0].page_width - word.sections[0].left_margin - word.sections[0].right_margin
    assert all(sum(one.width for one in table.rows[0].cells) < line_width / 2 for table in word.tables)
    stacked = replace(plain(), blocks=(*blocks[:4], replace(lists[1], narrow=False)))
    assert len(read(as_docx(stacked)).sections) == 1
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for table in word.tables for row in table.rows]
    assert not any(kept), "LibreOffice 7.4 ends where kept paragraphs meet columns"
