"""What the company promises, and how it writes: terms that policies set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeTerms:
    """What customers are promised when the list changes (Art. 28(2); SCC Clause 9(a))."""

    change_days: int = 30  # days before a change takes effect
    objection_business_days: int = 0  # days customers have to object
    deletion_days: int = 0  # days after the end of a contract until data is deleted
    authorisation: str = "general"  # general or specific (Art. 28(2))
    kinds: tuple[str, ...] | None = None  # of changes that need a notice, in the words of changes; None: the usual ones
    since: date | None = None  # the day from which changes are announced; None: not said


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetTerms:
    """How the sheets of this company are written."""

    columns: Mapping[str, str] = field(default_factory=dict)  # title of the company > our column; "": an extra column
    dates: str = ""  # dmy or mdy: the order of 01/09/2023 where its column does not prove it; "": not said
