"""Revisions: publish, list and read back."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, func, select

from vendor_registry.model.origin import UsageError
from vendor_registry.model.sheet import Row, Sheet
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.tables import StoredRevision, StoredRow, StoredSheet
from vendor_registry.store.view import make_view


@dataclass(frozen=True, slots=True)
class Revision:
    """The registry as published at a moment."""

    number: int
    published_at: datetime  # UTC
    note: str
    rows: int


def publish(url: str, sheets: Sequence[Sheet], note: str, now: datetime, columns: Sequence[str]) -> Revision | None:
    """Store the sheets as the next revision; None where the newest one says the same.

    The order of rows and columns says nothing, so a sheet that was only sorted is unchanged. All or nothing, and
    one after the other: of several that publish the same sheet at once, one stores it. `columns` are the headers
    that the SQL view `engagement` offers.
    """
    content = _digest(sheets)
    with writing(url) as opened:
        newest = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number).desc()).limit(1)).first()
        if newest and newest.content == content:
            return None
        number = (newest.number or 0) + 1 if newest else 1
        opened.add(StoredRevision(number=number, published_at=now.astimezone(UTC), note=note, content=content))
        opened.flush()
        opened.add_all(_stored(number, sheets))
        make_view(opened, columns)
    return Revision(number, now.astimezone(UTC), note, sum(len(sheet.rows) for sheet in sheets))


def revisions(url: str) -> tuple[Revision, ...]:
    """All revisions, newest first; asking makes no store."""
    with reading(url) as opened:
        if opened is None:
            return ()
        counted = select(StoredRow.revision, func.count()).group_by(col(StoredRow.revision))
        rows = dict(opened.exec(counted).all())
        found = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number).desc())).all()
        return tuple(
            Revision(one.number or 0, _aware(one.published_at), one.note, rows.get(one.number or 0, 0)) for one in found
        )


def sheets_of(url: str, number: int) -> tuple[Sheet, ...]:
    """The sheets of a revision as they were handed in; raises UsageError where there is no such revision."""
    with reading(url) as opened:
        sheets = tuple(_read_back(opened, number)) if opened is not None else ()
    if not sheets:
        raise UsageError(f"There is no revision {number}; `vendors log` lists those there are.")
    return sheets


def _read_back(opened: Session, number: int) -> Iterator[Sheet]:
    of_revision = select(StoredSheet).where(col(StoredSheet.revision) == number)
    for one in opened.exec(of_revision.order_by(col(StoredSheet.position))).all():
        yield Sheet(one.file, tuple(one.header), tuple(_rows(opened, one)), sha256=one.sha256)


def _rows(opened: Session, sheet: StoredSheet) -> Iterator[Row]:
    of_sheet = select(StoredRow).where(
        col(StoredRow.revision) == sheet.revision, col(StoredRow.position) == sheet.position
    )
    for row in opened.exec(of_sheet.order_by(col(StoredRow.line))):
        yield Row(row.line, tuple(row.cells[header] for header in sheet.header))


def _stored(number: int, sheets: Sequence[Sheet]) -> Iterator[StoredSheet | StoredRow]:
    for position, sheet in enumerate(sheets):
        yield StoredSheet(
            revision=number, position=position, file=sheet.file, sha256=sheet.sha256, header=list(sheet.header)
        )
        for row in sheet.rows:
            yield StoredRow(revision=number, position=position, line=row.line, cells=_cells(sheet, row))


def _cells(sheet: Sheet, row: Row) -> dict[str, str]:
    return dict(zip(sheet.header, row.values, strict=True))


def _digest(sheets: Sequence[Sheet]) -> str:
    rows = sorted(json.dumps(_cells(sheet, row), sort_keys=True) for sheet in sheets for row in sheet.rows)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def _aware(moment: datetime) -> datetime:
    """SQLite forgets the time zone; everything in the store is UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
