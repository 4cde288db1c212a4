"""What one step of the procedure finds."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.findings.transfer import Doubt, Note, TransferVerdict
from vendor_registry.model.register.claim import Claim


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """Something that carries the disclosure on the day, or shows that it is not restricted."""

    verdict: TransferVerdict
    basis: str
    row: str  # the row that decided: "decision:(EU) 2023/1795"
    citation: str
    until: date | None = None  # last day, where one is fixed in advance
    claim: Claim | None = None
    requires_tia: bool = False
    programme: str = ""  # of the certificate, where one carries
    certificate_until: date | None = None
    unverified: bool = False  # the row was not yet checked against a source
    premature: bool = False  # nothing of its kind had been approved by the day


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """One step: what it says, the ground it found, or the doubt it leaves."""

    said: str  # one sentence of the explanation
    ground: Ground | None = None
    doubt: str = ""  # the fact that decides and is not known, in words
    settles: Doubt | None = None  # and of which kind it is
    citation: str = ""  # of the doubt
    notes: tuple[Note, ...] = ()
