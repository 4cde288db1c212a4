"""A flow into a country, judged under one regime on one day (GDPR Chapter V)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.flow import Flow


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


class Way(StrEnum):
    """Why a law on transfers binds the one who hands data on."""

    ESTABLISHMENT = "establishment"  # seated in its area: GDPR Art. 3(1), UK GDPR Art. 3(1), FADP Art. 3
    PLACE = "place"  # processes there: the careful reading, since equipment alone is no establishment
    HOME = "home"  # data that such a place of ours first held arrives, and is followed: GDPR Art. 44
    REACH = "reach"  # says so, or names a representative there: GDPR Art. 3(2) and 27, FADP Art. 3
    ONWARD = "onward"  # a transfer under that law brought the data: GDPR Art. 44

    @property
    def words(self) -> str:
        """As people are told: "by establishment"."""
        return _WORDS[self]


_WORDS = {
    Way.ESTABLISHMENT: "by establishment",
    Way.PLACE: "by place",
    Way.HOME: "by home of the data",
    Way.REACH: "by reach",
    Way.ONWARD: "by the transfer that brought the data",
}
OWN_RIGHT = frozenset({Way.ESTABLISHMENT, Way.PLACE, Way.REACH})
"""Ways in which the exporter itself is bound; in the others the law follows the data."""


@dataclass(frozen=True, order=True, slots=True)
class Note:
    """A remark on an answer. The code tells rules what kind of remark it is; the text is for people."""

    code: str  # "wrong-module", "mechanism-ended", "unnecessary", "no-tia", "government-access" ...
    text: str


class Doubt(StrEnum):
    """The fact that decides and is not known."""

    BINDING = "binding"  # whether the law binds the exporter
    COUNTRY = "country"  # the country of the importer
    LAW = "law"  # the law itself is not settled: whether a territory is a third country, whether old clauses count
    CERTIFICATE = "certificate"  # from which day the importer is certified
    RECIPIENT = "recipient"  # what the importer is: under PIPEDA, a public body, itself under the GDPR
    LIST = "list"  # a list of countries that is not in the tables
    CLAIM = "claim"  # what the claim means: which instrument, module or set, which exception
    AGREEMENT = "agreement"  # a fact of the agreement: its day, its approval, the clauses beneath it
    FOREIGN_LAW = "foreign-law"  # rules of the importer's country that are not in the tables


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
    settles: tuple[str, ...] = ()  # what would settle an answer that is not known: codes of `Doubt`
    earlier: str = ""  # the ground of the transfer that brought the data, where a recipient hands it on

    @property
    def restricted(self) -> bool:
        """Whether it is a transfer that the law restricts (GDPR Chapter V), and so needs a ground."""
        return self.verdict is not TransferVerdict.NOT_RESTRICTED

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
    ways: tuple[Way, ...]  # why the law binds the exporter; none: nobody can say whether it does
    sure: bool  # False: a blank decides whether it binds
    answer: Answer
