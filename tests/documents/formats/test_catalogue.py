"""The list of formats."""

import zipfile
from dataclasses import replace
from importlib import import_module
from io import BytesIO

import pytest

from tests.documents.sample import document, plain
from vendor_registry.documents.document import Heading, Paragraph, line
from vendor_registry.documents.formats.catalogue import LETTERS, Format

PDFIUM = import_module("pypdfium2")  # has no types

BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "markdown": b"# "}
SUFFIXES = {"markdown": ".md", "text": ".txt"}  # the rest are called by their suffix


@pytest.mark.parametrize("name", ["docx", "html", "pdf"])
def test_no_line_of_a_page_ends_within_an_abbreviation(name: str) -> None:
    """Whoever looks for words copies what the page shows: the space there is one that does not break."""
    form, text = LETTERS[name], "Región de datos EE. UU."
    content = getattr(import_module(form.module), form.function)(document(Heading(text), Paragraph(line(text))))
    if name == "pdf":
        said = PDFIUM.PdfDocument(content)[0].get_textpage().get_text_range()
    else:
        body = zipfile.ZipFile(BytesIO(content)).read("word/document.xml") if name == "docx" else content
        said = body.decode("utf-8")
    assert said.count("EE.\u00a0UU.") >= 2
    assert "EE. UU." not in said


@pytest.mark.parametrize("form", LETTERS.values(), ids=str)
def test_every_format_is_written_by_the_module_it_names(form: Format) -> None:
    content = getattr(import_module(form.module), form.function)(replace(plain(), sender="legal@example.com"))
    assert content
    assert content.startswith(BEGINNINGS.get(form.name, b""))
    assert form.suffix == SUFFIXES.get(form.name, f".{form.name}")
    if form.text:
        content.decode("utf-8")
