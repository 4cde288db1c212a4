"""Days with the name of their month, in four languages."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.text.written_days import in_numbers


@pytest.mark.parametrize(
    "written",
    ["3 March 2024", "March 3, 2024", "Mar 3 2024", "3rd of March, 2024", "3. März 2024", "3. Mär. 2024", "3 mars 2024",
     "3 de marzo de 2024", "03-Mar-2024", "3-MAR-2024"],
)  # fmt: skip
def test_a_day_is_read_in_every_language(written: str) -> None:
    """People, Word and databases write the same day so."""
    assert in_numbers(written) == "2024-03-03"
    assert in_numbers(f"IDTA (signed {written}); BCR") == "IDTA (signed 2024-03-03); BCR"


def test_the_first_has_forms_of_its_own() -> None:
    """French and English count it."""
    assert (
        in_numbers("1er août 2024")
        == in_numbers("August 1st, 2024")
        == in_numbers("1º de agosto de 2024")
        == "2024-08-01"
    )


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["en", "de", "fr", "es"]))
def test_a_day_as_its_language_writes_it_is_that_day(day: date, language: str) -> None:
    """Long and with the month cut short, as CLDR has them."""
    for form in ("d MMMM y", "d MMM y"):
        assert in_numbers(format_date(day, form, locale=language)) == day.isoformat()
    assert in_numbers(format_date(day, "long", locale=language)) == day.isoformat()


@pytest.mark.parametrize(
    "text",
    ["31 February 2024", "3 Foo 2024", "March 2024", "3-Mar-24", "Clause 9 may 2024/1", "v3 March 2024x", "2024", "",
     "route 66 nova 2024"],
)  # fmt: skip
def test_what_is_no_day_stays(text: str) -> None:
    """No such day, no such month, two digits for a year."""
    assert in_numbers(text) == text


def test_a_huge_cell_stays_as_it_is() -> None:
    """131,072 characters, the most a cell may hold, that begin like days again and again."""
    text = "3 de " * 26_214
    assert in_numbers(text) == text
