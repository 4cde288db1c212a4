"""Three hundred vendors, some with very long texts or in other scripts: every format opens, and nobody is lost."""

import html
import re
import warnings
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests import make
from tests.documents.pack.contracts import complete, paper
from vendor_registry.documents.as_docx import as_docx
from vendor_registry.documents.as_html import as_html
from vendor_registry.documents.as_markdown import as_markdown
from vendor_registry.documents.as_pdf import PdfStandardWarning, as_pdf
from vendor_registry.documents.as_text import as_text
from vendor_registry.documents.document import Document
from vendor_registry.documents.records import processor

pypdfium2: Any = pytest.importorskip("pypdfium2", reason="PDFs are read with pypdfium2")

COUNT = 300
NAMES = [f"{('Vendor', '株式会社', 'شركة', 'ООО', 'Firma 😀', '<b>Co</b>')[n % 6]} no{n}x" for n in range(COUNT)]
LONG = "storing mail; " * 360  # about 5,000 signs, longer than a page in its column
ROWS = [
    make.engagement(f"v{n}", vendor=name, legal_name=f"{name} Ltd", purpose=LONG if n % 100 == 0 else "Hosting")
    for n, name in enumerate(NAMES)
]
NUMBERS = {f"no{n}x" for n in range(COUNT)}


@pytest.fixture(scope="module", params=["scc", "recipients", "record"])
def document(request: pytest.FixtureRequest) -> Document:
    of = complete("en", *ROWS)
    return processor.paper(of).document if request.param == "record" else paper(request.param, of).document


def numbers(text: str) -> set[str]:
    return set(re.findall(r"no\d+x", text)) & NUMBERS


def test_word_opens_and_names_everybody(document: Document) -> None:
    word = docx.Document(BytesIO(as_docx(document)))
    assert numbers("".join(part.text or "" for part in word.element.body.iter(qn("w:t")))) == NUMBERS


def test_a_text_longer_than_a_page_is_there_to_its_end() -> None:
    written = paper("scc", complete("en", *ROWS)).document
    word = docx.Document(BytesIO(as_docx(written)))
    whole = LONG.strip()
    assert sum((part.text or "").count(whole) for part in word.element.body.iter(qn("w:t"))) == COUNT / 100
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PdfStandardWarning)
        pages = pypdfium2.PdfDocument(as_pdf(written))
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    assert len(re.findall(r"storing\s+mail;", printed)) == LONG.count("storing") * COUNT / 100


def test_pages_open_and_name_everybody(document: Document) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PdfStandardWarning)
        pages = PdfReader(BytesIO(as_pdf(document))).pages  # pdfium turns lines with Arabic around
    assert numbers("".join(re.sub(r"\s", "", page.extract_text()) for page in pages)) == NUMBERS


def test_texts_name_everybody(document: Document) -> None:
    for written in (as_markdown(document), as_text(document), as_html(document)):
        assert numbers(html.unescape(written.decode("utf-8"))) == NUMBERS
    assert "<b>Co</b>" not in as_html(document).decode("utf-8")
