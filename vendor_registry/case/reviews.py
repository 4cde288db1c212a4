"""When an engagement was last reviewed: by its row, and by the reviews that were recorded until the day."""

from collections.abc import Mapping
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.law.periods.months import months_after
from vendor_registry.model.ledger.review import Review, Subject
from vendor_registry.model.register.engagement import Engagement

SUBJECTS: Mapping[str, Subject] = {"reviewed": Subject.VENDOR, "tia": Subject.TIA}
"""By column of the sheet, what its day is the review of."""


def last_review(case: Case, key: str, subject: Subject) -> Review | None:
    """The newest recorded review of an engagement that was made by the day of the case; of one day, the last one."""
    found = (one for one in case.reviews_of.get(key, ()) if one.subject is subject and one.reviewed_on <= case.as_of)
    return max(found, key=lambda one: (one.reviewed_on, one.number), default=None)


def newest_review(case: Case, row: Engagement, column: str) -> Review | None:
    """The recorded review that says more than the cell does; None: the cell is as new, or newer."""
    review, written = last_review(case, row.key, SUBJECTS[column]), getattr(row, column)
    return review if review and (written is None or written <= review.reviewed_on) else None


def last_done(case: Case, row: Engagement, column: str) -> date | None:
    """The day of the review that stands: the later of cell and record; None where there is none, or the last failed."""
    if not case.reviews:
        written: date | None = getattr(row, column)
        return written
    review = newest_review(case, row, column)
    if review is None:
        later: date | None = getattr(row, column)
        return later
    return review.reviewed_on if review.stands else None


def failed_on(case: Case, row: Engagement, column: str) -> date | None:
    """The day of the last review where it failed, so that none stands; None where one stands, or none was made."""
    review = newest_review(case, row, column) if case.reviews else None
    return None if review is None or review.stands else review.reviewed_on


def next_due(case: Case, row: Engagement, column: str, months: int) -> date | None:
    """The day by which a review is due again: so many months after the one that stands, or earlier where whoever made
    it said so; None where none stands."""
    done = last_done(case, row, column)
    if done is None:
        return None
    review = newest_review(case, row, column)
    named = review.next_on if review else None
    return min(filter(None, (months_after(done, months), named)))
