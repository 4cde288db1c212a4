"""What the company promises, and how it writes: terms that policies set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vendor_registry.model.text.origin import Cell

USUAL_DAYS = 30  # between a notice and the change where nobody has promised another number
_UNSAID = "; the policy does not say how many are promised"


@dataclass(frozen=True, kw_only=True, slots=True)
class NoticeTerms:
    """What customers are promised when the list changes (Art. 28(2); SCC Clause 9(a))."""

    change_days: int | None = None  # days before a change takes effect; None: not said
    objection_business_days: int = 0  # days customers have to object
    deletion_days: int = 0  # days after the end of a contract until data is deleted
    authorisation: str = ""  # general or specific (Art. 28(2)); "": not said
    kinds: tuple[str, ...] | None = None  # of changes that need a notice, in the words of changes; None: the usual ones
    since: date | None = None  # the day from which changes are announced; None: not said
    cell: Cell | None = field(default=None, compare=False)  # where a policy read from a file has `since`, or would

    @property
    def days(self) -> int:
        """Days before a change takes effect on which customers are told: as promised, else the usual ones."""
        return USUAL_DAYS if self.change_days is None else self.change_days

    @property
    def promised(self) -> str:
        """How many days those are, as a sentence may say it."""
        return f"{self.days} days before are {'usual' + _UNSAID if self.change_days is None else 'promised'}"

    @property
    def as_promised(self) -> str:
        """How a sentence on these days ends."""
        return f"as is usual{_UNSAID}" if self.change_days is None else "as is promised"


ALWAYS_PUBLIC = ("key", "vendor", "country", "role", "service", "purpose", "products", "zone")
"""Columns without which a published list would name nobody, or not what for."""

USUALLY_PUBLIC = (
    *("legal_name", "address", "affiliate", "engaged_by", "data_subjects", "data", "de_identified", "region"),
    *("access_from", "mechanism", "measures", "since", "until", "notified", "condition", "instead_of", "replaces"),
    "formerly",
)
"""What customers are told of a sub-processor; contacts, sources and notes are not among it."""


LIGHT: Mapping[str, str] = {
    "text": "#1b1f24",
    "quiet": "#4d545c",
    "page": "#ffffff",
    "card": "#f4f6f9",
    "line": "#c5cbd3",
    "accent": "#0b4f9e",
    "logo": "#ffffff",
}
DARK: Mapping[str, str] = {
    "text": "#e7eaee",
    "quiet": "#b3bac3",
    "page": "#14171b",
    "card": "#1e2329",
    "line": "#444c56",
    "accent": "#8fc1ff",
    "logo": "#ffffff",
}
"""The colours of the public page: of text, of text that may be missed, of what both stand on, of lines, of links, and
of what the logo stands on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteTerms:
    """What of the register is published, and how it looks."""

    columns: tuple[str, ...] = USUALLY_PUBLIC
    logo: str = ""  # a file beside the policy, SVG or PNG; "": none
    light: Mapping[str, str] = field(default_factory=lambda: LIGHT)  # colours by what they are of, as #rrggbb
    dark: Mapping[str, str] = field(default_factory=lambda: DARK)  # the same for readers who prefer a dark page

    @property
    def public(self) -> frozenset[str]:
        """Every column that leaves the house."""
        return frozenset((*ALWAYS_PUBLIC, *self.columns))


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetTerms:
    """How the sheets of this company are written."""

    columns: Mapping[str, str] = field(default_factory=dict)  # title of the company > our column; "": an extra column
    dates: str = ""  # dmy or mdy: the order of 01/09/2023 where its column does not prove it; "": not said
