"""A published list, a change, and what customers are to be told of it: one command after the other."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.customers.test_objection import CUSTOMERS, TODAY, noticed
from tests.running import DAY, vendors
from vendor_registry.use_cases.register.init import init

PROMISED = CUSTOMERS.replace("zone\n", "zone,country,notice_days\n").replace(",eu\nb", ",eu,DE,45\nb")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    sheet, _ = init(tmp_path)
    (tmp_path / "data" / "customers.csv").write_text(PROMISED.replace("app,eu\n", "app,eu,,\n"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    noticed(tmp_path)
    return sheet


def edit(sheet: Path, old: str, new: str) -> None:
    written = sheet.read_text(encoding="utf-8")
    assert old in written
    sheet.write_text(written.replace(old, new, 1), encoding="utf-8", newline="")


def check() -> list[dict[str, str]]:
    ran = vendors("check", "--as-of", DAY, "--rule", "notice-due", "--format", "json")
    found: list[dict[str, str]] = json.loads(ran.out)["findings"]
    return found


def test_a_change_is_found_told_and_dated_and_who_objects_goes_without(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """publish > move > check > calendar > objection > annex"""
    folder = office.parent.parent
    assert [one["message"][:40] for one in check()] == ["The notice of 2026-11-20 on Sample Cloud"]
    edit(office, "DE (Frankfurt)", "DE (Frankfurt); IE")
    [moved] = [one for one in check() if one["message"].startswith("Nobody has told")]
    assert moved["verdict"] == "broken"
    assert (
        'Acme and Bolt that region of Sample Cloud says "DE (Frankfurt); IE", not "DE (Frankfurt)"' in moved["message"]
    )
    assert "45 days are promised; told today, it may count from" in moved["message"]

    assert vendors("calendar", "--as-of", DAY, "-o", "days.ics").status == 0
    read = Calendar.from_ical((folder / "days.ics").read_bytes())
    days = {str(one.decoded("dtstart")): str(one.decoded("categories")[0]) for one in read.walk("VEVENT")}
    assert days == {"2026-12-04": "last-day-to-object", "2026-12-21": "effective"}

    monkeypatch.setattr("vendor_registry.cli.customers.objection.today", lambda: TODAY)
    asked = ("objection", "add", "--customer", "acme", "--vendor", "Sample Cloud", "--reason", "Ireland", "--on")
    assert vendors(*asked, "2026-12-01").out.startswith("Objection 1 of acme to Sample Cloud is recorded")
    written = vendors("annex", "--as-of", DAY, "--customer", "acme", "--format", "md", "-o", "-")
    assert "Sample Cloud" not in written.out
    assert "Sample Cloud" in vendors("annex", "--as-of", DAY, "--customer", "bolt", "--format", "md", "-o", "-").out
