"""Whether a ledger says what it said when it was written: the chain, the digests, what refers to what."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlmodel import Session, col, select

from vendor_registry.model.ledger.review import Conclusion, Subject
from vendor_registry.store import chain
from vendor_registry.store.connection import reading
from vendor_registry.store.damage import DamagedError, illegible
from vendor_registry.store.links import broken
from vendor_registry.store.revisions import digest_of
from vendor_registry.store.tables import (
    StoredCells,
    StoredDocument,
    StoredNotice,
    StoredObjection,
    StoredPlacement,
    StoredReview,
    StoredRevision,
    StoredSheet,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what is wrong, a sentence each."""

    revisions: int
    rows: int  # different ones
    problems: tuple[str, ...]


def fsck(url: str) -> Checked:
    """Recompute every digest from what it is the digest of; follow every reference. Nothing is changed.

    Where values cannot be read, these are told, and what rests on them is not looked at.
    """
    told: list[str] = []
    try:
        with reading(url) as opened:
            return Checked(0, 0, ()) if opened is None else _checked(opened, told)
    except DamagedError as error:
        return Checked(0, 0, (*told, f"{error.what}."))


def _checked(opened: Session, told: list[str]) -> Checked:
    """`told` gets what is wrong with the file and its values as it is found, in case nothing more can be read."""
    told.extend(_file(opened))
    unread = tuple(illegible(opened.connection()))
    told.extend(unread)
    if unread:
        return Checked(0, 0, tuple(told))
    revisions = opened.exec(select(StoredRevision).order_by(col(StoredRevision.number))).all()
    cells = {one.digest: chain.digest_of_cells(one.cells) for one in opened.exec(select(StoredCells))}
    problems = (
        *told,
        *(
            f"The texts kept as {digest[:12]} are not those they were."
            for digest, is_ in cells.items()
            if digest != is_
        ),
        *_placements(opened, cells, len(revisions)),
        *_revisions(opened, revisions),
        *_records(opened, {one.number for one in revisions}),
        *_reviews(opened),
        *broken(opened),
    )
    return Checked(len(revisions), len(cells), problems)


def _file(opened: Session) -> Iterator[str]:
    if opened.get_bind().dialect.name == "sqlite":
        for (told,) in opened.connection().execute(text("PRAGMA integrity_check")):
            if told != "ok":
                yield f"The file of the database is damaged: {told}."


def _placements(opened: Session, cells: dict[str, str], newest: int) -> Iterator[str]:
    for one in opened.exec(select(StoredPlacement).order_by(col(StoredPlacement.id))):
        last = newest if one.last is None else one.last
        if one.digest not in cells:
            yield f"Entry {one.id} places texts that are not there: {one.digest[:12]}."
        if not 1 <= one.first <= last <= newest:
            yield f"Entry {one.id} stands from revision {one.first} to {one.last}, of {newest}."


@dataclass
class _Sheet:
    """The rows of one sheet as they stand, while one goes from revision to revision."""

    rows: list[tuple[str, int, str]] = field(default_factory=list)  # rank, gap, digest, in order

    def digest(self) -> str:
        return chain.digest_of_rows((gap, digest) for _, gap, digest in self.rows)


def _revisions(opened: Session, revisions: Sequence[StoredRevision]) -> Iterator[str]:
    coming, going = _events(opened)
    listed: dict[int, list[StoredSheet]] = {}
    for sheet in opened.exec(select(StoredSheet).order_by(col(StoredSheet.revision), col(StoredSheet.position))):
        listed.setdefault(sheet.revision, []).append(sheet)
    standing: dict[int, _Sheet] = {}
    previous = ""
    for expected, one in enumerate(revisions, start=1):
        number = one.number or 0
        if number != expected:
            yield f"Revision {expected} is missing; the next there is, is {number}."
            return
        for place in going.get(number - 1, ()):
            rows = standing.setdefault(place[0], _Sheet()).rows
            at = bisect_left(rows, place[1:])
            if at < len(rows) and rows[at] == place[1:]:
                del rows[at]
        for place in coming.get(number, ()):
            insort(standing.setdefault(place[0], _Sheet()).rows, place[1:])
        yield from _revision(one, listed.get(number, []), standing, previous)
        previous = one.digest


def _events(
    opened: Session,
) -> tuple[dict[int, list[tuple[int, str, int, str]]], dict[int, list[tuple[int, str, int, str]]]]:
    """By revision the rows that come with it, and those that stood in it for the last time."""
    coming: dict[int, list[tuple[int, str, int, str]]] = {}
    going: dict[int, list[tuple[int, str, int, str]]] = {}
    for one in opened.exec(select(StoredPlacement)):
        place = (one.position, one.rank, one.gap, one.digest)
        coming.setdefault(one.first, []).append(place)
        if one.last is not None:
            going.setdefault(one.last, []).append(place)
    return coming, going


def _revision(
    one: StoredRevision, sheets: list[StoredSheet], standing: dict[int, _Sheet], previous: str
) -> Iterator[str]:
    what = f"Revision {one.number}"
    if not sheets:
        yield f"{what} has no sheet."
    for sheet in sheets:
        if standing.get(sheet.position, _Sheet()).digest() != sheet.rows:
            yield f"{what}: the rows of {sheet.file} are not those that were published."
    rows = [digest for sheet in standing.values() for _, _, digest in sheet.rows]
    if len(rows) != one.rows or chain.digest_of_content(rows) != one.content:
        yield f"{what} does not hold what it says it holds: {len(rows)} rows, {one.rows} when it was published."
    if one.previous != previous:
        yield f"{what} does not follow the revision before it: the chain is broken."
    if digest_of(one, sheets) != one.digest:
        yield f"{what} was changed after it was published: its digest is not that of what it says."


def _records(opened: Session, numbers: set[int | None]) -> Iterator[str]:
    notices = {one.id: one for one in opened.exec(select(StoredNotice).order_by(col(StoredNotice.id)))}
    for notice in notices.values():
        for number in (notice.before, notice.after):
            if number is not None and number not in numbers:
                yield f"Notice {notice.id} speaks of revision {number}, which is not there."
    for document in opened.exec(select(StoredDocument).order_by(col(StoredDocument.id))):
        if document.revision is not None and document.revision not in numbers:
            yield f"Document {document.id} was made from revision {document.revision}, which is not there."
    for objection in opened.exec(select(StoredObjection).order_by(col(StoredObjection.id))):
        if objection.notice not in notices:
            yield f"Objection {objection.id} answers notice {objection.notice}, which is not there."


def _reviews(opened: Session) -> Iterator[str]:
    for one in opened.exec(select(StoredReview).order_by(col(StoredReview.id))):
        for column, word, known in (
            ("subject", one.subject, list(Subject)),
            ("conclusion", one.conclusion, list(Conclusion)),
        ):
            if word not in known:
                yield f'Review {one.id} has no {column} that there is: "{word}".'
        if one.next_on and one.next_on <= one.reviewed_on:
            yield f"Review {one.id} of {one.reviewed_on} is due again before it was made, on {one.next_on}."
