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
    vendors("publish", "--note", "The beginning")
    sheet = starter / "data" / "vendors.csv"
    rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join(rows[:-1]), encoding="utf-8", newline="")
    vendors("publish")
    newest, oldest = vendors("log").out.splitlines()
    moment = r"\d{4}-\d\d-\d\d \d\d:\d\d UTC"
    assert re.fullmatch(rf"   2  {moment}     3 rows", newest)
    assert re.fullmatch(rf"   1  {moment}     4 rows  The beginning", oldest)


def test_the_log_can_be_read_without_a_sheet(starter: Path) -> None:
    vendors("publish")
    (starter / "data" / "vendors.csv").unlink()
    assert vendors("log").out.startswith("   1  ")
