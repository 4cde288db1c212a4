"""One disclosure of personal data, as the law must know it to judge it."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.findings.transfer import Way
from vendor_registry.model.register.claim import Claim

_LETTER_OF_ROLE = {
    "controller": "C",
    "joint-controller": "C",  # counts as controller
    "recipient": "C",  # of its own, so a controller
    "processor": "P",
    "sub-processor": "P",
    "data-subject": "",  # the person concerned is nobody's importer
}
NOTHING = "none"  # the instrument of a claim that says that nothing is in place; a blank cell says nothing at all
ROLES: tuple[str, ...] = tuple(_LETTER_OF_ROLE)

NAME_OF_PAIR = {
    "C2C": "controller to controller",
    "C2P": "controller to processor",
    "P2P": "processor to processor",
    "P2C": "processor to controller",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificate:
    """The importer's certificate under a programme (Privacy Shield, Data Privacy Framework ...)."""

    programme: str  # the instrument of the programme: dpf, uk_extension, swiss_us_dpf ...
    valid_from: date | None  # None: not stated
    valid_to: date | None  # last day; None: it runs on

    def holds(self, day: date) -> bool | None:
        """Whether it stands on a day; None where only its first day, which is not stated, could tell."""
        if self.valid_to is not None and self.valid_to < day:
            return False
        return None if self.valid_from is None else self.valid_from <= day


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """May data go from this exporter to this importer on this day, under this regime?

    One disclosure from one legal entity to another; each country of the importer (where it processes, from where it
    reaches in, where it is seated) is a question of its own (EDPB Guidelines 05/2021).
    """

    regime: str  # eu, uk, ch
    exporter_country: str  # ISO 3166-1 alpha-2
    exporter_role: str  # one of ROLES
    importer_country: str  # ISO 3166-1 alpha-2, EPO, or "" where it is not known
    importer_role: str  # one of ROLES
    day: date
    claims: tuple[Claim, ...] = ()  # in the order of preference
    certificates: tuple[Certificate, ...] | None = None  # None: as the claims say
    ways: tuple[Way, ...] = ()  # why the regime binds the exporter, as far as that is known
    bound: bool = False  # the regime binds the exporter wherever it is: GDPR Art. 3(2), or data received from there
    same_entity: bool = False  # exporter and importer are one legal entity
    importer_under_gdpr: bool | None = False  # by Art. 3(2); None: not known
    importer_public: bool | None = False  # a public body; None: not known
    pipeda: bool | None = None  # the importer is subject to the Canadian act
    tia: date | None = None  # day of the transfer impact assessment that stands
    tia_failed: date | None = None  # day of the last one, where it did not allow the transfer
    approvals_given: bool = False  # approvals that a claim needs are taken as given

    @property
    def pair(self) -> str:
        """The roles as clauses know them: C2C, C2P, P2P, P2C."""
        return f"{_LETTER_OF_ROLE[self.exporter_role]}2{_LETTER_OF_ROLE[self.importer_role]}"

    @property
    def known_certificates(self) -> tuple[Certificate, ...]:
        """The importer's certificates: as stated, else as the claims name them."""
        if self.certificates is not None:
            return self.certificates
        return tuple(
            Certificate(programme=claim.instrument, valid_from=claim.signed, valid_to=claim.until)
            for claim in self.claims
        )
