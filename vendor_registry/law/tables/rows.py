"""The rows of the law's tables: field name = column header. Both days of a period are inclusive; blank is no bound."""

from dataclasses import dataclass
from datetime import date

FROM_KNOWLEDGE = "from knowledge"
LATER_INVALID = "later-invalid"  # code of the remark that a decision was declared invalid afterwards
ONWARD = "onward"  # code of the remark on what a tool asks of an onward transfer


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """What every row of law has: when it holds, what it rests on, and whether a source was seen."""

    valid_from: date | None
    valid_to: date | None
    source: str
    status: str  # "verified": a source was seen; "from knowledge": not yet checked against one
    note: str

    def holds(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def unverified(self) -> bool:
        return self.status == FROM_KNOWLEDGE

    @property
    def mark(self) -> str:
        """What an explanation prints behind a row that was not yet checked."""
        return " [unverified]" if self.unverified else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership(Dated):
    """A country in an area of law: EU, EEA, DPD, GDPR, GDPR_TRANSITION, EU_BRIDGE, UK, CH ..., or OUTSIDE of them."""

    area: str
    country: str
    unsettled: bool  # whether the rules on transfers apply to this territory is not settled

    @property
    def ground(self) -> str:
        return f"membership:{self.area}/{self.country}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Adequacy(Dated):
    """A decision that a country, or some recipients in it, protect data well enough (GDPR Art. 45 and its kin)."""

    regime: str
    country: str
    scope: str
    condition: str  # id of a Condition
    decision: str
    amended_by: str  # the act that gave it its present wording; blank: none
    celex: str

    @property
    def title(self) -> str:
        return f"{self.decision} as amended by {self.amended_by}" if self.amended_by else self.decision

    @property
    def ground(self) -> str:
        return f"decision:{self.title}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """What an importer must be or have for an adequacy decision to reach it."""

    id: str
    kind: str  # none, certificate, pipeda, scope, ignored
    programme: str  # the instrument that names the certificate: dpf, uk_extension ...
    indicative: bool  # the list guides the exporter and does not bind
    public_body: str  # whether the decision reaches public bodies: yes, no, unknown
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mechanism(Dated):
    """An instrument a sheet may claim, under one regime (GDPR Art. 46 to 49 and their kin)."""

    id: str
    name_en: str
    name_de: str
    name_fr: str
    name_es: str
    regime: str
    article: str
    old_law: str  # the provision it rested on before the GDPR, in Switzerland before the act of 2020; blank: none
    basis: str  # what an answer calls it: scc, bcr, derogation ...; "none": no transfer tool
    requires_tia: bool
    requires_module: bool
    requires_approval: bool  # somebody must have approved it by name (Art. 40, 42, 46(2)(a), 46(3))
    first_approval: date | None  # no approval is older
    public_only: bool  # only between public bodies
    roles: frozenset[str]  # pairs such as "C2P"; empty: any
    new_contracts_until: date | None  # last day of signature; older contracts run on until `valid_to`
    unclear_until: date | None  # after `valid_to`, and until then, the law gives no clear answer
    celex: str

    @property
    def ground(self) -> str:
        return f"mechanism:{self.id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class GovernmentAccess(Dated):
    """A statute by which the authorities of a country may reach data (EDPB Recommendations 01/2020)."""

    country: str
    statute: str
    effect_en: str
    effect_de: str
    effect_fr: str
    effect_es: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark(Dated):
    """Something the reader of an answer should know, on some days, about a ground, a country or a regime."""

    code: str
    applies_to: str  # a ground without its regime, or "importer:GI"
    regime: str  # eu, uk, ch; blank: any
    exporters: frozenset[str]  # countries of the exporter; empty: any
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Article(Dated):
    """The provision that decides in an area of law where no row of another table does."""

    area: str
    subject: str  # general, free-movement, same-entity, adequacy, tia, foreign-orders
    text: str
