"""| text | what holds together |
| --- | --- |
| Art. 28 Abs. 2 Buchst. f DSGVO, Klausel 9 Buchstabe a, § 1881a | each word and its number or letter |
| Clauses 8.8 and 9, Annex III, article 28, letra b), (EU) 2021/914 | the same in the other languages |
| 30. November 2026, 16 January 2023, 16 de enero | the number of the day and the month |
| the annex is long; Article, in short; Punkt 2. Neues | nothing: no number follows, or another sentence |
| in PDF, Word and HTML | lines hold them together |
| in Markdown, text and JSON | as they are written, to be searched |
"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import BytesIO

import docx
import pytest

from tests.documents import sample
from vendor_registry.documents.document import Column, Document, Row, Table, line
from vendor_registry.documents.formats.as_docx import as_docx
from vendor_registry.documents.formats.as_html import as_html
from vendor_registry.documents.formats.as_json import as_json
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.formats.as_pdf import as_pdf
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.documents.formats.references import bound

PDFIUM = import_module("pypdfium2")  # has no types

SAID = "Gilt Art. 28"
HELD = SAID.replace("Art. ", "Art.\u00a0")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("(Art. 6 Abs. 1 Buchst. f DSGVO)", "(Art.~6 Abs.~1 Buchst.~f DSGVO)"),
        ("Art. 49 Abs. 1 Unterabs. 2", "Art.~49 Abs.~1 Unterabs.~2"),
        (
            "Klausel 9 Buchstabe a, Anhang III, 50 U.S.C. § 1881a",
            "Klausel~9 Buchstabe~a, Anhang~III, 50 U.S.C. §~1881a",
        ),
        ("Clauses 8.8 and 9 of (EU) 2021/914; Annex III", "Clauses~8.8 and 9 of (EU)~2021/914; Annex~III"),
        ("art. 6, paragraphe 1, point b), du RGPD", "art.~6, paragraphe~1, point~b), du RGPD"),
        ("artículo 6, apartado 1, letra b)", "artículo~6, apartado~1, letra~b)"),
        ("Stand 30. November 2026", "Stand 30.~November 2026"),
        ("on 16 January 2023, le 1er mars 2024", "on 16~January 2023, le 1er~mars 2024"),
        ("el 16 de enero de 2023", "el 16~de enero de 2023"),
        ("The annex is long; Article, in short.", "The annex is long; Article, in short."),
        ("Punkt 2. Neues, 3 marches", "Punkt 2. Neues, 3 marches"),
        ("At this point a line may end", "At this point a line may end"),
    ],
)
def test_a_reference_holds_together(text: str, held: str) -> None:
    assert bound(text) == held.replace("~", "\u00a0")


def table() -> Document:
    columns = (Column("Wann", 1), Column("Was", 1))
    rows = (Row(((line(SAID),), (line("ja"),))),)
    return replace(sample.plain(), blocks=(Table("Was", columns, rows),))


def test_pages_word_and_browsers_hold_references_together() -> None:
    [page] = PDFIUM.PdfDocument(as_pdf(table()))
    assert HELD in page.get_textpage().get_text_range()
    [word] = docx.Document(BytesIO(as_docx(table()))).tables
    assert word.rows[1].cells[0].text == HELD
    assert HELD in as_html(table()).decode()


@pytest.mark.parametrize("write", [as_json, as_markdown, as_text])
def test_what_is_searched_by_programs_has_ordinary_spaces(write: Callable[[Document], bytes]) -> None:
    assert "\u00a0" not in write(table()).decode()
