"""The page of a workbook that explains the other one: every column, and the words that its cells may hold."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vendor_registry.intake.columns import COLUMNS, column
from vendor_registry.intake.fair_copy.words import FIRST, PAGE, Words

INTRODUCTION = (
    "How to fill the register",
    "One row is one vendor doing one service. Several words in a cell have a semicolon between them. "
    "Leave blank what is not known.",
    "Columns with a warm colour must be there. What each is for is said here and in the note "
    "on its header. Below are the words that cells may hold.",
)
WIDTHS = (18, 44, 44, 36, 36)  # of the table of columns
WORDS = 22
LINE = 15.0  # points


def explain(book: Workbook, headers: Sequence[str], found: Mapping[str, Words]) -> None:
    """Add the page. Its lists of words are those that the drop-downs offer."""
    page = book.add_worksheet(PAGE)
    title, bold = book.add_format({"bold": True, "font_size": 14}), book.add_format({"bold": True, "bottom": 1})
    printed(page)
    for line, sentence in enumerate(INTRODUCTION):
        page.write_string(line, 0, sentence, title if line == 0 else None)
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    page.set_column(len(WIDTHS), 2 * len(found), WORDS)
    for name, one in found.items():
        page.write_string(one.row - 1, one.place, f"In {name}:", bold)
        for line, (word, meaning) in enumerate(one.choices, start=one.row):
            page.write_string(line, one.place, word)
            page.write_string(line, one.place + 1, meaning)
    _columns(page, headers, bold, book.add_format({"text_wrap": True, "valign": "top"}))


def printed(page: Worksheet) -> None:
    """On paper: as wide as one page, A3 across."""
    page.set_landscape()
    page.set_paper(8)
    page.fit_to_pages(1, 0)


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Of a row in points, given each text and the width of its column: not every program works it out itself."""
    return LINE * max(ceil(len(text) / (width - 2)) or 1 for text, width in cells)


def _columns(page: Worksheet, headers: Sequence[str], bold: Format, text: Format) -> None:
    for place, heading in enumerate(("In column", "stands", "written as", "for example", "and left blank it says")):
        page.write_string(FIRST - 1, place, heading, bold)
    known = [one for header in headers if (one := column(header))] or list(COLUMNS)
    for number, one in enumerate(known, start=FIRST):
        texts = (one.header, one.meaning, one.accepted, one.example, one.blank or "must be filled")
        page.set_row(number, height(zip(texts, WIDTHS, strict=False)))
        for place, said in enumerate(texts):
            page.write_string(number, place, said, text)
