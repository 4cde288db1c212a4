"""Pages of a workbook with the styles of documents, and how texts and values get into their cells."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vendor_registry.documents.document import Document
from vendor_registry.model.text.visible import printable

Value = str | int | date
Styled = tuple[Value, Format]

LONGEST = 32_767  # signs in a cell (Excel specifications and limits)
_OPTIONS: Mapping[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NAME = 31  # signs in the name of a page
_FOOT = 200  # signs in a foot, of the 255 there can be
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_A4 = 9
_LINE, _TALLEST = 13.5, 409.0  # points: a line of text, and the tallest row there can be


class Book:
    """The workbook with its styles; the same calls give the same bytes."""

    def __init__(self, document: Document) -> None:
        self._out, self._document = io.BytesIO(), document
        self._book, self._names = Workbook(self._out, dict(_OPTIONS)), set[str]()
        noon = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
        title, author = (printable(text)[:255] for text in (document.title, document.author))
        self._book.set_properties({"title": title, "author": author, "comments": document.seal, "created": noon})
        top = {"valign": "top", "text_wrap": True, "font_size": 10}
        quiet = {**top, "font_color": "#50565E"}
        add = self._book.add_format
        self.text, self.nested = add({**top, "num_format": "@"}), add({**top, "num_format": "@", "indent": 2})
        self.label, self.missing = add(quiet), add({**quiet, "italic": True})
        self.number = add({**top, "num_format": "0", "align": "left"})
        self.day = add({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        self.head = add({**top, "bold": True, "bg_color": "#EEF1F5", "bottom": 1})
        self.titles = [add({"bold": True, "font_size": size}) for size in (16, 13, 11, 10)]

    def page(self, name: str, widths: Sequence[int]) -> Worksheet:
        """A page with columns of these widths, in characters; printed across A4, the foot on each sheet of paper."""
        page = self._book.add_worksheet(self._free(name))
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer(f"&L&8{printable(self._document.footer)[:_FOOT].replace('&', '&&')}&R&8&P / &N")
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        return page

    def finished(self) -> bytes:
        self._book.close()
        return self._out.getvalue()

    def _free(self, name: str) -> str:
        """A name that Excel accepts and that no other page has."""
        plain = _NOT_IN_NAMES.sub(" ", printable(name)).strip()[:_NAME].strip() or "-"
        found, number = plain, 2
        while found.casefold() in self._names or found.casefold() == "history":
            ending = f" {number}"
            found, number = plain[: _NAME - len(ending)] + ending, number + 1
        self._names.add(found.casefold())
        return found


def write(page: Worksheet, at: int, cells: Sequence[Styled], widths: Sequence[int]) -> int:
    """Cells side by side; what is too long for a cell goes on in the row below. Gives the next free row."""
    parts = [_parts(value) for value, _ in cells]
    for below in range(max(map(len, parts))):
        row = [found[below] if below < len(found) else "" for found in parts]
        for place, (value, (_, style)) in enumerate(zip(row, cells, strict=True)):
            _put(page, (at, place), value, style)
        page.set_row(at, height([str(value) for value in row], widths))
        at += 1
    return at


def height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Points that the tallest text of a row needs, as far as a row can be tall; no program does that when it opens."""
    tallest = max(
        sum(-(-max(len(line), 1) // width) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    )
    return min(tallest * _LINE + 3, _TALLEST)


def _put(page: Worksheet, place: tuple[int, int], value: Value, style: Format) -> None:
    """Each value as what it is: a text is never read, so that none becomes a formula or a link."""
    if isinstance(value, date):
        page.write_datetime(*place, value, style)
    elif isinstance(value, int):
        page.write_number(*place, value, style)
    else:
        page.write_string(*place, value, style)


def _parts(value: Value) -> list[Value]:
    if not isinstance(value, str) or not value:
        return [value]
    return [value[start : start + LONGEST] for start in range(0, len(value), LONGEST)]
