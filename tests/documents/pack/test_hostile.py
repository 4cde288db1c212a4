"""What strangers write into the terms of a contract is shown in every format, and obeyed in none."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from tests.documents.pack.contracts import COMPANY, MEASURES, TERMS, complete, paper
from tests.documents.sample import HOSTILE
from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_docx import as_docx
from vendor_registry.documents.formats.as_html import as_html
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.formats.as_pdf import as_pdf
from vendor_registry.documents.pack.kinds import KINDS

TEXT = " ".join(HOSTILE[:-1])


def hostile(kind: str) -> Document:
    terms = replace(TERMS, nature={"": TEXT}, purpose={"": TEXT}, courts={"": TEXT}, signatory=TEXT)
    measures = {key: replace(one, text={"": TEXT}) for key, one in MEASURES.items()}
    company = replace(COMPANY, legal_name=TEXT, contact=TEXT, authority=TEXT)
    return paper(kind, complete(company=company, contract=terms, measures=measures)).document


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_opens_and_runs_nothing(kind: str) -> None:
    document = hostile(kind)
    assert as_pdf(document).startswith(b"%PDF")
    page = as_html(document).decode("utf-8")
    assert "<script>" not in page
    assert "alert(1)" in page
    assert "<script>" not in as_markdown(document).decode("utf-8").replace("\\<script", "")


def test_word_keeps_the_text_as_it_is() -> None:
    word = docx.Document(BytesIO(as_docx(hostile("scc"))))
    said = "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    assert "{{7*7}} {% raw %}" in said
    assert "<script>alert(1)</script>" in said


def test_word_says_which_party_is_which() -> None:
    """Headings of the third level stand above the two lists of fields that look alike."""
    word = docx.Document(BytesIO(as_docx(paper("scc", complete()).document)))
    headings = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Heading 3"]
    assert headings == ["Data exporter(s)", "Data importer(s)"]
