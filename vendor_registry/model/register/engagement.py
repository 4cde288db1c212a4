"""The row: one vendor engaged for one service."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.coverage import among
from vendor_registry.model.register.period import Period, within
from vendor_registry.model.register.place import UNKNOWN_REGION, Region
from vendor_registry.model.text.origin import Cell


class Role(StrEnum):
    """What the vendor is under the GDPR for this engagement (Art. 4(7) to (9), 26, 28)."""

    SUB_PROCESSOR = "sub-processor"
    PROCESSOR = "processor"
    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint-controller"
    RECIPIENT = "recipient"


VENDOR_LEVEL = (
    "legal_name",
    "address",
    "contact",
    "country",
    "parent",
    "parent_country",
    "affiliate",
    "dpa_url",
    "subprocessors_url",
    "formerly",
    "lei",
    "notice_days",
)
"""Columns that say something of the vendor, not of the engagement: rows of one vendor share them."""


class DeIdentified(StrEnum):
    """What is done to the data before it is handed over (GDPR Art. 4(5), recital 26)."""

    NO = ""
    PSEUDONYMISED = "pseudonymised"  # still personal data
    ANONYMISED = "anonymised"  # leaves the personal-data tree at this flow


@dataclass(frozen=True, kw_only=True, slots=True)
class Engagement:
    """One vendor doing one service, for some products, in one of our data regions.

    Field names are the column headers. `None` (or an empty Region) means the cell is blank: unknown.
    """

    key: str
    vendor: str  # as published
    legal_name: str = ""
    address: str = ""
    contact: str = ""
    country: str  # seat of the contracting entity
    parent: str = ""  # the company that ultimately stands behind the contracting entity
    parent_country: str = ""
    affiliate: bool = False
    role: Role
    service: str
    purpose: str
    translations: tuple[tuple[str, str], ...] = ()  # (header, text), from purpose_de, retention_fr ...
    products: tuple[str, ...]  # product keys, or ("*",)
    zone: str  # data region key, or "*"
    engaged_by: tuple[str, ...] = ()  # engagement keys; empty: we do. Several make a graph, not a tree
    receives_from: tuple[str, ...] = ()  # keys of systems or engagements, as written
    data_subjects: tuple[str, ...] | None = None
    data: tuple[str, ...] | None = None  # dotted categories, sorted
    de_identified: DeIdentified = DeIdentified.NO
    region: Region = UNKNOWN_REGION
    access_from: Region = UNKNOWN_REGION
    mechanism: tuple[Claim, ...] = ()  # in the order of the cell: the first that holds is the ground
    measures: tuple[str, ...] = ()
    tia: date | None = None
    since: date | None = None
    until: date | None = None  # last day in force, inclusive
    notified: date | None = None
    reviewed: date | None = None
    notice_days: int | None = None  # it tells us of changes to its own sub-processors so many days before
    condition: tuple[str, ...] = ()  # keys of conditions that must all hold; empty: it always applies
    instead_of: tuple[str, ...] = ()  # keys of engagements it is the alternative to
    replaces: tuple[str, ...] = ()  # keys of engagements whose place it takes
    formerly: tuple[str, ...] = ()  # former names of the vendor: a new name is no new sub-processor
    certifications: tuple[str, ...] = ()
    lei: str = ""  # ISO 17442
    retention: str = ""
    dpa_url: str = ""
    subprocessors_url: str = ""
    source: str = ""
    notes: str = ""
    file: str
    line: int

    def cell(self, column: str = "") -> Cell:
        """The cell in which this column of the row can be mended."""
        return Cell(self.file, self.line, column)

    @property
    def period(self) -> Period:
        """The days on which the engagement is in force."""
        return Period(self.since, self.until)

    def in_force(self, day: date) -> bool:
        """Whether the engagement runs on that day; a blank date is no bound, both dates are inclusive."""
        return within(day, self.since, self.until)

    def serves(self, product: str) -> bool:
        return among(product, self.products)

    def purpose_in(self, language: str) -> str:
        """The description of the processing in a language; as written where it is not translated."""
        return self.translated("purpose", language) or self.purpose

    def translated(self, field: str, language: str) -> str:
        """What a translated column says in a language; "" where it is not translated."""
        return dict(self.translations).get(f"{field}_{language}", "")
