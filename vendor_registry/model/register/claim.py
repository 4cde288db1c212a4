"""What a sheet claims carries a transfer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ClaimKind(StrEnum):
    """What the words of a mechanism cell turn out to be."""

    MECHANISM = "mechanism"  # an instrument of Chapter V (or its UK and Swiss counterparts)
    MEASURE = "measure"  # a supplementary measure: encryption, minimisation (EDPB 01/2020)
    OTHER = "other"  # a paper that is no transfer tool: a signed DPA, ISO 27001, SCC 2021/915


@dataclass(frozen=True, slots=True)
class Claim:
    """One mechanism as claimed. Whether it holds on a day is for the law floor to say (a *ground*)."""

    written: str  # the words of the cell, for people
    instrument: str  # id of law/tables/mechanisms.csv without module: "dpf", "scc_2021_914", "scc" (set not named), ...
    kind: ClaimKind = ClaimKind.MECHANISM
    module: int | None = None  # SCC 2021/914 module 1 to 4, where stated
    signed: date | None = None  # of the contract, or the first day of the certificate
    until: date | None = None  # last day of the certificate or contract, inclusive
    reference: str = ""  # of an approval, where the instrument needs one
    scope: str = ""  # hr, non_hr: the data a certificate is said to be limited to, where that is stated
