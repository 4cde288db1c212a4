"""The trail: deeds are added, and never changed or taken out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC

from sqlmodel import Session, col, select

from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.tables import StoredActivity


@contextmanager
def recording(url: str, activities: Iterable[Activity]) -> Iterator[None]:
    """Keep these, if what is done in between succeeds; nobody else writes to the ledger meanwhile."""
    with writing(url) as opened:
        keep(opened, activities)
        opened.flush()
        yield


def record(url: str, done: Iterable[Activity]) -> None:
    """Keep deeds that are done."""
    with writing(url) as opened:
        keep(opened, done)


def keep(opened: Session, activities: Iterable[Activity]) -> None:
    """Add deeds to what a session stores."""
    opened.add_all(
        StoredActivity(
            at=one.at.astimezone(UTC),
            by=one.by,
            deed=one.deed,
            what=one.what,
            before=one.before,
            after=one.after,
        )
        for one in activities
    )


def activities(url: str, newest: int = 200) -> tuple[Activity, ...]:
    """The newest deeds, the newest first; none where there is no ledger."""
    with reading(url) as opened:
        if opened is None:
            return ()
        found = opened.exec(select(StoredActivity).order_by(col(StoredActivity.id).desc()).limit(newest)).all()
        return tuple(map(_activity, found))


def _activity(stored: StoredActivity) -> Activity:
    return Activity(
        number=stored.id or 0,
        at=stored.at,
        by=stored.by,
        deed=Deed(stored.deed),
        what=stored.what,
        before=stored.before,
        after=stored.after,
    )
