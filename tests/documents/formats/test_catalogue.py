"""The list of formats."""

from dataclasses import replace
from importlib import import_module

import pytest

from tests.documents.sample import plain
from vendor_registry.documents.formats.catalogue import LETTERS, Format

BEGINNINGS = {"docx": b"PK", "pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "markdown": b"# "}
SUFFIXES = {"markdown": ".md", "text": ".txt"}  # the rest are called by their suffix


@pytest.mark.parametrize("form", LETTERS.values(), ids=str)
def test_every_format_is_written_by_the_module_it_names(form: Format) -> None:
    content = getattr(import_module(form.module), form.function)(replace(plain(), sender="legal@example.com"))
    assert content
    assert content.startswith(BEGINNINGS.get(form.name, b""))
    assert form.suffix == SUFFIXES.get(form.name, f".{form.name}")
    if form.text:
        content.decode("utf-8")
