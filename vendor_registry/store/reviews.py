"""Reviews that somebody made: recorded and listed. What was recorded is never changed; a later one takes its place."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.links import link
from vendor_registry.store.tables import StoredReview


def reviews(url: str) -> tuple[Review, ...]:
    """All reviews in the order in which they were recorded; asking makes no store."""
    with reading(url) as opened:
        return () if opened is None else _reviews(opened)


def record(url: str, made: Iterable[Review]) -> tuple[Review, ...]:
    """Keep reviews, all of them or none; their numbers are of no account: the ledger gives them.

    Raises UsageError where one that says the same is recorded already.
    """
    with writing(url) as opened:
        known = {_said(one): one.number for one in _reviews(opened)}
        kept = list(made)
        for one in kept:
            if number := known.get(_said(one)):
                raise UsageError(
                    f"Review {number} says the same of {one.engagement} already: {one.subject}, {one.reviewed_on}, "
                    f"{one.conclusion}."
                )
        stored = [_stored(one) for one in kept]
        opened.add_all(stored)
        opened.flush()
        link(opened, "review", stored)
        return tuple(map(_review, stored))


def _said(one: Review) -> object:
    return (one.engagement, one.subject, one.reviewed_on, one.reviewed_by, one.conclusion, one.next_on, one.note)


def _reviews(opened: Session) -> tuple[Review, ...]:
    return tuple(map(_review, opened.exec(select(StoredReview).order_by(col(StoredReview.id)))))


def _stored(one: Review) -> StoredReview:
    return StoredReview(
        engagement=one.engagement,
        subject=one.subject.value,
        reviewed_on=one.reviewed_on,
        reviewed_by=one.reviewed_by,
        conclusion=one.conclusion.value,
        next_on=one.next_on,
        note=one.note,
        sha256=one.sha256,
    )


def _review(stored: StoredReview) -> Review:
    return Review(
        number=stored.id or 0,
        engagement=stored.engagement,
        subject=Subject(stored.subject),
        reviewed_on=stored.reviewed_on,
        reviewed_by=stored.reviewed_by,
        conclusion=Conclusion(stored.conclusion),
        next_on=stored.next_on,
        note=stored.note,
        sha256=stored.sha256,
    )
