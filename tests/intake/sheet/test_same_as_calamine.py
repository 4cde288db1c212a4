"""Workbooks are read as another reader reads them, where that one can: python-calamine is the judge."""

import io
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Value, Worksheet
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.intake.sheet.header import ENGAGEMENTS
from vendor_registry.intake.sheet.workbook import read
from vendor_registry.intake.words.characters import CONTROL

LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_")
TEXTS = (
    st.text(LETTERS, min_size=1, max_size=8).map(lambda text: f"<{text}>").filter(lambda one: not CONTROL.search(one))
)
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9, allow_nan=False).map(lambda one: round(one, 4)))
DAYS = st.dates(date(1900, 3, 1), date(2199, 12, 31))
CELLS = st.one_of(st.none(), TEXTS, NUMBERS, DAYS, st.booleans())
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6)


@pytest.mark.parametrize("book", [xlsx_book, ods_book], ids=["xlsx", "ods"])
@settings(max_examples=60, deadline=None)
@given(rows=ROWS, name=TEXTS)
def test_what_both_can_read_is_read_alike(
    book: Callable[[list[Worksheet]], bytes], rows: list[list[Value]], name: str
) -> None:
    """Texts, numbers, days, truths and blanks, anywhere."""
    raw = book([Worksheet(rows, name)])
    found = read(io.BytesIO(raw), "register", "", ENGAGEMENTS)
    ours = {(row.line, place): text for row in found.rows for place, text in enumerate(row.values) if text}
    theirs = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0)
    judged = {
        (line, place): _typed(value)
        for line, values in enumerate(theirs.to_python(skip_empty_area=False), start=1)
        for place, value in enumerate(values)
        if value != ""
    }
    assert ours == judged
    assert found.name == theirs.name


def _typed(value: object) -> str:
    """A value as a person would have typed it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return str(value.date())
    return str(value)
