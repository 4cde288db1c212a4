"""vendors ledger: a copy in one file, and a ledger made from it."""

from pathlib import Path

from tests.running import vendors


def test_a_backup_is_restored_elsewhere(starter: Path) -> None:
    vendors("publish", "--note", "The beginning", "--by", "Ada")
    assert vendors("ledger", "backup", "copy.db").out == "copy.db: 1 revision\n"
    other = f"sqlite:///{starter}/other/registry.db"
    assert vendors("ledger", "restore", "copy.db", "--database", other).out == "Restored 1 revision.\n"
    assert vendors("log", "--database", other).out == vendors("log").out
    assert vendors("fsck", "--database", other).status == 0


def test_nothing_is_overwritten(starter: Path) -> None:
    assert vendors("ledger", "backup", "copy.db").status == 2
    vendors("publish")
    vendors("ledger", "backup", "copy.db")
    before = (starter / "copy.db").read_bytes()
    assert vendors("ledger", "backup", "copy.db").err == (
        '"copy.db" is there already; a backup never takes the place of another file.\n'
    )
    assert vendors("ledger", "restore", "copy.db").status == 2
    assert (starter / "copy.db").read_bytes() == before
