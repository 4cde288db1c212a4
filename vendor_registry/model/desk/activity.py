"""Who did what, and when: the trail that an auditor follows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What was done."""

    CHANGED = "changed"  # cells of the sheet, rows, the policy
    REFUSED = "refused"  # a change that met another: what stood there, and what was to stand there
    PUBLISHED = "published"  # a revision
    DECIDED = "decided"  # an objection
    RECORDED = "recorded"  # a notice, or an objection
    ENTERED = "entered"  # signed in
    USERS = "users"  # somebody was let in, or is no longer


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """One deed of one person. Never holds a secret."""

    at: datetime  # UTC
    by: str
    deed: Deed
    what: str  # the cell, the revision, the objection, in words
    before: str = ""  # what stood there
    after: str = ""  # and what stands there now
    number: int = 0  # 0: not kept yet
