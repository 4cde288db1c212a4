"""What customers were told of a change, and what they said to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """A notice as somebody recorded that it was sent (Art. 28(2); SCC 2021/914 Clause 9(a))."""

    number: int
    customer: str = ""  # key; "": published for all
    channel: str  # e-mail, letter, page ...
    before: int | None = None  # revision it is the difference of; None: the whole list
    after: int
    vendors: tuple[str, ...]  # concerned, as published
    sent_on: date
    effective_on: date
    object_until: date
    recorded_by: str = ""

    def reaches(self, customer: str) -> bool:
        """Whether a customer was told by it."""
        return self.customer in ("", customer)


class Outcome(StrEnum):
    """What became of an objection."""

    OPEN = ""
    UPHELD = "upheld"  # the customer goes without the vendor
    DISMISSED = "dismissed"  # the reasons do not carry; the change counts for this customer too
    WITHDRAWN = "withdrawn"  # by the customer, say after a talk or for a safeguard more


@dataclass(frozen=True, kw_only=True, slots=True)
class Objection:
    """A customer's objection to a vendor of which a notice spoke, or to one of its engagements."""

    number: int
    notice: int
    customer: str  # key
    vendor: str  # as published
    engagements: tuple[str, ...] = ()  # keys of those it holds back; none: all of the vendor
    received_on: date
    reason: str
    late: bool = False  # received after the last day to object: kept, and marked
    outcome: Outcome = Outcome.OPEN
    decided_on: date | None = None
    decided_by: str = ""

    @property
    def holds(self) -> bool:
        """Whether what it is about is not in force for the customer: open and in time, or decided in its favour."""
        return self.outcome is Outcome.UPHELD or (self.outcome is Outcome.OPEN and not self.late)
