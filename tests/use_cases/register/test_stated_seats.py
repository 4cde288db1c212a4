"""Seats of companies that a list only names: told with their source, never filled in."""

from pathlib import Path

import pytest

from vendor_registry.intake.catalogue.vendors import facts_of
from vendor_registry.intake.lists.profile import Profile
from vendor_registry.use_cases.register.incoming import listing, told

SEAT = next(fact for fact in facts_of("Cloudflare") if fact.column == "country")


@pytest.mark.parametrize(
    ("company", "seat", "expected"),
    [
        ("Cloudflare, Inc.", "", True),
        ("Cloudflare Inc", "", True),  # the comma makes no other company of it
        ("Cloudflare Ltd", "", False),
        ("Cloudflare, Inc.", "USA", False),
        ("Nobody, Inc.", "", False),
    ],
)
def test_a_seat_is_told_where_the_list_has_the_name_and_no_seat(company: str, seat: str, expected: bool) -> None:
    page = (
        f"| Sub-processor | Country | Purpose | Location |\n|---|---|---|---|\n| {company} | {seat} | CDN | Germany |\n"
    )
    found = listing(Path("list.md"), page.encode(), "md", Profile(), None)
    [row] = found.rows
    lines = [line for text in told(found) for line in text.splitlines() if company in line]
    assert lines == ([f"  list.md:3 {company}: {SEAT.value} ({SEAT.source}, seen {SEAT.seen})"] if expected else [])
    assert row.cells["country"] == ("US" if seat else "unknown")
