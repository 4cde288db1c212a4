"""A Word file, read back with Word's library."""

import runpy
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tests.documents.sample import CHINESE, HOSTILE, PNG, STEERING, drawn, everywhere, plain
from vendor_registry.documents.document import Document, Fields, Heading, Paragraph, Run, Table, cell, line
from vendor_registry.documents.formats.as_docx import as_docx, context, poured
from vendor_registry.documents.formats.references import bound
from vendor_registry.model.text.visible import printable


def read(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def headings(word: Any) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in word.paragraphs if one.style.name.startswith(("Title", "Heading"))]


def test_the_file_has_real_word_styles_and_a_landscape_page() -> None:
    word = read(as_docx(plain()))
    assert headings(word) == [
        ("Title", "List of things"),
        ("Heading 1", "Who"),
        ("Heading 1", "Others"),
        ("Heading 2", "Hosting"),
    ]
    [section] = word.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height


def test_a_table_repeats_its_header_and_gives_each_column_its_share() -> None:
    word = read(as_docx(plain()))
    _, table = word.tables
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows] == [
        True,
        False,
        False,
    ]
    name, what, where = (cell.width for cell in table.rows[1].cells)
    assert (name, what) == (pytest.approx(2 * where, rel=0.01), pytest.approx(3 * where, rel=0.01))
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Hosting"


def test_a_label_too_long_for_its_column_breaks_after_a_sign_and_values_stay_as_they_are() -> None:
    """The break is a space of no width, which printed text has none of."""
    long, short = "Rolle (Verantwortlicher/Auftragsverarbeiter)", "Role (controller/processor)"
    fields = Fields("Roles", ((long, ((Run(long),),)), (short, ((Run(short),),))))
    [table] = read(as_docx(replace(plain(), blocks=(fields,)))).tables
    told = [[cell.text for cell in row.cells] for row in table.rows]
    assert told == [["Rolle (Verantwortlicher/\u200bAuftragsverarbeiter)", long], [short, short]]


def test_no_page_ends_between_what_leads_to_a_table_and_its_first_row() -> None:
    leading = (Paragraph(line("A first sentence.")), plain().blocks[-1])
    word = read(as_docx(replace(plain(), blocks=leading)))
    [lead] = [one for one in word.paragraphs if one.text == "A first sentence."]
    assert lead.paragraph_format.keep_with_next
    titles, *_, last = word.tables[0].rows
    assert all(one.paragraph_format.keep_with_next for cell in titles.cells for one in cell.paragraphs)
    assert not any(one.paragraph_format.keep_with_next for cell in last.cells for one in cell.paragraphs)


def test_a_page_may_end_behind_a_paragraph_that_leads_to_nothing() -> None:
    lone = (Heading("Who"), Paragraph(line("Nobody.")), Heading("What"), Paragraph(line("Nothing.")))
    word = read(as_docx(replace(plain(), blocks=lone)))
    kept = {one.text: one.paragraph_format.keep_with_next for one in word.paragraphs}
    assert not kept["Nobody."]
    assert not kept["Nothing."]


def test_cells_hold_their_lines_as_paragraphs_with_styles() -> None:
    _, table = read(as_docx(plain())).tables
    first, nested = (table.rows[number].cells[0] for number in (1, 2))
    assert [one.text for one in first.paragraphs] == ["Acme Cloud", "Seat: Ireland"]
    assert [one.style.name for one in first.paragraphs + nested.paragraphs] == ["Table Text"] * 2 + ["Table Nested"] * 2
    assert [run.style.name for one in nested.paragraphs for run in one.runs] == ["Strong", "Label", "Missing"]


def test_a_picture_fits_the_page_has_its_alternative_text_and_stands_on_a_line_with_its_caption() -> None:
    content = as_docx(drawn())
    word = read(content)
    [shape] = word.inline_shapes
    section = word.sections[0]
    assert shape.width <= section.page_width - section.left_margin - section.right_margin
    assert shape.width == pytest.approx(2 * shape.height, rel=0.01), "as wide as drawn"
    assert shape._inline.docPr.get("descr") == "From <us> to {{all}}"
    assert any(one.text.endswith("Flows, drawn") for one in word.paragraphs)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert [parts.read(name) for name in parts.namelist() if name.endswith(".png")] == [PNG]


