"""vendors publish: numbered revisions, cells as written."""

import io
import shutil
import sqlite3
import subprocess
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


@pytest.fixture
def changed(starter: Path) -> Path:
    """Revision 1 as begun, and a sheet in which a place is blank."""
    vendors("publish")
    edit(starter, "DE (Frankfurt)", "")
    return starter


def count() -> int:
    return len(vendors("log").out.splitlines())


def test_what_differs_is_shown_and_yes_publishes_it(changed: Path) -> None:
    ran = vendors("publish", "--yes")
    assert ran.out == "Published revision 2: 4 rows.\n"
    assert "not stated any more" in ran.err
    assert "New findings" in ran.err


@pytest.mark.parametrize(
    ("answer", "told", "revisions"),
    [
        ("y\n", "", 2),
        ("n\n", "Nothing was stored.", 1),
        ("", "Nobody answered, so nothing was stored; --yes answers beforehand.", 1),
    ],
)
def test_without_yes_it_is_asked(
    changed: Path, monkeypatch: pytest.MonkeyPatch, answer: str, told: str, revisions: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ran = vendors("publish")
    assert "Publish this as revision 2?" in ran.err
    assert (ran.status, count()) == (2 if told else 0, revisions)
    assert told in ran.err


def test_a_revision_that_the_policy_of_today_cannot_read_is_no_obstacle(changed: Path) -> None:
    policy = changed / "data" / "policy.toml"
    text = policy.read_text("utf-8").replace("[services.payments]", "[services.billing]")
    policy.write_text(text.replace('"Payments"', '"Billing"'), "utf-8")  # else it were the service of that name
    edit(changed, ",payments,", ",billing,")
    ran = vendors("publish", "--yes")
    assert "Revision 1 cannot be read by the policy of today, so what differs is not shown.\n" in ran.err
    assert count() == 2


def test_faults_are_never_published(changed: Path) -> None:
    edit(changed, ",DE,,,sub", ",Germny,,,sub")
    assert vendors("publish", "--yes").status == 2
    assert count() == 1


def test_the_author_is_who_was_named_else_whom_git_knows(changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    subprocess.run(["git", "init", "-q"], cwd=changed, check=True)
    for entry, value in (("user.name", "Ada Lee"), ("user.email", "ada@example.com")):
        subprocess.run(["git", "config", entry, value], cwd=changed, check=True)
    vendors("publish", "--yes")
    edit(changed, ",customers,", ",,")
    vendors("publish", "--yes", "--by", "Bob")
    newest, middle, _ = vendors("log").out.splitlines()
    assert "by Bob" in newest
    assert "by Ada Lee <ada@example.com>" in middle


def test_every_command_reads_a_revision_where_it_is_asked_to(changed: Path) -> None:
    """The day alone means the sheet: a day before the revision was published too."""
    for command in ("check", "list", "show host-eu", "annex --format md -o -", "graph --format json -o -"):
        then, now = vendors(*command.split(), "--revision", "1"), vendors(*command.split())
        assert then.status in (0, 1), then.err
        assert then.out != now.out, command
        assert vendors(*command.split(), "--as-of", "2025-01-01").out != then.out, command
        assert (
            vendors(*command.split(), "--revision", "9").err
            == "There is no revision 9; `vendors log` lists those there are.\n"
        )
