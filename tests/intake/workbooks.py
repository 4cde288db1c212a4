"""Spreadsheet files of one worksheet."""

from collections.abc import Sequence

from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Value, Worksheet
from tests.intake.xlsx_book import xlsx_book


def xlsx(rows: Sequence[Sequence[Value]]) -> bytes:
    """An Excel workbook with one worksheet; None is an empty cell."""
    return xlsx_book([Worksheet(rows)])


def ods(rows: Sequence[Sequence[Value]]) -> bytes:
    """A LibreOffice workbook with one worksheet."""
    return ods_book([Worksheet(rows)])
