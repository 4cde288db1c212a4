"""What a contract with a customer says beside the list of sub-processors: its terms, and the measures of security."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from vendor_registry.model.text.origin import Cell

Module = Literal["1", "2", "3", "4"]  # of the clauses of Decision (EU) 2021/914
UkEnding = Literal["importer", "exporter", "neither"]  # who may end the Addendum when the ICO changes it (Table 4)

_Text = Mapping[str, str]  # by language code


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractTerms:
    """What the parties choose in the clauses and describe in annexes (SCC 2021/914 Annex I, 2021/915 Annex II).

    Nothing is presumed: what is not said is a field to be completed.
    """

    modules: tuple[Module, ...] = ()  # none: those that follow from our role
    docking: bool | None = None  # Clause 7: whether others may join
    redress_body: bool | None = None  # Clause 11(a), option: an independent body for complaints
    governing_law: _Text = field(default_factory=dict)  # Clause 17
    governing_law_option: Literal["", "1", "2"] = ""
    courts: _Text = field(default_factory=dict)  # Clause 18
    subject_matter: _Text = field(default_factory=dict)
    nature: _Text = field(default_factory=dict)
    purpose: _Text = field(default_factory=dict)
    duration: _Text = field(default_factory=dict)
    frequency: _Text = field(default_factory=dict)
    retention: _Text = field(default_factory=dict)
    sensitive_data: _Text = field(default_factory=dict)  # which, with the restrictions; or that there is none
    activities: _Text = field(default_factory=dict)  # ours that matter for the data
    customer_activities: _Text = field(default_factory=dict)
    registration: str = ""  # our number in the register of companies
    signatory: str = ""  # who signs for us: name and position
    signed: date | None = None
    uk_law: _Text = field(default_factory=dict)  # England and Wales, Scotland or Northern Ireland (IDTA, Table 2)
    uk_ending: tuple[UkEnding, ...] = ()
    cell: Cell | None = None  # where the policy has it; None: nowhere


class MeasureHeading(StrEnum):
    """The headings under which the clauses want measures (2021/914 Annex II, 2021/915 Annex III), in their order."""

    ENCRYPTION = "encryption"  # pseudonymisation and encryption
    RESILIENCE = "resilience"  # ongoing confidentiality, integrity, availability, resilience
    RESTORE = "restore"
    TESTING = "testing"
    USERS = "users"  # identification and authorisation
    TRANSMISSION = "transmission"
    STORAGE = "storage"
    PHYSICAL = "physical"
    LOGGING = "logging"
    CONFIGURATION = "configuration"
    GOVERNANCE = "governance"
    CERTIFICATION = "certification"
    MINIMISATION = "minimisation"
    QUALITY = "quality"
    RETENTION = "retention"
    ACCOUNTABILITY = "accountability"
    PORTABILITY = "portability"  # and erasure
    ASSISTANCE = "assistance"  # measures by which a (sub-)processor helps the controller


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """A technical or organisational measure (GDPR Art. 32), in concrete terms."""

    key: str
    heading: MeasureHeading
    text: _Text
    services: tuple[str, ...] = ()  # where only these have it; none: all of them
