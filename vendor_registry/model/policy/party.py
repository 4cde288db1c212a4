"""Legal entities of ours: the company whose registry this is, and those of its group."""

from dataclasses import dataclass
from typing import Literal

from vendor_registry.model.text.origin import NOWHERE, Cell

Regime = Literal["eu", "uk", "ch"]  # the law on transfers of the EU and EEA, of the UK, of Switzerland


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A legal entity of ours, and which law on transfers it says to be under."""

    legal_name: str = ""
    address: str = ""
    country: str = ""  # seat, ISO 3166-1 alpha-2; blank: not stated
    subject_to: tuple[Regime, ...] = ()  # from outside, by whom it serves or observes (GDPR Art. 3(2), FADP Art. 3)
    representative: str = ""  # in the Union (GDPR Art. 27)
    representative_uk: str = ""  # in the United Kingdom (UK GDPR Art. 27)
    cell: Cell = NOWHERE  # where its seat can be written

    @property
    def reached(self) -> frozenset[str]:
        """The laws that bind it wherever it sits: said outright, or by naming whom they ask for."""
        named = (("eu", self.representative), ("uk", self.representative_uk))
        return frozenset(self.subject_to) | {regime for regime, representative in named if representative.strip()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Company(Party):
    """The company whose registry this is, as its contracts name it."""

    name: str
    contact: str = ""
    dpo: str = ""  # data protection officer (Art. 37)
    authority: str = ""  # competent supervisory authority (SCC Clause 13)
    role: str = "processor"  # towards customers
    website: str = ""

    @property
    def formal_name(self) -> str:
        """As it contracts; as it is known where nobody has said how it contracts."""
        return self.legal_name or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Entity(Party):
    """A legal entity of our own group, as operator of systems."""

    key: str
    legal_name: str
