"""What the disk, another program or the network refuses: one sentence, nothing half-written, no password."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from tests.running import vendors
from tests.store import postgres
from tests.store.postgres import New
from tests.store.test_migrations import released
from vendor_registry.model.text.origin import FailureError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store import connection
from vendor_registry.store.fsck import fsck
from vendor_registry.store.revisions import publish, revisions
from vendor_registry.use_cases.register.init import init

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv = ["vendors", *sys.argv[2:]]
from vendor_registry.cli.main import run
run()
"""


def sheet(rows: int) -> Sheet:
    return Sheet("vendors.csv", ("key", "region"), tuple(Row(n + 2, (f"{n}", "x" * 50)) for n in range(rows)))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register with one revision."""
    init(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VENDORS_DATABASE_URL", raising=False)
    assert vendors("publish").status == 0
    return tmp_path


def with_little_room(office: Path, room: int, *arguments: str) -> str:
    """`vendors ARGUMENTS` where no file may be longer than `room` bytes: it fails as on a full disk, in one line."""
    command = [sys.executable, "-c", LIMITED, str(room), *arguments]
    ran = subprocess.run(command, cwd=office, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("\n")) == (70, 1), ran
    assert ran.stderr.startswith("vendors failed: ")
    return ran.stderr


def widen(office: Path) -> None:
    """A sheet of several hundred rows."""
    file = office / "data" / "vendors.csv"
    lines = file.read_text("utf-8").splitlines()
    key = lines[1].split(",")[0]
    more = [lines[1].replace(key, f"k{number}", 1) for number in range(600)]
    file.write_text("\n".join([*lines, *more]) + "\n", "utf-8")


def test_a_disk_that_is_full_leaves_the_revisions_that_there_were(office: Path) -> None:
    widen(office)
    size = (office / ".vendors" / "registry.db").stat().st_size
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(size), "publish", "--yes"],
        cwd=office, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 70
    assert ran.stderr.splitlines()[-1].startswith("vendors failed: The store at sqlite:///.vendors/registry.db ")
    assert fsck("sqlite:///.vendors/registry.db").problems == ()
    assert len(revisions("sqlite:///.vendors/registry.db")) == 1


def test_a_backup_for_which_there_is_no_room_leaves_no_file(office: Path) -> None:
    told = with_little_room(office, 10_000, "ledger", "backup", "copy.db")
    assert told.startswith('vendors failed: The backup "copy.db" was not made: ')
    assert [file.name for file in office.iterdir() if "copy" in file.name] == []


def test_a_migration_for_which_there_is_no_room_changes_nothing(office: Path) -> None:
    old = office / "old.db"
    released(f"sqlite:///{old}")
    before = old.read_bytes()
    with_little_room(office, 10_000, "log", "--database", f"sqlite:///{old}")
    assert old.read_bytes() == before
    assert [file.name for file in office.iterdir() if "before" in file.name] == []
    assert len(revisions(f"sqlite:///{old}")) == 3, "with room it is brought up to date"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no folder that nobody may write to")
def test_a_folder_that_may_not_be_written_to_is_a_sentence(office: Path) -> None:
    ran = vendors("publish", "--database", "sqlite:////proc/vendors/registry.db")
    assert ran.status == 70
    assert ran.err.startswith('vendors failed: The folder of the store cannot be made: "/proc/vendors"')
    ran = vendors("ledger", "backup", "/proc/copy.db")
    assert ran.status == 70
    assert ran.err.count("\n") == 1
    assert "/proc/" in ran.err


def test_a_file_that_another_program_holds_is_waited_for_and_then_told(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_PATIENCE", 0.1)
    other = sqlite3.connect(office / ".vendors" / "registry.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        widen(office)
        ran = vendors("publish", "--yes")
    finally:
        other.close()
    assert ran.status == 70
    assert (
        ran.err == "vendors failed: The store at sqlite:///.vendors/registry.db does not answer: database is locked\n"
    )
    assert vendors("publish", "--yes").status == 0


def lose_the_connection(url: str) -> None:
    """Between a change and its end the server closes the session."""
    with connection.writing(url) as opened:
        opened.execute(text("UPDATE revision SET note = 'half'"))
        served = opened.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with psycopg.connect(url, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (served,))
        opened.execute(text("SELECT 1"))


def test_a_connection_that_is_lost_in_the_middle_stores_nothing_and_tells_no_password(new_store: New) -> None:
    url = new_store()
    if url.startswith("sqlite"):
        pytest.skip("a file is not reached over a connection")
    publish(url, [sheet(3)], "", NOW, ["key"])
    with pytest.raises(FailureError, match="does not answer") as told:
        lose_the_connection(url)
    assert "\n" not in str(told.value)
    assert postgres.PASSWORD not in str(told.value)
    assert postgres.ESCAPED not in str(told.value)
    assert [one.note for one in revisions(url)] == [""]
    assert fsck(url).problems == ()


def test_a_server_that_is_gone_is_a_sentence(new_store: New) -> None:
    url = new_store()
    if url.startswith("sqlite"):
        pytest.skip("a file is not reached over a connection")
    with pytest.raises(FailureError, match="does not answer") as told:
        revisions("postgresql://vendors:hunter2@127.0.0.1:1/registry")
    assert "hunter2" not in str(told.value)
