"""The PDF file."""

import io

import pypdf

from tests.drawing import acme
from vendor_registry.drawing.formats import as_pdf


def read() -> tuple[bytes, pypdf.PdfReader]:
    case = acme.small()
    pages = as_pdf.write(acme.album(acme.picture(case, acme.VIEWS[0], acme.finding(case, "desk-in"))))
    return pages, pypdf.PdfReader(io.BytesIO(pages))


def test_the_drawing_is_on_the_first_sheet_and_the_tables_on_the_next() -> None:
    _, reader = read()
    first, second = (page.extract_text() for page in reader.pages[:2])
    assert "Oak Cloud" in first
    assert "Findings shown in the picture" in second
    assert "vendors.csv:" in second
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height


def test_it_is_tagged_and_has_title_language_and_no_clock() -> None:
    pages, reader = read()
    root = reader.root_object
    assert str(root["/Lang"]) == "en"
    assert "/MarkInfo" in root
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Data flows by place of processing, Acme Mail, 2026-11-23"
    assert reader.metadata.get("/CreationDate") == "D:20261123120000Z"
    assert read()[0] == pages


def test_the_picture_has_a_text_that_stands_for_it() -> None:
    _, reader = read()
    alternatives = [
        str(one["/Alt"])
        for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})))
        if isinstance(one := reader.get_object(number), pypdf.generic.DictionaryObject) and "/Alt" in one
    ]
    assert any("engagements of third parties" in one for one in alternatives)
