"""A finding that somebody decided to live with, for a while."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver:
    """One flow, or one row, that a rule is asked to look away from. The decision of a named person, with an end."""

    rule: str  # id of a rule of the policy, or of a standing rule
    source: str  # column `from`: key of the node that hands over; "" where the rule judges a row, not a flow
    target: str  # column `to`: key of the node that receives, or of the row
    data: tuple[str, ...]  # categories, with all that lies under them; empty: all the flow carries
    reason: str
    approved_by: str
    granted: date
    expires: date  # last day, inclusive
    file: str
    line: int

    def cell(self, column: str = "") -> Cell:
        return Cell(self.file, self.line, column)

    def running(self, day: date) -> bool:
        """Whether it counts on that day; the first and the last day do."""
        return self.granted <= day <= self.expires

    def __str__(self) -> str:
        """As people see it beside what it sets aside."""
        return f"{self.cell().place}, until {self.expires}"
