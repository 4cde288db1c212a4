"""Objections: recorded, decided, listed."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlmodel import Session, col, select

from vendor_registry.model.ledger.notice import Notice, Objection, Outcome
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.links import link
from vendor_registry.store.tables import StoredObjection


def objections(url: str) -> tuple[Objection, ...]:
    """All objections, oldest first; asking makes no store."""
    with reading(url) as opened:
        if opened is None:
            return ()
        return _objections(opened)


def add(
    url: str,
    notice: Notice,
    customer: str,
    vendor: str,
    received_on: date,
    reason: str,
    engagements: Collection[str] = (),
) -> Objection:
    """Record an objection to a vendor of a notice, or to some of its engagements (keys; none: all); one that comes
    after the last day is kept, and marked as late.

    Raises UsageError where this customer's objection to them is recorded already and not decided.
    """
    with writing(url) as opened:
        same = (one for one in _objections(opened) if (one.notice, one.customer) == (notice.number, customer))
        for one in same:
            apart = one.engagements and engagements and {*one.engagements}.isdisjoint(engagements)
            if one.vendor == vendor and one.outcome is Outcome.OPEN and not apart:
                raise UsageError(
                    f"Objection {one.number} of {customer} to {vendor} is recorded already and still open; "
                    f"vendors objection decide {one.number} closes it."
                )
        stored = StoredObjection(
            notice=notice.number,
            customer=customer,
            vendor=vendor,
            engagements=sorted(engagements) or None,
            received_on=received_on,
            reason=reason,
            late=received_on > notice.object_until,
        )
        opened.add(stored)
        opened.flush()
        link(opened, "objection", [stored])
        return _objection(stored)


def decide(url: str, number: int, outcome: Outcome, decided_on: date, decided_by: str) -> Objection:
    """Close an objection. Raises UsageError where there is none of that number, where it was decided before, or where
    the day lies before that of its receipt."""
    with writing(url) as opened:
        stored = opened.get(StoredObjection, number)
        if stored is None:
            raise UsageError(f"There is no objection {number}; vendors objection list shows those there are.")
        if stored.outcome:
            raise UsageError(
                f"Objection {number} was decided on {stored.decided_on}: {stored.outcome}. What was decided stays; a "
                "customer who objects again has a new objection."
            )
        if decided_on < stored.received_on:
            raise UsageError(f"Objection {number} came on {stored.received_on}; it cannot be decided on {decided_on}.")
        stored.outcome, stored.decided_on, stored.decided_by = outcome.value, decided_on, decided_by
        opened.add(stored)
        opened.flush()
        link(opened, "decision", [stored])
        return _objection(stored)


def _objections(opened: Session) -> tuple[Objection, ...]:
    found: Iterable[StoredObjection] = opened.exec(select(StoredObjection).order_by(col(StoredObjection.id))).all()
    return tuple(map(_objection, found))


def _objection(stored: StoredObjection) -> Objection:
    return Objection(
        number=stored.id or 0,
        notice=stored.notice,
        customer=stored.customer,
        vendor=stored.vendor,
        engagements=tuple(stored.engagements or ()),
        received_on=stored.received_on,
        reason=stored.reason,
        late=stored.late,
        outcome=Outcome(stored.outcome),
        decided_on=stored.decided_on,
        decided_by=stored.decided_by,
    )
