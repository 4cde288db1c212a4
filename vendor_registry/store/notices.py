"""Notices that somebody sent: recorded and listed, with the files as they went out."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from sqlmodel import col, select

from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.links import link
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
        kept = list(records)
        known = {_told(one): one.id for one in opened.exec(select(StoredNotice))}
        numbers = set(opened.exec(select(StoredRevision.number)))
        for one in kept:
            _refuse(one.notice, numbers, known)
        stored = [_stored(one.notice) for one in kept]
        documents = [_document(one) for one in kept if one.sha256]
        opened.add_all(stored)
        opened.add_all(documents)
        opened.flush()
        link(opened, "notice", stored)
        link(opened, "document", documents)
        return tuple(map(_notice, stored))


def _refuse(told: Notice, numbers: Container[int | None], known: dict[object, int | None]) -> None:
    if told.after not in numbers:
        raise UsageError(f"There is no revision {told.after}; `vendors log` lists those there are.")
    if (key := _told(told)) in known:
        who, number = told.customer or "all customers", known[key] or "of this run"
        raise UsageError(f"Notice {number} to {who} is recorded already: revision {told.after}, {told.sent_on}.")
    known[key] = None


def _told(one: Notice | StoredNotice) -> object:
    """What makes two notices the same one."""
    return (one.customer, one.after, one.channel, one.sent_on)


def _stored(told: Notice) -> StoredNotice:
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


def _document(one: Record) -> StoredDocument:
    return StoredDocument(
        kind=KIND,
        scope=one.scope,
        customer=one.notice.customer,
        sha256=one.sha256,
        revision=one.notice.after,
        issued_on=one.notice.sent_on,
        issued_by=one.notice.recorded_by,
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
