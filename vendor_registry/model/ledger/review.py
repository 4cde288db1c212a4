"""That somebody looked at an engagement: at the vendor, at the assessment of its transfers, or at its agreement."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What was reviewed."""

    VENDOR = "vendor"  # its guarantees (GDPR Art. 28(1)): the column `reviewed`
    TIA = "tia"  # the transfer impact assessment (SCC 2021/914 Clause 14): the column `tia`
    AGREEMENT = "agreement"  # the contract and its clauses (GDPR Art. 28(3)): no column


class Conclusion(StrEnum):
    """How a review ended."""

    PASSED = "passed"
    CONDITIONAL = "conditional"  # passed, if what the note says is done
    FAILED = "failed"  # then none stands: neither this one nor an earlier one


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A review as somebody recorded it: evidence of the duty to account (GDPR Art. 5(2))."""

    number: int
    engagement: str  # key
    subject: Subject
    reviewed_on: date
    reviewed_by: str
    conclusion: Conclusion = Conclusion.PASSED
    next_on: date | None = None  # when the next one is due; None: when the rules of the policy say
    note: str = ""
    sha256: str = ""  # of the report; "": none was named

    @property
    def stands(self) -> bool:
        """Whether it counts as done."""
        return self.conclusion is not Conclusion.FAILED
