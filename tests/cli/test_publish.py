"""vendors publish: numbered revisions, cells as written."""

import sqlite3
from pathlib import Path

import pytest

from tests.running import vendors


def edit(folder: Path, old: str, new: str) -> None:
    sheet = folder / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert old in written
    sheet.write_text(written.replace(old, new), encoding="utf-8", newline="")


def test_the_first_revision_is_stored_in_a_hidden_folder(starter: Path) -> None:
    assert vendors("publish").out == "Published revision 1: 4 rows.\n"
    assert (starter / ".vendors" / "registry.db").is_file()


def test_an_unchanged_sheet_stores_nothing(starter: Path) -> None:
    vendors("publish")
    assert vendors("publish", "--note", "again").out == (
        "Nothing has changed since the newest revision; nothing stored.\n"
    )
    assert len(vendors("log").out.splitlines()) == 1


def test_cells_are_stored_as_they_were_written(starter: Path) -> None:
    """Germany in words, and a place with its detail."""
    edit(starter, ",DE,,,sub", ",Germany,,,sub")
    vendors("publish")
    with sqlite3.connect(starter / ".vendors" / "registry.db") as store:
        found = store.execute("SELECT country, region FROM engagement WHERE key = 'host-eu'").fetchall()
    assert found == [("Germany", "DE (Frankfurt)")]


@pytest.mark.parametrize("by", ["option", "environment"])
def test_the_store_may_be_elsewhere(starter: Path, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    url = f"sqlite:///{starter}/elsewhere/vendors.db"
    if by == "environment":
        monkeypatch.setenv("VENDORS_DATABASE_URL", url)
    vendors("publish", *(["--database", url] if by == "option" else []))
    assert (starter / "elsewhere" / "vendors.db").is_file()
    assert not (starter / ".vendors").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--database", "registry.db"), "The address of the store is not one: write "),
        (("--database", "mysql://u:secret@h/d"), 'There is no store of the kind "mysql": write '),
        (("--database", "postgresql://u:secret@h:port/d"), "The port in the address of the store is not a number "),
        (("--database", "postgresql://u:pass@secret@h/d"), "The address of the store can be read in two ways: "),
        (("--database", "sqlite://"), "A store in memory would be forgotten at once: write "),
        (("--note", "\udcff"), "The note holds bytes that are not UTF-8; write it again."),
    ],
)
def test_what_cannot_be_stored_is_refused(starter: Path, arguments: tuple[str, ...], message: str) -> None:
    ran = vendors("publish", *arguments)
    assert (ran.status, ran.stdout) == (2, b"")
    assert ran.err.startswith(message)
    assert "secret" not in ran.err
    assert sorted(path.name for path in starter.iterdir()) == ["data"]


def test_a_store_that_is_no_database_is_a_failure_in_one_line(starter: Path) -> None:
    (starter / ".vendors").mkdir()
    (starter / ".vendors" / "registry.db").write_text("something else, " * 100)
    ran = vendors("publish")
    assert ran.status == 70
    told = "vendors failed: The store at sqlite:///.vendors/registry.db does not answer: file is not a database\n"
    assert ran.err == told


@pytest.mark.parametrize("published", [False, True])
def test_what_customers_found_in_the_first_list_needs_no_day_of_notice(starter: Path, published: bool) -> None:
    """A row whose day of notice is lost: asked for until the list is published; a row that comes after it still is."""
    edit(
        starter, ",2024-03-01,,2024-01-15,2025-11-12,90 days after the end of the contract,https", ",,,,,90 days,https"
    )
    if published:
        vendors("publish")
    edit(
        starter,
        "host-us,",
        "late,Sample Cloud,,,,,,,sub-processor,hosting,Keeps copies,,app,eu,,,,,,,,,,,,,,,,,,,\nhost-us,",
    )
    told = vendors("check", "--each", "--as-of", "2026-11-23").out
    assert ("data/vendors.csv:2 [notified]  gap" in told) is not published
    assert "data/vendors.csv:3 [notified]  gap" in told
