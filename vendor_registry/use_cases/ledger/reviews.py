"""Reviews of vendors, of assessments and of agreements: recorded, listed, and known to whoever judges."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.case.vendors import nobody_called, rows_called
from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store import reviews as store


def record(
    case: Case,
    url: str,
    vendor: str,
    subject: Subject,
    *,
    on: date,
    by: str,
    conclusion: Conclusion = Conclusion.PASSED,
    next_on: date | None = None,
    note: str = "",
    file: Path | None = None,
) -> tuple[Review, ...]:
    """That an engagement was reviewed, by its key, or all engagements of a vendor, by its name; one record for each.

    `file`: the report, whose digest is kept. Raises UsageError for a vendor that is none, for days that cannot be, for
    conditions without words, and as the store does.
    """
    if on > case.as_of:
        raise UsageError(f"{on} is still to come; write the day on which the review was made.")
    if next_on is not None and next_on <= on:
        raise UsageError(f"The next review, on {next_on}, has to come after this one, on {on}.")
    if conclusion is not Conclusion.PASSED and not note.strip():
        raise UsageError(f'Say with --note what "{conclusion}" means: what is to be done, or why it failed.')
    digest = _digest(file) if file else ""
    return store.record(
        url,
        [
            Review(
                number=0,
                engagement=row.key,
                subject=subject,
                reviewed_on=on,
                reviewed_by=by,
                conclusion=conclusion,
                next_on=next_on,
                note=" ".join(note.split()),
                sha256=digest,
            )
            for row in _meant(case, vendor)
        ],
    )


def listed(url: str, case: Case | None = None, vendor: str = "") -> tuple[Review, ...]:
    """The reviews on record, as they were recorded; of one vendor, by its name in the case or by a key."""
    found = store.reviews(url)
    if not vendor:
        return found
    keys = {one.engagement for one in found}
    wanted = {vendor} if case is None or vendor in keys else {one.key for one in _meant(case, vendor)}
    return tuple(one for one in found if one.engagement in wanted)


def with_reviews(case: Case, url: str) -> Case:
    """The case with the reviews on record. Raises as the store does."""
    return replace(case, reviews=store.reviews(url))


def _meant(case: Case, vendor: str) -> tuple[Engagement, ...]:
    if rows := rows_called(case, vendor):
        return rows
    raise nobody_called(case, vendor)


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as wrong:
        raise UsageError(f'"{file}" cannot be read: {(wrong.strerror or "").lower()}; name the report.') from wrong
