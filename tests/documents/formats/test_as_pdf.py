"""Pages, read back with two PDF readers."""

import re
import warnings
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.documents.sample import HOSTILE, LONG_WORD, STEERING, document, drawn, everywhere, plain
from vendor_registry.documents.document import Column, Document, Fields, Heading, Paragraph, Row, Table, line
from vendor_registry.documents.formats.as_pdf import PdfStandardWarning, as_pdf
from vendor_registry.model.text.visible import printable

pypdfium2: Any = pytest.importorskip("pypdfium2", reason="PDFs are read with pypdfium2")

A4_LANDSCAPE = (842, 595)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def catalogue(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def bare(text: str) -> str:
    """Letters and signs without blanks and soft hyphens, as a reader that copies text may add or drop them."""
    return re.sub(r"[\s\u00ad\u200e\u200f\ufffe\x02]", "", text)


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return bare("".join(page.get_textpage().get_text_range() for page in document))


def many_rows(count: int) -> Document:
    rows = tuple(Row(((line(f"Vendor {number}"),), (line("Hosting"),))) for number in range(count))
    blocks = (Heading("Others"), Table("Others", (Column("Head of column", 1), Column("Other head", 1)), rows))
    return Document(
        title="T", language="de-DE", day=plain().day, author="A", footer="foot", page="{page}/{pages}", blocks=blocks
    )


def test_pages_are_tagged_named_and_to_the_standards_for_archives_and_accessibility() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reader = read(as_pdf(plain()))
    root = catalogue(reader)
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("List of things", "List of things Ltd")
    metadata = root["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in metadata
    assert "pdfaid:part" in metadata


def test_the_headings_are_bookmarks_and_the_day_is_the_documents() -> None:
    reader = read(as_pdf(plain()))
    titles = [str(mark["/Title"]) for mark in reader.outline if isinstance(mark, dict)]
    assert titles == ["Who", "Others"]
    assert reader.metadata is not None
    assert str(reader.metadata.creation_date).startswith("2026-11-23")


def test_a_long_table_repeats_its_header_and_counts_the_pages() -> None:
    reader = read(as_pdf(many_rows(120)))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert "Head of column" in text
        assert f"{number}/{len(pages)}" in text
        assert "foot" in text
    width, height = reader.pages[0].mediabox[2:]
    assert (round(width), round(height)) == A4_LANDSCAPE


def test_a_row_stays_whole_on_its_page_at_whatever_level() -> None:
    cells = ((*(line(f"Line {number}") for number in range(6)), line("Last line")), (line("Hosting"),))
    rows = tuple(Row(cells, level=number % 3) for number in range(40))
    table = Table("T", (Column("A", 1), Column("B", 1)), rows)
    pages = [page.extract_text() for page in read(as_pdf(document(table))).pages]
    assert len(pages) > 3
    assert all(text.count("Line 0") == text.count("Last line") > 0 for text in pages)


def test_equal_cells_of_other_columns_and_levels_break_where_their_column_ends() -> None:
    word = "administrations"
    rows = tuple(Row(((line(word),), (line(word),)), level=level) for level in (0, 2))
    pages = pypdfium2.PdfDocument(as_pdf(document(Table("T", (Column("A", 1), Column("B", 12)), rows))))
    words = pages[0].get_textpage().get_text_range().splitlines()
    assert words.count(word) == len(rows)  # whole in the wide column only


@pytest.mark.parametrize("above", range(31, 38))
def test_what_leads_to_a_table_stands_on_the_page_of_its_first_row(above: int) -> None:
    """So many lines above that, somewhere in the range, the table no longer fits the page."""
    fields = Fields("F", tuple((f"Label {number}", (line("x"),)) for number in range(above)))
    table = Table("T", (Column("Head of column", 1),), (Row(((line("First row"),),)),))
    blocks = (fields, Heading("Others"), Paragraph(line("These are the others.")), table)
    pages = [page.extract_text() for page in read(as_pdf(document(*blocks))).pages]
    [page] = [text for text in pages if "First row" in text]
    assert "These are the others." in page
    assert "Others" in page


@pytest.mark.parametrize("above", range(29, 38))
def test_what_leads_to_parts_stands_on_the_page_of_the_first(above: int) -> None:
    """A heading, what it is about, then a heading below it with the first table."""
    fields = Fields("F", tuple((f"Label {number}", (line("x"),)) for number in range(above)))
    table = Table("T", (Column("Head of column", 1),), (Row(((line("First row"),),)),))
    lead = Paragraph(line("These will come."))
    blocks = (fields, Heading("Announced"), lead, Heading("On a day", 2), table)
    pages = [page.extract_text() for page in read(as_pdf(document(*blocks))).pages]
    [page] = [text for text in pages if "First row" in text]
    assert "These will come." in page
    assert "Announced" in page


def test_an_address_breaks_after_a_sign_however_long_it_is() -> None:
    address = "datenschutzbeauftragter@beispielunternehmen.example"
    table = Table("T", (Column("A", 1), Column("B", 4)), (Row(((line(address),), (line("x"),))),))
    pages = pypdfium2.PdfDocument(as_pdf(document(table)))
    lines = pages[0].get_textpage().get_text_range().splitlines()
    assert lines[2:4] == ["datenschutzbeauftragter@", "beispielunternehmen.example"]


def test_only_our_own_fonts_are_used() -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for resources in [page["/Resources"].get_object() for page in read(as_pdf(plain())).pages]
        for font in cast(Any, resources)["/Font"].values()
    }
    assert fonts
    assert all("LiberationSans" in font for font in fonts)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_pdf(plain()) == as_pdf(plain())


@pytest.mark.parametrize("text", [text for text in (*HOSTILE, *STEERING) if text != LONG_WORD])
def test_hostile_text_is_printed_as_text(text: str) -> None:
    printed = text_of(as_pdf(everywhere(text)))
    if "\u200f" not in text:  # readers turn Hebrew around, each in its own way
        assert printed.count(bare(printable(text))) >= 6
    assert "left" in printed


def test_a_picture_is_tagged_with_its_alternative_text_and_meets_the_standards() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", PdfStandardWarning)
        content = as_pdf(drawn())
    assert "Flows,drawn" in text_of(content)
    reader = read(content)
    parts = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    told = [str(part["/Alt"]) for part in parts if isinstance(part, DictionaryObject) and part.get("/S") == "/Figure"]
    assert told == ["From <us> to {{all}}"]


def test_a_word_that_fits_no_column_stays_on_the_page() -> None:
    content = as_pdf(everywhere(LONG_WORD))
    assert text_of(content).count("x") >= 6 * len(LONG_WORD)
    for page in pypdfium2.PdfDocument(content):
        words = page.get_textpage()
        boxes = [words.get_rect(number) for number in range(words.count_rects())]
        assert all(left > 0 and right < page.get_width() for left, _, right, _ in boxes)


def test_what_the_typesetter_refuses_makes_a_plainer_file_and_a_warning_instead_of_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As if the fonts had every character; then it is the typesetter that misses one."""
    monkeypatch.setattr("vendor_registry.documents.formats.as_pdf.shaped", str)
    monkeypatch.setattr("vendor_registry.documents.formats.as_pdf.unshaped", lambda texts: iter(()))
    with pytest.warns(PdfStandardWarning, match=r"neither PDF/A-2a nor PDF/UA-1: the text .*𓀀"):
        content = as_pdf(everywhere("𓀀"))
    root = catalogue(read(content))
    assert root["/MarkInfo"]["/Marked"]
    assert "left" in text_of(content)


def test_a_cell_of_many_short_lines_goes_on_over_pages() -> None:
    """Sixty lines of three signs: few signs, and yet taller than a page."""
    many = tuple(line(f"n{number:02}") for number in range(60))
    column = (Column("Names", 1),)
    pages = replace(plain(), blocks=(Fields("Names", (("Names", many),)), Table("Names", column, (Row((many,)),))))
    inside = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(as_pdf(pages)))
    words = bare("".join(inside))
    assert all(words.count(f"n{number:02}") == 2 for number in range(60))


def test_a_cell_of_a_narrow_column_goes_on_over_pages() -> None:
    """Too few signs for a long cell elsewhere, and yet taller than a page where a line has ten of them."""
    columns = (Column("What", 94), Column("Why", 6))
    table = Table("Narrow", columns, (Row(((line("said"),), (line("because " * 110),))),))
    low = [
        page.get_charbox(index)[1]
        for page in (one.get_textpage() for one in pypdfium2.PdfDocument(as_pdf(replace(plain(), blocks=(table,)))))
        for search in [page.search("because")]
        for index, _ in iter(search.get_next, None)
    ]
    assert len(low) == 110
    assert min(low) > 18 / 25.4 * 72, "below it stands the foot of the page"
