"""What was changed behind the ledger's back is found, and named."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.store.postgres import New
from vendor_registry.model.ledger.notice import Notice, Outcome
from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.backup import backup, restore
from vendor_registry.store.damage import DamagedError
from vendor_registry.store.fsck import fsck
from vendor_registry.store.notices import Record, record
from vendor_registry.store.objections import add, decide
from vendor_registry.store.reviews import record as review
from vendor_registry.store.revisions import publish, revisions, sheets_of

NOW = datetime(2026, 11, 23, tzinfo=UTC)
COLUMNS = ["key", "region"]


def sheet(*rows: tuple[str, str], file: str = "vendors.csv") -> Sheet:
    return Sheet(file, ("key", "region"), tuple(Row(line, row) for line, row in enumerate(rows, start=2)), sha256="ab")


def filled(url: str) -> None:
    """Three revisions: the second has a further sheet, the third the rows of the first in another order."""
    one, other = sheet(("a", "US")), sheet(("c", "IN"), file="more.csv")
    history = ([sheet(("a", "DE"), ("b", "FR"))], [one, other], [sheet(("b", "FR"), ("a", "DE"))])
    for number, sheets in enumerate(history):
        publish(url, sheets, f"note {number}", NOW, COLUMNS, author="Ada", base=number)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    filled(f"sqlite:///{tmp_path}/registry.db")
    return tmp_path / "registry.db"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE revision SET note = 'other' WHERE number = 2", "Revision 2 was changed after it was published"),
        ("UPDATE revision SET author = 'Eve' WHERE number = 3", "Revision 3 was changed after it was published"),
        ("UPDATE revision SET published_at = '2020-01-01 00:00:00.000000'", "Revision 1 was changed"),
        ("UPDATE revision SET previous = '' WHERE number = 2", "Revision 2 does not follow the revision before it"),
        ("DELETE FROM revision WHERE number = 2", "Revision 2 is missing"),
        ("UPDATE sheet SET file = 'x.csv' WHERE revision = 1", "Revision 1 was changed after it was published"),
        ("DELETE FROM sheet WHERE revision = 3", "Revision 3 has no sheet"),
        ("UPDATE cells SET cells = json_set(cells, '$.region', 'XX')", "The texts kept as "),
        ("DELETE FROM cells WHERE digest = (SELECT min(digest) FROM cells)", "places texts that are not there"),
        ("UPDATE placement SET gap = 7 WHERE id = 1", "Revision 1: the rows of vendors.csv are not those"),
        ("DELETE FROM placement WHERE id = 1", "Revision 1 does not hold what it says it holds: 1 rows, 2 when"),
        ("UPDATE placement SET last = 9 WHERE id = 1", "Entry 1 stands from revision 1 to 9, of 3."),
        (
            "INSERT INTO notice VALUES (1, 'k', 'mail', 'A', NULL, 8, '[]', '2026-01-01', '2026-01-01', '2026-01-01')",
            "Notice 1 speaks of revision 8, which is not there.",
        ),
    ],
)
def test_each_change_is_told(store: Path, change: str, told: str) -> None:
    url = f"sqlite:///{store}"
    assert fsck(url).problems == ()
    with sqlite3.connect(store) as database:
        database.execute(change)
    assert any(told in problem for problem in fsck(url).problems), fsck(url).problems


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "UPDATE revision SET published_at = 'noon' WHERE number = 2",
            'revision 2 [published_at]: "noon" cannot be read.',
        ),
        ("UPDATE revision SET effective = '2026-13-01'", 'revision 1 [effective]: "2026-13-01" cannot be read.'),
        ("UPDATE revision SET rows = 'many' WHERE number = 3", 'revision 3 [rows]: "many" cannot be read.'),
        ("UPDATE sheet SET header = '[\"key' WHERE revision = 1", 'sheet 1, 0 [header]: "["key" cannot be read.'),
        ("UPDATE sheet SET header = '7' WHERE revision = 1", 'sheet 1, 0 [header]: "7" cannot be read.'),
        ("UPDATE sheet SET file = CAST(x'ff41' AS TEXT) WHERE revision = 3", 'sheet 3, 0 [file]: "?A" cannot be read.'),
        ("DELETE FROM vendors_version", "The table vendors_version of the store does not say which tables it has."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(store: Path, change: str, told: str) -> None:
    with sqlite3.connect(store) as database:
        database.execute(change)
    assert told in fsck(f"sqlite:///{store}").problems


def test_whoever_reads_a_damaged_ledger_is_told_to_look_what_is_wrong(store: Path) -> None:
    with sqlite3.connect(store) as database:
        database.execute("UPDATE revision SET published_at = 'noon' WHERE number = 2")
    with pytest.raises(DamagedError, match=r'is damaged: "noon" cannot be read; vendors fsck tells'):
        revisions(f"sqlite:///{store}")


def test_a_bit_that_turned_over_anywhere_never_ends_in_a_failure_of_ours(store: Path) -> None:
    whole = store.read_bytes()
    for at in range(1_000, len(whole), 997):
        store.write_bytes(whole[:at] + bytes((whole[at] ^ 4,)) + whole[at + 1 :])
        assert isinstance(fsck(f"sqlite:///{store}").problems, tuple)


@pytest.fixture
def told(store: Path) -> Path:
    """Two notices with their letters, an objection that was decided and one that is open, and a review."""
    url = f"sqlite:///{store}"
    sent = Notice(
        number=0,
        customer="acme",
        channel="e-mail",
        before=1,
        after=2,
        vendors=("Mail",),
        sent_on=NOW.date(),
        effective_on=date(2026, 12, 31),
        object_until=date(2026, 12, 24),
        recorded_by="Ada",
    )
    first, _ = record(
        url, [Record(notice=one, scope="mail; eu", sha256="ab") for one in (sent, replace(sent, customer="bolt"))]
    )
    for customer in ("acme", "bolt"):
        add(url, first, customer, "Mail", NOW.date(), "No")
    decide(url, 1, Outcome.DISMISSED, NOW.date(), "Ada")
    review(
        url,
        [
            Review(
                number=0,
                engagement="a",
                subject=Subject.VENDOR,
                reviewed_on=NOW.date(),
                reviewed_by="Ada",
                conclusion=Conclusion.PASSED,
            )
        ],
    )
    return store


@pytest.mark.parametrize(
    ("change", "told_of"),
    [
        ("UPDATE notice SET object_until = '2026-12-01' WHERE id = 1", "Notice 1 was changed after it was recorded"),
        ("UPDATE notice SET vendors = '[]' WHERE id = 2", "Notice 2 was changed after it was recorded"),
        ("UPDATE document SET sha256 = 'cd' WHERE id = 2", "Document 2 was changed"),
        ("DELETE FROM document WHERE id = 1", "Document 1 is missing"),
        ("UPDATE objection SET reason = 'Fine' WHERE id = 2", "Objection 2 was changed"),
        ("UPDATE objection SET outcome = 'upheld' WHERE id = 1", "The decision on objection 1 was changed"),
        ("UPDATE objection SET outcome = 'upheld' WHERE id = 2", "The decision on objection 2 is not in the chain"),
        ("DELETE FROM objection WHERE id = 2", "Objection 2 is missing"),
        ("UPDATE review SET note = 'fine' WHERE id = 1", "Review 1 was changed"),
        (
            "UPDATE document SET id = 9 WHERE id = 2",
            "Document 9 is not in the chain",
        ),
        ("DELETE FROM link WHERE id = 1", "Notice 1 is not in the chain of records"),
        ("DELETE FROM link WHERE id = 1", "Notice 2 was changed after it was recorded, or the chain before it was"),
        ("UPDATE link SET digest = 'x' WHERE id = 3", "Document 1 was changed"),
    ],
)
def test_each_change_of_what_was_recorded_is_told(told: Path, change: str, told_of: str) -> None:
    url = f"sqlite:///{told}"
    assert fsck(url).problems == ()
    with sqlite3.connect(told) as database:
        database.execute(change)
    assert any(told_of in problem for problem in fsck(url).problems), fsck(url).problems


def test_a_ledger_that_is_not_there_is_whole(tmp_path: Path) -> None:
    assert fsck(f"sqlite:///{tmp_path}/none.db").problems == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_published_meanwhile_is_never_overwritten(store: Path) -> None:
    url = f"sqlite:///{store}"
    with pytest.raises(UsageError, match=r"Revision 3 was published meanwhile; nothing was stored"):
        publish(url, [sheet(("z", "DE"))], "", NOW, COLUMNS, base=2)
    assert len(revisions(url)) == 3


def test_the_database_grows_with_what_changed(store: Path) -> None:
    url = f"sqlite:///{store}"
    rows = [(f"k{n:04}", "DE") for n in range(500)]
    publish(url, [sheet(*rows)], "", NOW, COLUMNS)
    with sqlite3.connect(store) as database:
        before = database.execute("SELECT (SELECT count(*) FROM cells), (SELECT count(*) FROM placement)").fetchone()
    publish(url, [sheet(*rows[:250], ("new", "FR"), *rows[250:])], "", NOW, COLUMNS)
    with sqlite3.connect(store) as database:
        after = database.execute("SELECT (SELECT count(*) FROM cells), (SELECT count(*) FROM placement)").fetchone()
    assert (after[0] - before[0], after[1] - before[1]) == (1, 1)
    assert sheets_of(url, 5)[0].rows[250].values == ("new", "FR")
    assert sheets_of(url, 5)[0].rows[251].line == 253


def test_a_restored_backup_has_the_same_digests(new_store: New, tmp_path: Path) -> None:
    url, other = new_store(), new_store()
    filled(url)
    assert backup(url, tmp_path / "copy.db") == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db"]
    assert restore(tmp_path / "copy.db", other) == 3
    assert revisions(other) == revisions(url)
    assert [sheets_of(other, n) for n in (1, 2, 3)] == [sheets_of(url, n) for n in (1, 2, 3)]
    assert fsck(other).problems == ()
    publish(other, [sheet(("new", "DE"))], "", NOW, COLUMNS)
    assert fsck(other).problems == ()


def test_a_backup_takes_nobodys_place(store: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{store}"
    backup(url, tmp_path / "copy.db")
    with pytest.raises(UsageError, match="is there already"):
        backup(url, tmp_path / "copy.db")
    with pytest.raises(UsageError, match="restored into an empty one only"):
        restore(tmp_path / "copy.db", url)
    with pytest.raises(UsageError, match="Nothing has been published"):
        backup(f"sqlite:///{tmp_path}/none.db", tmp_path / "other.db")
    with pytest.raises(UsageError, match="There is no file"):
        restore(tmp_path / "nowhere.db", f"sqlite:///{tmp_path}/new.db")
    assert not (tmp_path / "other.db").exists()
