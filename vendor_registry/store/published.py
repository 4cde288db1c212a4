"""Revisions: list them, and read one back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter

from sqlalchemy import ColumnElement
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, col, or_, select

from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.connection import reading
from vendor_registry.store.placing import rows_of
from vendor_registry.store.tables import StoredPlacement, StoredRevision, StoredSheet

_AT_ONCE = 500  # values that every database takes in one question
_Placed = tuple[str, int, dict[str, str]]  # rank, lines from the row before, texts by header


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
    return sheets_of_each(url, (number,))[number]


def sheets_of_each(url: str, numbers: Sequence[int]) -> Mapping[int, tuple[Sheet, ...]]:
    """The same of several revisions, by number: what they share is read once."""
    if not numbers:
        return {}
    with reading(url) as opened:
        found = _read_back(opened, sorted(set(numbers))) if opened is not None else {}
    for number in numbers:
        if number not in found:
            raise UsageError(f"There is no revision {number}; `vendors log` lists those there are.")
    return found


def sheets_where(
    url: str, chosen: Callable[[Mapping[str, Mapping[str, str]]], Collection[str]]
) -> tuple[tuple[Revision, tuple[Sheet, ...]], ...]:
    """Every revision, oldest first, with the chosen rows alone; on which lines they stood is not asked.

    `chosen` is told the texts of every row that there ever was, by digest, and says which of these it means.
    """
    with reading(url) as opened:
        if opened is None:
            chosen({})
            return ()
        cells = SQLModel.metadata.tables["cells"]
        found = opened.connection().execute(sql_select(cells.c.digest, cells.c.cells))
        every: dict[str, dict[str, str]] = {one.digest: one.cells for one in found}
        meant = sorted(chosen(every))
        standing = sorted(_standing(opened, meant), key=lambda one: one.rank)
        sheets = opened.exec(select(StoredSheet).order_by(col(StoredSheet.position))).all()
        stored = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number))).all()
    of_revision: dict[int, list[StoredSheet]] = {}
    for one in sheets:
        of_revision.setdefault(one.revision, []).append(one)
    return tuple(
        (one, tuple(_with_rows(sheet, standing, every) for sheet in of_revision.get(one.number, ())))
        for one in map(revision, stored)
    )


def _standing(opened: Session, digests: Sequence[str]) -> Iterator[StoredPlacement]:
    for start in range(0, len(digests), _AT_ONCE):
        asked = col(StoredPlacement.digest).in_(digests[start : start + _AT_ONCE])
        yield from opened.exec(select(StoredPlacement).where(asked)).all()


def _with_rows(
    sheet: StoredSheet, standing: Iterable[StoredPlacement], every: Mapping[str, Mapping[str, str]]
) -> Sheet:
    here = (
        one
        for one in standing
        if one.position == sheet.position
        and one.first <= sheet.revision
        and (one.last is None or one.last >= sheet.revision)
    )
    rows = (Row(0, tuple(map(every[one.digest].__getitem__, sheet.header))) for one in here)
    return Sheet(sheet.file, tuple(sheet.header), tuple(rows), sha256=sheet.sha256)


def _read_back(opened: Session, numbers: Sequence[int]) -> dict[int, tuple[Sheet, ...]]:
    """The sheets of each revision that there is, the main one first."""
    wanted = select(StoredSheet).where(col(StoredSheet.revision).in_(numbers))
    stored = opened.exec(wanted.order_by(col(StoredSheet.revision), col(StoredSheet.position))).all()
    placed = _placed(opened, numbers) if stored else {}
    found: dict[int, tuple[Sheet, ...]] = {}
    for one in stored:
        rows = placed.get((one.revision, one.position), [])
        texts = ((gap, tuple(map(cells.__getitem__, one.header))) for _, gap, cells in rows)
        sheet = Sheet(one.file, tuple(one.header), tuple(rows_of(texts)), sha256=one.sha256)
        found[one.revision] = (*found.get(one.revision, ()), sheet)
    return found


def standing_in(number: int) -> ColumnElement[bool]:
    """Whether a placement counts in a revision."""
    last = col(StoredPlacement.last)
    started: ColumnElement[bool] = col(StoredPlacement.first) <= number
    return started & or_(last.is_(None), last >= number)


def revision(stored: StoredRevision) -> Revision:
    """What a row of the table says."""
    return Revision(
        stored.number or 0,
        stored.published_at,
        stored.note,
        stored.rows,
        stored.author,
        stored.effective,
        stored.digest,
        stored.content,
    )


def _placed(opened: Session, numbers: Sequence[int]) -> dict[tuple[int, int], list[_Placed]]:
    """By revision and position of the sheet, in the order of the ranks, letter by letter: a database may sort texts
    otherwise."""
    placement, cells = (SQLModel.metadata.tables[name] for name in ("placement", "cells"))
    where = placement.c.position, placement.c["first"], placement.c["last"]
    wanted = sql_select(*where, placement.c.rank, placement.c.gap, cells.c.cells)
    joined = wanted.join_from(placement, cells, cells.c.digest == placement.c.digest)
    here = joined.where(or_(*map(standing_in, numbers)))
    found: dict[tuple[int, int], list[_Placed]] = {}
    for position, first, last, rank, gap, texts in opened.connection().execute(here):
        for number in numbers:
            if first <= number and (last is None or last >= number):
                found.setdefault((number, position), []).append((rank, gap, texts))
    for rows in found.values():
        rows.sort(key=itemgetter(0))
    return found
