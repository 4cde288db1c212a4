"""What `kill.py` interrupts: kinds of work on a ledger, each with the check of what a kill leaves of it.

A kind of work is a generator: given a maker of addresses, it yields what to do next and the check for afterwards.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path

from sqlmodel import select

from tests.store.test_migrations import HISTORY, released
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.backup import backup, restore
from vendor_registry.store.connection import reading
from vendor_registry.store.fsck import fsck
from vendor_registry.store.notices import Record, notices, record
from vendor_registry.store.revisions import publish, revisions, sheets_of
from vendor_registry.store.tables import StoredDocument

ROWS = 400
CUSTOMERS = 200
COLUMNS = ("key", "region")
Work = Callable[[], object]
Check = Callable[[bool], None]  # told whether the work had ended before it was killed
New = Callable[[], str]


def sheet(number: int) -> Sheet:
    """A sheet in which a third of the rows say something else than in the one before."""
    rows = (Row(n + 2, (f"{n}", f"{number}" if n % 3 == number % 3 else "")) for n in range(ROWS))
    return Sheet("vendors.csv", COLUMNS, tuple(rows))


def store(url: str, number: int) -> None:
    publish(url, [sheet(number)], f"{number}", datetime.now(UTC), COLUMNS)


def publishing(new: New) -> Iterator[tuple[Work, Check]]:
    url = new()
    store(url, 0)
    for number in count(1):
        before = len(revisions(url))

        def check(ended: bool, number: int = number, before: int = before) -> None:
            whole(url)
            found = revisions(url)
            assert len(found) - before in ({1} if ended else {0, 1})
            assert len(found) == before or found[0].note == f"{number}"
            assert sheets_of(url, found[0].number)[0].rows == sheet(int(found[0].note)).rows

        yield partial(store, url, number), check


def told(channel: str) -> list[Record]:
    """What is recorded at once of a letter to each of many customers."""
    one = Notice(
        number=0, channel=channel, after=1, vendors=("Mail",), sent_on=date(2026, 12, 1),
        effective_on=date(2027, 1, 1), object_until=date(2026, 12, 31),
    )  # fmt: skip
    return [Record(notice=replace(one, customer=f"c{n}"), scope="eu", sha256="0" * 64) for n in range(CUSTOMERS)]


def noticing(new: New) -> Iterator[tuple[Work, Check]]:
    url, kept = "", 0
    for number in count():
        if number % 10 == 0:  # so that fsck has as much to look at every time
            url, kept = filled(new), 0

        def check(ended: bool, url: str = url, number: int = number) -> None:
            nonlocal kept
            whole(url)
            found = notices(url)
            assert len(found) - kept in ({CUSTOMERS} if ended else {0, CUSTOMERS})
            with reading(url) as opened:
                assert opened is None or len(opened.exec(select(StoredDocument)).all()) == len(found)
            assert {one.channel for one in found[kept:]} <= {f"{number}"}
            kept = len(found)

        yield partial(record, url, told(f"{number}")), check


def filled(new: New) -> str:
    """A ledger with a few revisions."""
    url = new()
    for number in range(5):
        store(url, number)
    return url


def copying(new: New) -> Iterator[tuple[Work, Check]]:
    url = filled(new)
    with tempfile.TemporaryDirectory() as folder:
        for number in count():
            file = Path(folder) / f"{number}.db"

            def check(ended: bool, file: Path = file) -> None:
                whole(url)
                assert file.exists() or not ended
                if file.exists():
                    whole(f"sqlite:///{file}")
                    assert revisions(f"sqlite:///{file}") == revisions(url)

            yield partial(backup, url, file), check


def restoring(new: New) -> Iterator[tuple[Work, Check]]:
    with tempfile.TemporaryDirectory() as folder:
        backup(source := filled(new), file := Path(folder) / "copy.db")
        kept = revisions(source)
        while True:
            url = new()

            def check(ended: bool, url: str = url) -> None:
                whole(url)
                assert revisions(url) in ({kept} if ended else {(), kept})

            yield partial(restore, file, url), check


def migrating(new: New) -> Iterator[tuple[Work, Check]]:
    while True:
        url = new()
        if url.startswith("sqlite"):
            Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        released(url)

        def check(ended: bool, url: str = url) -> None:
            found = revisions(url)
            assert [one.rows for one in found] == [len(rows) for rows in reversed(HISTORY)]
            whole(url)

        yield partial(revisions, url), check


WORKS = {"publish": publishing, "notice": noticing, "backup": copying, "restore": restoring, "migration": migrating}


def whole(url: str) -> None:
    assert fsck(url).problems == (), fsck(url).problems
