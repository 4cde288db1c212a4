"""What customers say to a change: record it, decide it, list it; and the case as it is with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.concerned import concerned
from vendor_registry.changes.notice_kinds import needs_notice
from vendor_registry.changes.rows import changes
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.ledger.notice import Notice, Objection, Outcome
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.folding import folded
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.store import objections as store
from vendor_registry.store.notices import notices
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.difference import state
from vendor_registry.use_cases.selection.customers import customer_called


def add(
    case: Case,
    archive: Archive,
    customer: str,
    vendor: str,
    reason: str,
    received_on: date,
    notice: int | None = None,
    *,
    today: date,
) -> tuple[Objection, Notice]:
    """Record the objection of a customer to a vendor by its name, or to an engagement by its key, and the notice that
    it answers: the one named, else the newest that told this customer of the vendor.

    An objection to a vendor is one to what the notice said of it: to those of its engagements that changed.
    Raises UsageError for a customer, a vendor or a notice that is none, and where it came before the notice, or on a
    day that is still to come.
    """
    _refuse_to_come(received_on, today, "the objection came")
    theirs, url = customer_called(case, customer), archive.repository.ledger
    row = case.registry.by_key.get(vendor)
    name = row.vendor if row else vendor.strip()
    told = _answered(notices(url), theirs.key, name, notice)
    if received_on < told.sent_on:
        raise UsageError(f"Notice {told.number} was sent on {told.sent_on}; nobody can object to it on {received_on}.")
    if not reason.strip():
        raise UsageError("Write what the customer says with --reason: it is what has to be decided.")
    published = next(one for one in told.vendors if folded(one) == folded(name))
    told_of = _engagements(told, theirs, published, archive, received_on)
    if row and told_of and row.key not in told_of:
        raise UsageError(f"Notice {told.number} did not speak of {row.key}; of {name} it told {listed(told_of)}.")
    keys = [row.key] if row else told_of
    return store.add(url, told, theirs.key, published, received_on, reason.strip(), keys), told


def decide(url: str, number: int, outcome: str, decided_on: date, decided_by: str, *, today: date) -> Objection:
    """Close an objection: upheld, dismissed or withdrawn.

    Raises UsageError for another word, for a day that is still to come, and as the store does.
    """
    _refuse_to_come(decided_on, today, "it was decided")
    words = [one.value for one in Outcome if one is not Outcome.OPEN]
    if outcome not in words:
        raise UsageError(f'"{outcome}" is no outcome of an objection; write {listed(words, "or")}.')
    return store.decide(url, number, Outcome(outcome), decided_on, decided_by)


def _refuse_to_come(day: date, today: date, what: str) -> None:
    if day > today:
        raise UsageError(f"{day} is still to come; write the day on which {what}.")


def objections(url: str, customer: str = "", undecided: bool = False) -> tuple[Objection, ...]:
    """All of them, or those of a customer, or those not decided; oldest first."""
    found = store.objections(url)
    return tuple(
        one for one in found if customer in ("", one.customer) and not (undecided and one.outcome is not Outcome.OPEN)
    )


def with_objections(case: Case, url: str) -> Case:
    """The case with what customers were told, and what they objected to."""
    return replace(case, notices=notices(url), objections=store.objections(url))


def _answered(told: Sequence[Notice], customer: str, vendor: str, number: int | None) -> Notice:
    mine = [one for one in told if one.reaches(customer)]
    if number is not None:
        mine = [one for one in mine if one.number == number]
        if not mine:
            raise UsageError(f"There is no notice {number} to {customer}.")
    found = [one for one in mine if folded(vendor) in map(folded, one.vendors)]
    if not found:
        known = sorted({name for one in mine for name in one.vendors}, key=str.casefold)
        close = nearest(vendor, known)
        hint = f'did you mean "{close}"?' if close else f"it was told of {listed(known) or 'nobody'}."
        raise UsageError(f'No notice told {customer} of "{vendor}"; {hint} A notice is recorded once it was sent.')
    return max(found, key=lambda one: (one.sent_on, one.number))


def _engagements(told: Notice, customer: Customer, vendor: str, archive: Archive, day: date) -> list[str]:
    """Keys of the vendor's engagements that the change was about; none: the whole list was told, or nobody can say."""
    if told.before is None:
        return []
    try:
        then, now = (state(str(number), archive, day) for number in (told.before, told.after))
    except RefusedError:
        return []
    concerns = concerned(
        (one for one in changes(then, now) if needs_notice(one, now.policy)), then, replace(now, customers=(customer,))
    )
    found = (one for concern in concerns for one in concern.changes if folded(one.vendor) == folded(vendor))
    return sorted({key for one in found for key in one.keys})
