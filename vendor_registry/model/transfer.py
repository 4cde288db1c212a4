"""A flow into a country, judged under one regime on one day (GDPR Chapter V)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.claim import Claim
from vendor_registry.model.flow import Flow


class TransferVerdict(StrEnum):
    """What the law says of a transfer, best first."""

    NOT_RESTRICTED = "not_restricted"
    COVERED = "covered"
    COVERED_WITH_WARNING = "covered_with_warning"
    UNKNOWN = "unknown"  # a fact that decides is not known, or the law gives no clear answer
    NOT_COVERED = "not_covered"

    @property
    def rank(self) -> int:
        """0 for the best answer; the highest counts."""
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(TransferVerdict)}


@dataclass(frozen=True, order=True, slots=True)
class Note:
    """A remark on an answer. The code tells rules what kind of remark it is; the text is for people."""

    code: str  # "wrong-module", "mechanism-ended", "unnecessary", "no-tia", "government-access" ...
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one regime says of one disclosure on one day."""

    verdict: TransferVerdict
    basis: str  # intra-EEA, domestic, uk-transition, uk-bridge, adequacy, scc, bcr, derogation, none ...
    ground: str = ""  # the row that decided: "decision:(EU) 2023/1795", "mechanism:scc_2021_914_m3"
    claim: Claim | None = None  # the claim that holds, where one does
    citation: str = ""  # the decision or act, and the article
    until: date | None = None  # last day of the ground, where one is fixed in advance
    notes: tuple[Note, ...] = ()
    fallbacks: tuple[Claim, ...] = ()  # further claims that would hold
    steps: tuple[str, ...] = ()  # every step that led here, in the order of the procedure

    def has(self, code: str) -> bool:
        """Whether there is a note of this code."""
        return any(note.code == code for note in self.notes)


@dataclass(frozen=True, kw_only=True, slots=True)
class Transfer:
    """One flow, one regime of the exporter, one country of the importer, and the answer."""

    flow: Flow
    regime: str  # eu, uk, ch
    exporter_country: str  # "" where unknown
    importer_country: str  # "" where unknown
    via: str  # which cell of the importer names the country: country, region, access_from
    answer: Answer
