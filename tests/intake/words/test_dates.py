"""Dates have one form."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.dates import FORM, day


def _hint(written: str) -> str:
    with pytest.raises(UnclearError) as unclear:
        day(written)
    return unclear.value.complaints[0][1]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_written(some: date) -> None:
    """Three hundred years."""
    assert day(some.isoformat()) == some


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31.12.2024", "2024-12-31"),
        ("1.2.2024", "2024-02-01"),
        ("31. 12. 2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("31/12/2024", "2024-12-31"),
        ("3/4/2024", "2024-03-04 or 2024-04-03"),
        ("04/04/2024", "2024-04-04"),
        ("2024/12/31", "2024-12-31"),
        ("20241231", "2024-12-31"),
        ("2024-1-5", "2024-01-05"),
        ("45657", "2024-12-31"),  # as spreadsheets count days
    ],
)
def test_other_forms_get_a_suggestion(written: str, meant: str) -> None:
    """As Excel, people in Germany and people in the United States write them; which month is meant is not guessed."""
    assert _hint(written) == f"did you mean {meant}? {FORM}"


@pytest.mark.parametrize("written", ["99999", "2024", "Dec 31, 2024", "12-31", "٢٠٢٤-١٢-٣١"])
def test_what_could_be_anything_gets_the_form(written: str) -> None:
    """A number that counts no day of our time, a year, words, no year."""
    assert _hint(written) == FORM


@pytest.mark.parametrize("written", ["31.12.24", "12/31/24", "3-Mar-24", "3. 4. 24"])
def test_a_year_of_two_digits_is_asked_for_whole(written: str) -> None:
    assert _hint(written) == f"Write all four digits of the year. {FORM}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2024-12-31 09:15", "2024-12-31"), ("2024-02-29T23:00:00.000Z", "2024-02-29"), ("31.12.2024 9:15", "2024-12-31")],
)
def test_a_time_of_day_is_not_cut_off_unasked(written: str, meant: str) -> None:
    """Eleven at night in London is the next day in Berlin."""
    hint = _hint(written)
    assert hint.startswith("Write the day alone.")
    assert meant in hint or "." in written


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2024-02-30", "February 2024 has 29 days."),
        ("2023-02-29", "February 2023 has 28 days."),
        ("2024-04-31", "April 2024 has 30 days."),
        ("2024-00-10", "There is no month 0; dates are written year-month-day, such as 2024-12-31."),
        ("2024-01-00", "January 2024 has 31 days."),
    ],
)
def test_days_that_no_calendar_has(written: str, why: str) -> None:
    """In the right form, and still not a day."""
    assert _hint(written) == why


@given(st.text(max_size=20).filter(lambda text: not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)))
def test_any_other_text_is_refused_with_a_hint(text: str) -> None:
    """Nothing but the one form is a date."""
    assert _hint(text)
