"""A sheet as a workbook that Legal likes: drop-downs, notes on headers, days as days, and a page of explanations."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from vendor_registry.intake import kinds
from vendor_registry.intake.columns import column
from vendor_registry.intake.fair_copy.explanations import explain, height, printed
from vendor_registry.intake.fair_copy.words import Words, words
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.sheet import Sheet

NAME = "Vendors"
SPARE = 500  # rows below the last that have drop-downs too
WIDTHS = {
    "purpose": 40,
    "region": 28,
    "mechanism": 32,
    "notes": 40,
    "source": 30,
    "address": 30,
    "contact": 30,
    "key": 18,
}
USUAL, NARROW = 20, 12  # characters
TALLEST = 90.0  # points, six lines: long notes must not push the next row off the screen
FROZEN = 2  # columns that stay in sight: key and vendor
ASKED, OTHERS = "#FCE4D6", "#DDEBF7"  # behind headers that must be filled, and behind the others
CREATED = datetime.fromisoformat("2000-01-01")  # the same input always gives the same bytes
OPTIONS: Mapping[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def as_xlsx(sheet: Sheet, policy: Policy) -> bytes:
    """The workbook. Every text stays a text: none becomes a formula, a link or a number."""
    out = io.BytesIO()
    book = Workbook(out, dict(OPTIONS))
    book.set_properties({"created": CREATED, "title": policy.company.name, "comments": "The register of vendors"})
    page = book.add_worksheet(NAME)
    found = words(policy, len(sheet.header))
    explain(book, sheet.header, found)
    _head(book, page, sheet.header, len(sheet.rows))
    text, day = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"num_format": "yyyy-mm-dd"})
    day.set_align("top")
    day.set_align("left")
    widths = list(map(_width, sheet.header))
    for line, row in enumerate(sheet.rows, start=1):
        page.set_row(line, min(height(zip(row.values, widths, strict=True)), TALLEST))
        for place, (header, value) in enumerate(zip(sheet.header, row.values, strict=True)):
            _cell(page, (line, place), value, day if _is_day(header) else text)
    _choices(page, sheet.header, found, len(sheet.rows) + SPARE)
    book.close()
    return out.getvalue()


def _head(book: Workbook, page: Worksheet, headers: Sequence[str], rows: int) -> None:
    """The header, with a note on each of its cells, and a filter over all rows: Excel leaves others in sight."""
    plain = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    asked, others = (book.add_format({**plain, "bg_color": colour}) for colour in (ASKED, OTHERS))
    page.freeze_panes(1, FROZEN)
    page.repeat_rows(0)
    printed(page)
    page.set_row(0, 30)
    page.autofilter(0, 0, max(rows, 1), len(headers) - 1)
    for place, header in enumerate(headers):
        one = column(header)
        page.set_column(place, place, _width(header))
        page.write_string(0, place, header, asked if one and one.required else others)
        if one:
            note = f"{one.meaning}\n\n{one.accepted}" + (f"\n\nfor example {one.example}" if one.example else "")
            page.write_comment(0, place, note, {"author": "vendors", "x_scale": 2, "y_scale": 1.2})


def _width(header: str) -> int:
    return WIDTHS.get(header, NARROW if _is_day(header) else USUAL)


def _is_day(header: str) -> bool:
    one = column(header)
    return one is not None and one.kind is kinds.DAY


def _cell(page: Worksheet, at: tuple[int, int], value: str, form: Format) -> None:
    """A day as a day where it is one that spreadsheets know; they take 1900 for a leap year."""
    if value and form.num_format != "General" and date.fromisoformat(value) > date(1900, 3, 1):
        page.write_datetime(*at, datetime.fromisoformat(value), form)
    elif value:
        page.write_string(*at, value, form)
    else:
        page.write_blank(*at, None, form)


def _choices(page: Worksheet, headers: Sequence[str], found: Mapping[str, Words], last: int) -> None:
    """Drop-downs. Where several words may stand in a cell, the list helps and others are let in."""
    for place, header in enumerate(headers):
        if header in found:
            one = found[header]
            told = f"Choose one, or write several with ; between: {one.what}" if one.several else one.what
            page.data_validation(1, place, last, place, {
                "validate": "list", "source": one.source, "show_error": not one.several, "input_title": header,
                "input_message": told[:255], "error_title": header, "error_message": f"Choose {one.what}."[:255],
            })  # fmt: skip
        elif _is_day(header):
            page.data_validation(1, place, last, place, {
                "validate": "date", "criteria": ">", "value": date(1900, 3, 1), "error_title": header,
                "error_message": "Write a day, such as 2024-12-31.",
            })  # fmt: skip
