"""Revisions: list them, and read one back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import itemgetter

from sqlalchemy import ColumnElement
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, col, or_, select

from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.store.connection import reading
from vendor_registry.store.placing import rows_of
from vendor_registry.store.tables import StoredPlacement, StoredRevision, StoredSheet


@dataclass(frozen=True, slots=True)
class Revision:
    """The registry as published at a moment."""

    number: int
    published_at: datetime  # UTC
    note: str
    rows: int
    author: str = ""
    effective: date | None = None  # from when its changes count, where it was said
    digest: str = ""  # chained to the one before
    content: str = ""  # digest of its rows, whatever their order


def revisions(url: str) -> tuple[Revision, ...]:
    """All revisions, newest first; asking makes no store."""
    with reading(url) as opened:
        if opened is None:
            return ()
        found = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number).desc())).all()
        return tuple(map(revision, found))


def sheets_of(url: str, number: int) -> tuple[Sheet, ...]:
    """The sheets of a revision as they were handed in; raises UsageError where there is no such revision."""
    with reading(url) as opened:
        sheets = tuple(read_back(opened, number)) if opened is not None else ()
    if not sheets:
        raise UsageError(f"There is no revision {number}; `vendors log` lists those there are.")
    return sheets


def read_back(opened: Session, number: int) -> Iterator[Sheet]:
    """The sheets of a revision, the main one first."""
    of_revision = select(StoredSheet).where(col(StoredSheet.revision) == number)
    for one in opened.exec(of_revision.order_by(col(StoredSheet.position))).all():
        yield Sheet(one.file, tuple(one.header), tuple(rows_of(_placed(opened, one))), sha256=one.sha256)


def standing_in(number: int) -> ColumnElement[bool]:
    """Whether a placement counts in a revision."""
    last = col(StoredPlacement.last)
    started: ColumnElement[bool] = col(StoredPlacement.first) <= number
    return started & or_(last.is_(None), last >= number)


def revision(stored: StoredRevision) -> Revision:
    """What a row of the table says."""
    return Revision(
        stored.number or 0,
        aware(stored.published_at),
        stored.note,
        stored.rows,
        stored.author,
        stored.effective,
        stored.digest,
        stored.content,
    )


def aware(moment: datetime) -> datetime:
    """SQLite forgets the time zone; everything in the store is UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _placed(opened: Session, sheet: StoredSheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    """In the order of the ranks, letter by letter: a database may sort texts otherwise."""
    placement, cells = (SQLModel.metadata.tables[name] for name in ("placement", "cells"))
    wanted = sql_select(placement.c.rank, placement.c.gap, cells.c.cells)
    joined = wanted.join_from(placement, cells, cells.c.digest == placement.c.digest)
    here = joined.where(placement.c.position == sheet.position, standing_in(sheet.revision))
    for _, gap, texts in sorted(opened.connection().execute(here).all(), key=itemgetter(0)):
        yield gap, tuple(map(texts.__getitem__, sheet.header))
