"""Days with the month as a word: read in five languages, and nothing else is taken for one."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.text.month_names import named_months_in_iso


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["en_US", "en_GB", "de", "fr", "es", "nl"]))
def test_the_long_form_of_every_language(some: date, language: str) -> None:
    assert named_months_in_iso(format_date(some, "long", language)) == str(some)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mar 3rd, 2025", "2025-03-03"),
        ("1er mars 2025", "2025-03-01"),
        ("03-Mar-2025", "2025-03-03"),
        ("15/Nov/2022", "2022-11-15"),
        ("2024-Mar-05", "2024-03-05"),
        ("12 Dec. 2024", "2024-12-12"),
        ("1st of May 2024", "2024-05-01"),
        ("August 1st, 2024", "2024-08-01"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("3. Mär. 2024", "2024-03-03"),
        ("14 July 2025 00:00:00", "2025-07-14"),
        ("DPF (1 September 2023); SCC", "DPF (2023-09-01); SCC"),
    ],
)
def test_forms_of_every_day(written: str, meant: str) -> None:
    assert named_months_in_iso(written) == meant


@pytest.mark.parametrize("written", ["31 February 2025", "May 2024", "3 marketing 2024", "3-Mar-25", "v3 May 20245"])
def test_what_is_no_whole_day_stays(written: str) -> None:
    assert named_months_in_iso(written) == written


def test_a_huge_cell_stays_as_it_is() -> None:
    """131,072 characters, the most a cell may hold, that begin like days again and again."""
    text = "3 de " * 26_214
    assert named_months_in_iso(text) == text
