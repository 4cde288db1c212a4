"""Three hundred vendors, some with very long texts or in other scripts: every format opens, and nobody is lost."""

import html
import json
import re
import warnings
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from jsonschema import Draft202012Validator
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests import make
from tests.documents.pack.contracts import complete, paper
from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_docx import as_docx
from vendor_registry.documents.formats.as_html import as_html
from vendor_registry.documents.formats.as_json import as_json
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.formats.as_pdf import PdfStandardWarning, as_pdf
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.documents.formats.as_xlsx import as_xlsx
from vendor_registry.documents.records import processor

pypdfium2: Any = pytest.importorskip("pypdfium2", reason="PDFs are read with pypdfium2")

COUNT = 300
SCHEMA = Draft202012Validator(json.loads(Path("docs/document.schema.json").read_text("utf-8")))
NAMES = [f"{('Vendor', '株式会社', 'شركة', 'ООО', 'Firma 😀', '<b>Co</b>')[n % 6]} no{n}x" for n in range(COUNT)]
LONG = "storing mail; " * 360  # about 5,000 signs, longer than a page in its column
ROWS = [
    make.engagement(f"v{n}", vendor=name, legal_name=f"{name} Ltd", purpose=LONG if n % 100 == 0 else "Hosting")
    for n, name in enumerate(NAMES)
]
NUMBERS = {f"no{n}x" for n in range(COUNT)}


@cache
def written(kind: str) -> Document:
    of = complete("en", *ROWS)
    return processor.paper(of).document if kind == "record" else paper(kind, of).document


@cache
def pages_of(kind: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PdfStandardWarning)
        return as_pdf(written(kind))


@pytest.fixture(params=["scc", "recipients", "record"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"no\d+x", text)) & NUMBERS


def test_word_opens_and_names_everybody(kind: str) -> None:
    word = docx.Document(BytesIO(as_docx(written(kind))))
    assert numbers("".join(part.text or "" for part in word.element.body.iter(qn("w:t")))) == NUMBERS


def test_a_text_longer_than_a_page_is_there_to_its_end() -> None:
    file = docx.Document(BytesIO(as_docx(written("scc"))))
    whole = LONG.strip()
    assert sum((part.text or "").count(whole) for part in file.element.body.iter(qn("w:t"))) == COUNT / 100
    pages = pypdfium2.PdfDocument(pages_of("scc"))
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    for word in (r"\bstoring\b", "mail;"):  # each alone, since a page may end between them
        assert len(re.findall(word, printed)) == len(re.findall(word, LONG)) * COUNT / 100


def test_pages_open_and_name_everybody(kind: str) -> None:
    pages = PdfReader(BytesIO(pages_of(kind))).pages  # pdfium turns lines with Arabic around
    assert numbers("".join(re.sub(r"\s", "", page.extract_text()) for page in pages)) == NUMBERS


def test_texts_name_everybody(kind: str) -> None:
    document = written(kind)
    for text in (as_markdown(document), as_text(document), as_html(document)):
        assert numbers(html.unescape(text.decode("utf-8"))) == NUMBERS
    assert "<b>Co</b>" not in as_html(document).decode("utf-8")


def test_a_workbook_opens_and_has_every_name_and_text_as_it_was(kind: str) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(as_xlsx(written(kind))))
    cells = [str(one) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for one in row]
    assert numbers("\n".join(cells)) == NUMBERS
    assert all(any(name in cell for cell in cells) for name in NAMES)
    if kind == "scc":
        assert sum(cell.count(LONG.strip()) for cell in cells) == COUNT / 100


def test_programs_get_every_text_as_it_was(kind: str) -> None:
    said = json.loads(as_json(written(kind)))
    SCHEMA.validate(said)
    text = "\n".join(texts(said))
    assert all(name in text for name in NAMES)


def texts(said: Any) -> Iterator[str]:
    match said:
        case {"text": str() as text, **rest}:
            yield text
            yield from texts(list(rest.values()))
        case dict():
            yield from texts(list(said.values()))
        case list():
            for one in said:
                yield from texts(one)
