"""vendors calendar: formats, period, and the notices of the ledger."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.customers.test_objection import noticed
from tests.running import DAY, vendors


@pytest.fixture
def office(starter: Path) -> Path:
    sheet = starter / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    sheet.write_text(written.replace("2024-03-01,,2024-01-15", "2024-03-01,2027-06-30,2024-01-15", 1), encoding="utf-8")
    return starter


def test_the_text_says_day_what_whose_where_and_what_to_do(office: Path) -> None:
    ran = vendors("calendar", "--as-of", DAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "2027-06-30  last day in force: Sample Cloud (host-eu)  (data/vendors.csv:2 [until])\n"
        "            Prolong it, or prepare its end.\n"
    )


def test_a_period_may_be_asked_for(office: Path) -> None:
    assert vendors("calendar", "--as-of", DAY, "--to", "2027-06-29").out.startswith("Nothing ends, falls due")
    assert vendors("calendar", "--as-of", DAY, "--from", "2028-01-01").out.startswith("Nothing ends, falls due")
    ran = vendors("calendar", "--as-of", DAY, "--to", "2026-01-01")
    assert (ran.status, ran.err) == (2, "2026-01-01 lies before 2026-11-23: there is no day between them.\n")


def test_a_file_has_the_format_of_its_name_and_the_same_bytes_every_time(office: Path) -> None:
    assert vendors("calendar", "--as-of", DAY, "-o", "days.ics").out == "days.ics\n"
    first = (office / "days.ics").read_bytes()
    [event] = Calendar.from_ical(first).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 6, 30)
    vendors("calendar", "--as-of", DAY, "-o", "days.ics")
    assert (office / "days.ics").read_bytes() == first


def test_what_was_read_is_not_overwritten(office: Path) -> None:
    ran = vendors("calendar", "--as-of", DAY, "--format", "text", "-o", "data/policy.toml")
    assert ran.status == 2


def test_the_notices_of_the_ledger_are_in_it(office: Path) -> None:
    noticed(office)
    told = json.loads(vendors("calendar", "--as-of", DAY, "--format", "json").out)["entries"]
    assert [(one["day"], one["kind"]) for one in told][:2] == [
        ("2026-12-04", "last-day-to-object"),
        ("2026-12-21", "effective"),
    ]
