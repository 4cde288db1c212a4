"""One entry of a published list: the words said of one vendor, each with the column it is for and how sure that is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from vendor_registry.intake.lists.formats.page import Text

ABOUT_VENDORS = re.compile(
    r"sub-?\s?processor|processors?\b|vendors?\b|third[- ]part|service providers?|suppliers?|recipients?|"
    r"unterauftrag|auftragsverarbeiter|dienstleister|drittanbieter|empfänger|subunternehm|"
    r"sous-traitant|prestataire|fournisseur|destinataire|subencargad|encargad|proveedor|destinatari|수탁|위탁|"
    r"sub-?responsabil|fornitor|subverwerker|verwerkers?\b|leverancier|subprocessador|suboperador",
    re.IGNORECASE,
)
OWN_GROUP = re.compile(
    r"affiliate|group compan|subsidiar|intra-?group|konzern|verbundene|filiale|sociétés? du groupe|empresas? del grupo",
    re.IGNORECASE,
)
_AND = r"\s*(?:and|&|/|,|und|et|y|e|en)\s*"
_BOTH = re.compile(
    rf"(?:{ABOUT_VENDORS.pattern})\w*{_AND}(?:our |unsere )?(?:{OWN_GROUP.pattern})|"
    rf"(?:{OWN_GROUP.pattern})\w*{_AND}(?:our |unsere )?(?:{ABOUT_VENDORS.pattern})",
    re.IGNORECASE,
)
SURE, LIKELY, GUESSED = 1.0, 0.7, 0.4
INHERITED = "Inherited"  # the title of what a sentence above a list says of all its points
WEBSITE, PUBLISHER, EXTRA = "website", "publisher", "extra"  # what has no column of ours; kept in the notes
STANDING = "standing"  # whether a vendor is engaged, no longer, or not yet; kept in the notes as well


def of_own_group(words: str) -> bool:
    """Whether words speak of companies of the own group; "Sub-processors and affiliates" speaks of both."""
    return bool(OWN_GROUP.search(_BOTH.sub(" ", words)))


@dataclass(frozen=True, slots=True)
class Said:
    """What stands under one title."""

    title: str
    text: Text
    column: str  # ours, or one of the four above
    score: float


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One vendor as a page names it, before its words are read."""

    place: str
    said: tuple[Said, ...]
    groups: tuple[str, ...] = ()  # headings above it, the outermost first

    def of(self, column: str) -> Said | None:
        """What is said for a column; the surest, if there are several."""
        return max((one for one in self.said if one.column == column), key=lambda one: one.score, default=None)

    def every(self, column: str) -> tuple[Said, ...]:
        """All that is said for a column, the surest first."""
        return tuple(sorted((one for one in self.said if one.column == column), key=lambda one: -one.score))


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a list that was not understood, or was understood by a rule of thumb."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person, or the run before, fixed: titles, headings to leave out, and cells that are always the same."""

    columns: Mapping[str, str] = field(default_factory=dict)
    skip: tuple[str, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Findings:
    """What a page yields."""

    entries: list[ListEntry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # title of the page > the column it was read as
    updated: str = ""  # as of which day the list says that it holds, as ISO 8601 writes it

    def remark(self, place: str, sentence: str) -> None:
        self.remarks.append(Remark(place, sentence))
