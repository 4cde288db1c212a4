"""Notices that somebody sent: recorded and listed, with the files as they went out."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from vendor_registry.model.notice import Notice
from vendor_registry.model.origin import UsageError
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.tables import StoredDocument, StoredNotice, StoredRevision

KIND = "notice"  # of a document


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A notice that is to be recorded, and the file that was sent."""

    notice: Notice  # its number is of no account: the ledger gives one
    scope: str  # products and data regions it speaks of, in words
    sha256: str = ""  # of the file; "": no file was named


def notices(url: str) -> tuple[Notice, ...]:
    """All notices, oldest first; asking makes no store."""
    with reading(url) as opened:
        if opened is None:
            return ()
        return tuple(map(_notice, opened.exec(select(StoredNotice).order_by(col(StoredNotice.id))).all()))


def record(url: str, records: Iterable[Record]) -> tuple[Notice, ...]:
    """Keep that notices were sent, all of them or none.

    Raises UsageError for a revision that there is not, and where a customer is recorded already to have been told of
    it on that day through that channel.
    """
    with writing(url) as opened:
        stored = [_stored(opened, one) for one in records]
        opened.add_all(stored)
        opened.flush()
        return tuple(map(_notice, stored))


def _stored(opened: Session, one: Record) -> StoredNotice:
    told = one.notice
    if opened.get(StoredRevision, told.after) is None:
        raise UsageError(f"There is no revision {told.after}; `vendors log` lists those there are.")
    same = select(StoredNotice).where(
        col(StoredNotice.customer) == told.customer,
        col(StoredNotice.after) == told.after,
        col(StoredNotice.channel) == told.channel,
        col(StoredNotice.sent_on) == told.sent_on,
    )
    if found := opened.exec(same).first():
        who = told.customer or "all customers"
        raise UsageError(f"Notice {found.id} to {who} is recorded already: revision {told.after}, {told.sent_on}.")
    if one.sha256:
        opened.add(
            StoredDocument(
                kind=KIND,
                scope=one.scope,
                customer=told.customer,
                sha256=one.sha256,
                revision=told.after,
                issued_on=told.sent_on,
                issued_by=told.recorded_by,
            )
        )
    return StoredNotice(
        customer=told.customer,
        channel=told.channel,
        before=told.before,
        after=told.after,
        vendors=list(told.vendors),
        sent_on=told.sent_on,
        effective_on=told.effective_on,
        object_until=told.object_until,
        recorded_by=told.recorded_by,
    )


def _notice(stored: StoredNotice) -> Notice:
    return Notice(
        number=stored.id or 0,
        customer=stored.customer,
        channel=stored.channel,
        before=stored.before,
        after=stored.after,
        vendors=tuple(stored.vendors),
        sent_on=stored.sent_on,
        effective_on=stored.effective_on,
        object_until=stored.object_until,
        recorded_by=stored.recorded_by,
    )
