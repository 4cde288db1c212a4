"""vendors fsck: exit status 1 where the ledger does not say what it said."""

import sqlite3
from pathlib import Path

from tests.running import vendors


def test_a_whole_ledger_is_said_to_be_whole(starter: Path) -> None:
    vendors("publish")
    ran = vendors("fsck")
    assert (ran.status, ran.out) == (0, "The ledger is whole: 1 revision, 4 rows kept once.\n")


def test_where_nothing_was_published_nothing_is_wrong(starter: Path) -> None:
    assert vendors("fsck").out == "The ledger is whole: 0 revisions, 0 rows kept once.\n"
    assert not (starter / ".vendors").exists()


def test_what_is_wrong_is_told(starter: Path) -> None:
    vendors("publish")
    with sqlite3.connect(starter / ".vendors" / "registry.db") as store:
        store.execute("UPDATE revision SET note = 'rewritten'")
    ran = vendors("fsck")
    assert ran.status == 1
    assert ran.out.startswith(
        "Revision 1 was changed after it was published: its digest is not that of what it says.\n"
    )
    assert ran.out.endswith("1 problem: 1 revision, 4 rows kept once.\n")
