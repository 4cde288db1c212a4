"""The chain of records: what was told, objected to, decided and reviewed, each known by its digest and by the record
before it, so that none can be changed, taken out or put in unseen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, SQLModel, col, select

from vendor_registry.store import chain
from vendor_registry.store.tables import StoredDocument, StoredLink, StoredNotice, StoredObjection, StoredReview

Stored = StoredDocument | StoredNotice | StoredObjection | StoredReview

FIELDS: Mapping[str, Sequence[str]] = {  # what a digest is of: never changed, or older links would no longer hold
    "notice": (
        *("id", "customer", "channel", "before", "after", "vendors"),
        *("sent_on", "effective_on", "object_until", "recorded_by"),
    ),
    "document": ("id", "kind", "scope", "customer", "sha256", "revision", "issued_on", "issued_by"),
    "objection": ("id", "notice", "customer", "vendor", "engagements", "received_on", "reason", "late"),
    "decision": ("id", "outcome", "decided_on", "decided_by"),
    "review": (
        *("id", "engagement", "subject", "reviewed_on", "reviewed_by", "conclusion"),
        *("next_on", "note", "sha256"),
    ),
}
_TABLES: Mapping[str, type[Stored]] = {
    "notice": StoredNotice,
    "document": StoredDocument,
    "objection": StoredObjection,
    "decision": StoredObjection,
    "review": StoredReview,
}


def link(opened: Session, what: str, records: Iterable[Stored]) -> None:
    """Put records, which have their numbers by now, at the end of the chain."""
    newest = opened.exec(select(StoredLink).order_by(col(StoredLink.id).desc()).limit(1)).first()
    previous = newest.digest if newest else ""
    links = []
    for one in records:
        previous = digest(what, _said(what, one), previous)
        links.append(StoredLink(what=what, record=one.id or 0, digest=previous))
    opened.add_all(links)
    opened.flush()


def digest(what: str, said: Mapping[str, object], previous: str) -> str:
    """Of one record; days as ISO 8601 writes them. `previous` is the digest of the link before, "" for the first."""
    texts = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}
    return chain.digest_of_record(what, texts, previous)


def broken(opened: Session) -> Iterator[str]:
    """What the chain says otherwise than the records do, a sentence each."""
    records: dict[str, dict[int | None, Stored]] = {}
    for what, table in _TABLES.items():
        found: Sequence[Any] = opened.exec(select(table)).all()
        records[what] = {one.id: one for one in found}
    seen: set[tuple[str, int | None]] = set()
    previous = ""
    for one in opened.exec(select(StoredLink).order_by(col(StoredLink.id))):
        there = records.get(one.what, {}).get(one.record)
        if there is None:
            yield f"{_called(one.what, one.record)} is missing: the chain of records has it."
        elif digest(one.what, _said(one.what, there), previous) != one.digest:
            yield f"{_called(one.what, one.record)} was changed after it was recorded, or the chain before it was."
        seen.add((one.what, one.record))
        previous = one.digest
    for what, known in records.items():
        for number, there in sorted(known.items(), key=lambda pair: pair[0] or 0):
            if (what, number) not in seen and not _is_open(what, there):
                yield f"{_called(what, number)} is not in the chain of records: something else wrote it."


def _said(what: str, record: SQLModel) -> dict[str, object]:
    return {name: getattr(record, name) for name in FIELDS[what]}


def _is_open(what: str, record: Stored) -> bool:
    """Whether it is an objection of which no decision can be expected in the chain."""
    decided = isinstance(record, StoredObjection) and (record.outcome or record.decided_on or record.decided_by)
    return what == "decision" and not decided


def _called(what: str, number: int | None) -> str:
    return f"The decision on objection {number}" if what == "decision" else f"{what.capitalize()} {number}"