def test_a_brief_first_row_of_a_table_does_not_end_a_page_alone() -> None:
    """A long one may: what leads to it, and the row below it, would leave the page half empty."""
    *others, table = plain().blocks
    assert isinstance(table, Table)
    long = replace(table.rows[0], cells=tuple((line("long " * 40),) for _ in table.columns))
    for first, expected in ((table.rows[0], True), (long, False)):
        rows = (first, *table.rows[1:])
        _, read_back = read(as_docx(replace(plain(), blocks=(*others, replace(table, rows=rows))))).tables
        _, *kept = (
            [bool(one.paragraph_format.keep_with_next) for one in row.cells[0].paragraphs] for row in read_back.rows
        )
        assert all(kept[0]) is expected
        assert not any(map(any, kept[1:]))


def test_the_foot_of_the_page_has_its_text_and_numbers() -> None:
    foot = read(as_docx(plain())).sections[0].footer.paragraphs[0]
    assert foot.text == "List of things · foot\tPage  of "
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_file_speaks_of_the_document_only() -> None:
    core = read(as_docx(plain())).core_properties
    assert (core.title, core.author, core.last_modified_by) == ("List of things", "List of things Ltd", core.author)
    assert (core.language, core.comments, core.keywords) == ("en-GB", "", "")
    assert core.created == core.modified == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_same_document_gives_the_same_bytes_without_the_time_of_writing() -> None:
    content = as_docx(plain())
    assert content == as_docx(plain())
    with zipfile.ZipFile(BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.testzip() is None


@pytest.mark.parametrize("text", [*HOSTILE, *STEERING, CHINESE])
def test_hostile_text_comes_back_letter_by_letter(text: str) -> None:
    content = as_docx(everywhere(text))
    inert = printable(text)
    word = read(content)
    assert headings(word) == [("Title", inert), ("Heading 1", inert), ("Heading 2", inert)]
    fields, table = word.tables
    assert [cell.text for cell in fields.rows[0].cells] == [inert, inert]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [inert[:80], "Second"],
        [inert, f"left\n{inert}|{inert}"],
        [inert, f"left\n{inert}|{inert}"],
    ]
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))
        assert not [name for name in parts.namelist() if "vba" in name or "external" in name]


def test_what_stands_for_a_cell_while_the_template_is_filled_is_gone_and_cannot_be_forged() -> None:
    with zipfile.ZipFile(BytesIO(as_docx(everywhere("<?cell 0?>")))) as parts:
        body = parts.read("word/document.xml")
    assert b"<?cell" not in body
    assert body.count(b"&lt;?cell 0?&gt;") >= 10


@given(st.text(min_size=1))
@settings(max_examples=25, deadline=None)
def test_any_text_survives(text: str) -> None:
    """References to the law keep together, so a blank in them may be one that does not break."""
    assert read(as_docx(everywhere(text))).tables[1].rows[1].cells[0].text == bound(printable(text))


def template() -> DocxTemplate:
    return DocxTemplate(BytesIO(files("vendor_registry.documents").joinpath("templates", "document.docx").read_bytes()))


@settings(max_examples=4, deadline=None)
@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=2, max_size=4))
def test_a_letter_laid_out_once_gives_each_recipient_the_file_it_would_have_alone(names: list[str]) -> None:
    def letter(name: str) -> Document:
        head = Fields("Letter", (("To", cell(name, "nobody")), ("From", cell("Example GmbH", ""))))
        return replace(everywhere("text"), blocks=(head, *everywhere("text").blocks))

    write = poured(letter(names[0]))
    assert [write(letter(name)) for name in names] == [as_docx(letter(name)) for name in names]


def test_the_template_names_nothing_that_is_not_filled_in() -> None:
    asked = template().get_undeclared_template_variables(ImmutableSandboxedEnvironment())
    assert asked
    assert asked <= set(context(plain(), [], str))


def test_the_template_has_the_styles_the_content_asks_for() -> None:
    names = {style.name for style in template().get_docx().styles}
    assert names >= {"Strong", "Label", "Missing", "Field Text", "Table Text", "Table Nested", "Heading 1", "Heading 2"}


def test_the_script_that_starts_the_template_afresh_makes_one_that_works() -> None:
    script = Path(__file__).parents[3] / "docs" / "make_word_template"
    fresh = runpy.run_path(str(script))["template"]()
    asked = DocxTemplate(BytesIO(fresh)).get_undeclared_template_variables(ImmutableSandboxedEnvironment())
    assert asked == template().get_undeclared_template_variables(ImmutableSandboxedEnvironment())
    assert fresh == runpy.run_path(str(script))["template"]()
