"""Days as Excel leaves them: what a text proves of its order, and what it means in one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.words.day_orders import Order, evidence, in_iso

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_dots_and_a_year_at_the_end_are_day_month_year(some: date) -> None:
    """01.09.2023 and 1.9.2023 and 1. 9. 2023, whatever else the column holds."""
    for written in (
        f"{some:%d.%m.%Y}",
        f"{some.day}.{some.month}.{some.year}",
        f"{some.day}. {some.month}. {some.year}",
    ):
        for order in (None, *Order):
            assert in_iso(written, order) == str(some)


@given(DAYS)
def test_a_year_at_the_beginning_leaves_no_choice(some: date) -> None:
    """2023/9/1, 2023-9-1 and 2023.09.01."""
    for written in (f"{some.year}/{some.month}/{some.day}", f"{some.year}-{some.month}-{some.day}", f"{some:%Y.%m.%d}"):
        assert in_iso(written, None) == str(some)


@pytest.mark.parametrize(
    "time",
    [
        "T00:00:00Z",
        " 00:00:00",
        " 00:00",
        "T00:00:00.000Z",
        "T00:00:00+01:00",
        " 0:00",
        " 12:00:00 AM",
        " 00:00:00 UTC",
    ],
)
@pytest.mark.parametrize("day", ["2024-03-01", "01.03.2024", "2024/3/1"])
def test_midnight_behind_a_day_is_what_an_export_adds(day: str, time: str) -> None:
    assert in_iso(day + time, None) == "2024-03-01"


@pytest.mark.parametrize("time", ["T00:30:00Z", " 23:00", " 12:00:00 PM", "T00:00:01Z", "T00:00:00.5Z"])
def test_another_time_of_day_stays(time: str) -> None:
    assert in_iso(f"2024-03-01{time}", None) == f"2024-03-01{time}"


def test_midnight_is_no_evidence_against_the_order_of_a_column() -> None:
    assert in_iso("3/13/2024 12:00:00 AM", Order.MONTH_FIRST) == "2024-03-13"
    assert [*evidence(["3/13/2024 12:00:00 AM"]).proofs] == [Order.MONTH_FIRST]


@given(DAYS)
def test_slashes_are_read_in_the_order_of_the_column(some: date) -> None:
    """Both orders, with and without noughts; a day whose number is that of its month needs none."""
    assert in_iso(f"{some:%d/%m/%Y}", Order.DAY_FIRST) == str(some)
    assert in_iso(f"{some.month}/{some.day}/{some.year}", Order.MONTH_FIRST) == str(some)
    assert (in_iso(f"{some:%d-%m-%Y}", None) == str(some)) == (some.day == some.month)


@given(DAYS, st.sampled_from(Order))
def test_a_day_proves_its_order_where_its_number_is_no_month(some: date, order: Order) -> None:
    """13/09/2023 proves; 01/09/2023 leaves two days open; 01/01/2023 says nothing and needs nothing."""
    written = f"{some:%d/%m/%Y}" if order is Order.DAY_FIRST else f"{some:%m/%d/%Y}"
    found = evidence([written])
    assert found.proofs == ({order: written} if some.day > 12 else {})
    assert bool(found.open) == (some.day <= 12 and some.day != some.month)


@pytest.mark.parametrize(
    "text",
    ["", "31.02.2023", "32/01/2023", "13/13/2023", "1/2/23", "12.2023", "v1.2.2023.4", "10.1.2.2023", "1/2/2023/4",
     "AB1/2/2023", "https://acme.example/01/02/2023x", "2023-02-30", "45170", "1.2/2023"],
)  # fmt: skip
def test_what_is_no_day_stays(text: str) -> None:
    """Days that no calendar has, two digits for a year, versions, paths, numbers."""
    for order in (None, *Order):
        assert in_iso(text, order) == text
    assert evidence([text]).open == []


def test_days_inside_a_text_are_read() -> None:
    """Of a mechanism, in brackets."""
    text = "DPF (01.09.2023 to 1/9/2026); SCC M3 (2021-10-01)"
    assert in_iso(text, Order.DAY_FIRST) == "DPF (2023-09-01 to 2026-09-01); SCC M3 (2021-10-01)"
    assert in_iso("SCC M3 (12/31/2021)", Order.MONTH_FIRST) == "SCC M3 (2021-12-31)"
