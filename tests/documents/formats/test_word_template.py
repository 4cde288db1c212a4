"""A Word template that a lawyer changed."""

import io
import zipfile
from typing import Any

import docx
import pytest

from tests.documents.sample import document, plain
from vendor_registry.documents.document import Heading, Paragraph, line
from vendor_registry.documents.formats.as_docx import as_docx
from vendor_registry.documents.formats.word_template import delivered
from vendor_registry.model.text.origin import UsageError


def changed(old: str, new: str) -> bytes:
    """The delivered template with a text of its body replaced, as Word would save it."""
    return with_part("word/document.xml", lambda body: body.replace(old.encode(), new.encode(), 1))


def with_part(name: str, change: Any, more: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(delivered())) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if more:
            new.writestr(more, b"x")
    return out.getvalue()


def letterhead() -> bytes:
    """With a table, a paragraph and a style of the firm's own before the content."""
    word: Any = docx.Document(io.BytesIO(delivered()))
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Firm & Partners", "{{ author }}"
    word.element.body.insert(0, table._tbl)
    word.styles["Heading 1"].font.name = "Georgia"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_the_delivered_template_is_the_usual_one() -> None:
    assert as_docx(plain(), delivered()) == as_docx(plain())


def test_a_letterhead_stays_and_the_columns_keep_their_widths() -> None:
    content = as_docx(plain(), letterhead())
    assert content == as_docx(plain(), letterhead())
    word, usual = docx.Document(io.BytesIO(content)), docx.Document(io.BytesIO(as_docx(plain())))
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Firm & Partners", "List of things Ltd"]
    assert word.styles["Heading 1"].font.name == "Georgia"
    assert [cell.width for cell in word.tables[2].rows[0].cells] == [
        cell.width for cell in usual.tables[1].rows[0].cells
    ]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (changed("{{ title }}", "{{ titel }}"), 'a field "titel", which there is not; did you mean "title"?'),
        (changed("{{ block.text }}", "{{ block.txt }}"), 'a field "txt", which there is not; did you mean "text"?'),
        (
            changed("{{ field.label }}", "{{ field.lable }}"),
            'a field "lable", which there is not; did you mean "label"?',
        ),
        (changed("{{ title }}", "{{ title"), "cannot be understood"),
        (changed("{{ title }}", "{{ ''.__class__.__mro__ }}"), "what none may have"),
        (changed("{{ title }}", "{{ title.__init__.__globals__['os'] }}"), "what none may have"),
        (changed("{{ title }}", "{{ range(10 ** 9) | list }}"), "cannot be done"),
        (changed("{{ title }}", "{{ 1 / 0 }}"), "cannot be done"),
        (changed("{{ title }}", "{% include 'x' %}"), "cannot be"),
        (with_part("word/document.xml", lambda _: b"<x"), "no Word document"),
        (with_part("x", None, "word/vbaProject.bin"), "has macros"),
        (b"not a zip", "no Word document"),
        (b"PK\x05\x06" + bytes(18), "no Word document"),
    ],
)
def test_what_is_wrong_with_a_template_is_said_in_words(template: bytes, said: str) -> None:
    with pytest.raises(UsageError) as refusal:
        as_docx(plain(), template)
    assert said in str(refusal.value)


def test_all_misspelt_fields_are_told_at_once() -> None:
    with pytest.raises(UsageError, match=r"(?s)autor.*titel"):
        as_docx(plain(), changed("{{ title }}", "{{ titel }} {{ autor }}"))


def test_headings_have_numbers_of_word_and_the_file_opens_in_no_compatibility_mode() -> None:
    content = as_docx(document(Heading("One"), Heading("Inside", 2), Heading("Deep", 3), Paragraph(line("x"))))
    word: Any = docx.Document(io.BytesIO(content))
    assert [one.style.name for one in word.paragraphs if one.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        styles, numbering = file.read("word/styles.xml").decode(), file.read("word/numbering.xml").decode()
        settings = file.read("word/settings.xml").decode()
    assert styles.count('<w:numId w:val="90"/>') == 3
    assert all(f'<w:pStyle w:val="Heading{level}"/>' in numbering for level in (1, 2, 3))
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert "useFELayout" not in settings
