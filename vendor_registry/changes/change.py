"""One difference between two registers: what kind, of whom, from what to what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import Cell


class Kind(StrEnum):
    """What a change means, in the order people read it: who first, then where, what, why, on which ground.

    GDPR Art. 28(2) speaks of the addition and the replacement of processors; what else customers are told of, the
    contract says (`[notice] kinds` of the policy).
    """

    ADDED = "added"  # a vendor that was not there
    EXTENDED = "extended"  # a further engagement of a vendor that was there
    REMOVED = "removed"  # a vendor that is gone
    REDUCED = "reduced"  # an engagement that is gone, of a vendor that stays
    REPLACED = "replaced"  # another company in the same engagement
    RENAMED = "renamed"  # the same company under another published name
    ENTITY = "entity"  # who contracts: legal name, seat, address, group
    ROLE = "role"  # Art. 4(7) to (9)
    PLACE_WIDENED = "place-widened"
    PLACE_NARROWED = "place-narrowed"
    PLACE_CHANGED = "place-changed"
    DATA_WIDENED = "data-widened"
    DATA_NARROWED = "data-narrowed"
    DATA_CHANGED = "data-changed"
    SCOPE_WIDENED = "scope-widened"  # for more of our products or data regions
    SCOPE_NARROWED = "scope-narrowed"
    SCOPE_CHANGED = "scope-changed"
    STATED = "stated"  # a blank that decides was filled
    BLANKED = "blanked"  # a cell that decides was emptied: unknown now
    PURPOSE = "purpose"
    MECHANISM_LAPSED = "mechanism-lapsed"  # what was covered is not any more
    MECHANISM_WEAKER = "mechanism-weaker"
    MECHANISM_STRONGER = "mechanism-stronger"
    MECHANISM_CHANGED = "mechanism-changed"
    SAFEGUARDS = "safeguards"  # supplementary measures, transfer impact assessment
    CHAIN = "chain"  # who engages it, who hands it data
    EARLIER = "earlier"  # the first day in force, still to come, is put forward
    TERM = "term"  # first or last day in force otherwise
    RETENTION = "retention"
    CONTACT = "contact"
    LINK = "link"  # only an address on the web
    DETAILS = "details"  # a column that is told as it stands
    RECORD = "record"  # our own book-keeping: sources, notes, days of review and of notice
    KEY = "key"  # only the short name of the row
    SPELLING = "spelling"  # only capitals, accents, blanks, punctuation or order


ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One difference, the same in all the engagements it names."""

    kind: Kind
    vendor: str  # as published afterwards; where it is gone, as published before
    keys: tuple[str, ...]  # of the engagements, sorted
    column: str = ""  # "" where a whole engagement came or went
    before: str = ""  # as a person would write the cell; "" for a blank
    after: str = ""
    translations: tuple[tuple[str, str], ...] = ()  # (purpose_es, text) of an engagement that came or went
    role: Role  # of the engagement, before where it is gone
    effective: date | None = None  # first day it counts, where the sheet says so
    cell: Cell  # where it can be seen: afterwards, or before where it is gone

    def sort_key(self) -> tuple[object, ...]:
        return (self.vendor.casefold(), self.vendor, ORDER[self.kind], self.column, self.keys)
