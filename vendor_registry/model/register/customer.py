"""A customer: what it has of us, and what its contract promises it about sub-processors."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from vendor_registry.model.register.coverage import ALL, meet
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.text.origin import Cell

Days = Literal["calendar", "business"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Commitment:
    """What we promised one customer beside the policy: that its data stays in a zone, or that a rule is kept."""

    text: str  # as the sheet of customers has it
    zone: str = ""  # key of the data region, or jurisdiction, that it names
    rule: str = ""  # or id of the rule


@dataclass(frozen=True, kw_only=True, slots=True)
class Customer:
    """A controller (or processor) that we process data for (Art. 28), as one row of the sheet of customers says."""

    key: str
    name: str
    legal_name: str = ""
    country: str = ""  # seat, ISO 3166-1 alpha-2
    address: str = ""  # postal, as it signs (SCC 2021/914 Annex I.A, 2021/915 Annex I)
    contact: str = ""  # its contact person: name, position, contact details
    products: tuple[str, ...] = ()  # keys; none: all
    zone: str = ALL  # the data region it chose; *: all
    conditions: tuple[str, ...] | None = None  # of the policy's, those that hold for it; None: not said, all may
    language: str = ""  # of its documents and letters, ISO 639-1; "": not said
    contract_date: date | None = None
    notice_address: str = ""  # where notices go: an e-mail or postal address
    notice_days: int | None = None  # we give it before a change (SCC 2021/914 Clause 9(a)); None: as the policy
    objection_days: int | None = None  # it has to object; None: as the policy
    days: Days | None = None  # how its days are counted; None: as the policy
    commitments: tuple[Commitment, ...] = ()
    file: str
    line: int

    @property
    def formal_name(self) -> str:
        """As it signs; as people call it where nobody has said how it signs."""
        return self.legal_name or self.name

    def cell(self, column: str = "") -> Cell:
        return Cell(self.file, self.line, column)

    def has(self, engagement: Engagement) -> bool:
        """Whether a sub-processor's engagement is for this customer: its products, data region and conditions."""
        return (
            engagement.role is Role.SUB_PROCESSOR
            and (not self.products or any(map(engagement.serves, self.products)))
            and meet((self.zone,), (engagement.zone,))
            and (self.conditions is None or {*engagement.condition} <= {*self.conditions})
        )
