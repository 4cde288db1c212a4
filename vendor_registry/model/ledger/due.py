"""A day on which something ends, falls due or takes effect."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DueKind(StrEnum):
    """What a day is, in the order in which entries of one day are told."""

    LAST_DAY_TO_TELL = "last-day-to-tell"  # customers, of a change that takes effect later
    LAST_DAY_TO_OBJECT = "last-day-to-object"
    EFFECTIVE = "effective"  # a change, or an engagement, counts from this day
    ENGAGEMENT_ENDS = "engagement-ends"
    CERTIFICATE_ENDS = "certificate-ends"  # of a programme: DPF and its extensions
    MECHANISM_ENDS = "mechanism-ends"
    LAW_ENDS = "law-ends"  # an adequacy decision, or an instrument
    REVIEW_DUE = "review-due"
    TIA_DUE = "tia-due"
    WAIVER_ENDS = "waiver-ends"


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One entry of the calendar."""

    day: date
    kind: DueKind
    what: str  # what ends or is due, in words
    whose: str  # vendor or customer
    where: str  # the cell, the decision or the notice it follows from
    do: str  # what is to be done by then
    identity: tuple[str, ...]  # what stays the same when its day, its line or its wording changes

    def sort_key(self) -> tuple[object, ...]:
        return (self.day, tuple(DueKind).index(self.kind), self.whose.casefold(), self.identity)
