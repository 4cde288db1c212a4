"""Revisions: publish the next one, in one transaction, chained to the one before; list and read them (published.py)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Update, bindparam, insert, update
from sqlalchemy import select as sql_select
from sqlmodel import Session, SQLModel, col, select

from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.store import chain
from vendor_registry.store.connection import writing
from vendor_registry.store.placing import Placed, Standing, gaps, step
from vendor_registry.store.published import Revision, revision, revisions, sheets_of
from vendor_registry.store.tables import StoredCells, StoredPlacement, StoredRevision, StoredSheet
from vendor_registry.store.view import make_view

__all__ = ["Revision", "publish", "revisions", "sheets_of"]

_AT_ONCE = 500  # values that every database takes in one question


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet as it is stored."""

    sheet: Sheet
    placed: tuple[Placed, ...]
    cells: Mapping[str, Mapping[str, str]]  # by digest


def publish(
    url: str,
    sheets: Sequence[Sheet],
    note: str,
    now: datetime,
    columns: Sequence[str],
    *,
    author: str = "",
    effective: date | None = None,
    base: int | None = None,
) -> Revision | None:
    """Store the sheets as the next revision; None where the newest one says the same.

    The order of rows and columns says nothing, so a sheet that was only sorted is unchanged. All or nothing, and
    one after the other: of several that publish the same sheet at once, one stores it. `columns` are the headers
    that the SQL view `engagement` offers; `base` is the number of the revision that was looked at before (0: none):
    raises UsageError where somebody has published since.
    """
    pages = [_page(sheet) for sheet in sheets]
    content = chain.digest_of_content(digest for page in pages for _, digest in page.placed)
    with writing(url) as opened:
        newest = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number).desc()).limit(1)).first()
        before = (newest.number or 0) if newest else 0
        if newest and newest.content == content:
            return None
        _refuse_stale(base, before)
        stored = StoredRevision(
            number=before + 1,
            published_at=now.astimezone(UTC),
            note=note,
            content=content,
            author=author,
            effective=effective,
            rows=sum(len(page.placed) for page in pages),
            previous=newest.digest if newest else "",
            digest="",
        )
        listed = [*_listed(before + 1, pages)]
        stored.digest = digest_of(stored, listed)
        opened.add(stored)
        opened.flush()
        opened.add_all(listed)
        _store_rows(opened, before + 1, pages)
        make_view(opened.connection(), columns)
        told = revision(stored)
    return told


def digest_of(stored: StoredRevision, sheets: Sequence[StoredSheet]) -> str:
    """What the digest of a revision must be, by everything else it says."""
    said = revision(stored)
    return chain.digest_of_revision(
        number=said.number,
        published_at=said.published_at,
        note=said.note,
        author=said.author,
        effective=said.effective,
        content=stored.content,
        sheets=[chain.SheetDigest(one.file, one.sha256, one.header, one.rows) for one in sheets],
        previous=stored.previous,
    )


def _refuse_stale(base: int | None, newest: int) -> None:
    if base is not None and base != newest:
        raise UsageError(
            f"Revision {newest} was published meanwhile; nothing was stored. Look at `vendors diff {base} {newest}`, "
            "take over what is new, and publish again."
        )


def _page(sheet: Sheet) -> _Page:
    cells = [chain.cells_of(sheet, row) for row in sheet.rows]
    digests = [chain.digest_of_cells(one) for one in cells]
    lines = gaps(row.line for row in sheet.rows)
    return _Page(sheet, tuple(zip(lines, digests, strict=True)), dict(zip(digests, cells, strict=True)))


def _listed(number: int, pages: Sequence[_Page]) -> Iterator[StoredSheet]:
    for position, page in enumerate(pages):
        yield StoredSheet(
            revision=number,
            position=position,
            file=page.sheet.file,
            sha256=page.sheet.sha256,
            header=list(page.sheet.header),
            rows=chain.digest_of_rows(page.placed),
        )


def _store_rows(opened: Session, number: int, pages: Sequence[_Page]) -> None:
    """What came and what went; a further sheet that is gone loses all its rows."""
    standing = _standing(opened)
    for position in sorted({*standing, *range(len(pages))}):
        there = standing.get(position, [])
        page = pages[position] if position < len(pages) else None
        change = step([one for one, _ in there], page.placed if page else ())
        ids = dict(there)
        _close(opened, [ids[one] for one in change.going], number - 1)
        if page:
            _keep_cells(opened, page, {one.digest for one in change.coming})
        values = [
            {"position": position, "rank": one.rank, "gap": one.gap, "digest": one.digest, "first": number}
            for one in change.coming
        ]
        if values:
            opened.execute(insert(StoredPlacement), values)


def _standing(opened: Session) -> dict[int, list[tuple[Standing, int]]]:
    """The rows that stand, by sheet, each with its id, in the order of the ranks."""
    table = SQLModel.metadata.tables[str(StoredPlacement.__tablename__)]
    wanted = sql_select(table.c.position, table.c.rank, table.c.gap, table.c.digest, table.c.id)
    found: dict[int, list[tuple[Standing, int]]] = {}
    for position, rank, gap, digest, identity in opened.connection().execute(wanted.where(table.c["last"].is_(None))):
        found.setdefault(position, []).append((Standing(rank, gap, digest), identity))
    return {position: sorted(rows, key=lambda row: row[0].rank) for position, rows in found.items()}


def _close(opened: Session, ids: Sequence[int], last: int) -> None:
    if ids:
        table = SQLModel.metadata.tables[str(StoredPlacement.__tablename__)]
        closing: Update = update(table).where(table.c.id == bindparam("one")).values(last=last)
        opened.connection().execute(closing, [{"one": identity} for identity in ids])


def _keep_cells(opened: Session, page: _Page, wanted: set[str]) -> None:
    """The texts that no revision had yet."""
    digests = sorted(wanted)
    known: set[str] = set()
    for start in range(0, len(digests), _AT_ONCE):
        asked = select(col(StoredCells.digest)).where(col(StoredCells.digest).in_(digests[start : start + _AT_ONCE]))
        known.update(opened.exec(asked).all())
    fresh = [{"digest": digest, "cells": page.cells[digest]} for digest in digests if digest not in known]
    if fresh:
        opened.execute(insert(StoredCells), fresh)
