"""vendors log: what was published, when and why."""

import re
from pathlib import Path

from tests.running import vendors


def test_where_nothing_was_published_that_is_said_and_no_store_is_made(starter: Path) -> None:
    ran = vendors("log")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Nothing has been published yet; `vendors publish` stores the first revision.\n"
    assert sorted(path.name for path in starter.iterdir()) == ["data"]


def test_revisions_are_listed_newest_first_with_day_rows_and_note(starter: Path) -> None:
    vendors("publish", "--note", "The beginning", "--by", "Bob")
    sheet = starter / "data" / "vendors.csv"
    rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join(rows[:-1]), encoding="utf-8", newline="")
    vendors("publish", "--yes", "--by", "Ada", "--effective", "2026-12-20")
    newest, oldest = vendors("log").out.splitlines()
    moment = r"\d{4}-\d\d-\d\d \d\d:\d\d UTC"
    assert re.fullmatch(rf"   2  {moment}     3 rows  by Ada; in force from 2026-12-20", newest)
    assert re.fullmatch(rf"   1  {moment}     4 rows  The beginning; by Bob", oldest)


def test_the_log_can_be_read_without_a_sheet(starter: Path) -> None:
    vendors("publish")
    (starter / "data" / "vendors.csv").unlink()
    assert vendors("log").out.startswith("   1  ")


def test_what_became_of_one_vendor_is_told_revision_by_revision(starter: Path) -> None:
    sheet = starter / "data" / "vendors.csv"
    vendors("publish")
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("DE (Frankfurt)", "DE (Frankfurt); US"), encoding="utf-8", newline="")
    vendors("publish", "--yes")
    header, *rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    name = rows[0].split(",")[1]
    sheet.write_text(header + "".join(rows[:-1]), encoding="utf-8", newline="")
    vendors("publish", "--yes")
    sheet.unlink()
    for wanted in (name, name.upper(), "host-eu"):
        lines = vendors("log", "--vendor", wanted).out.splitlines()
        assert [line[:4] for line in lines if line.startswith("   ") and line[3].isdigit()] == ["   2", "   1"]
        assert f"      {name} (host-eu): place widened [region]: DE (Frankfurt) -> DE (Frankfurt); US" in lines
        assert any("vendor added" in line for line in lines)
    ran = vendors("log", "--vendor", name[:-1])
    assert (ran.status, ran.out) == (2, "")
    assert f'did you mean "{name}"?' in ran.err
