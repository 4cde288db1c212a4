"""One row of a table of transfer questions: its cells as a question, or everything that is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.dates import day
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.places import country
from vendor_registry.law.question import Certificate, Question
from vendor_registry.law.tables.programmes import programme_of, programmes
from vendor_registry.model.register.claim import Claim
from vendor_registry.use_cases.judgement.transfer.question import (
    established,
    exporter_role,
    importer,
    importer_role,
    regime,
    yes_no_unknown,
)

Read = TypeVar("Read")

REQUIRED = (
    "regime",
    "exporter_country",
    "exporter_role",
    "importer_country",
    "importer_role",
    "date",
    "mechanism_claimed",
)
OPTIONAL = ("exporter_seat", "mechanism_from", "importer_dpf_from", "importer_dpf_to", "importer_pipeda")

NO_CLAIM: tuple[Claim, ...] = ()
NO_DAY: tuple[date | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, and what is wrong with them."""

    texts: dict[str, str]
    complaints: list[tuple[str, str]] = field(default_factory=list)

    def must(self, column: str, read: Callable[[str], Read], otherwise: Read) -> Read:
        if self.texts[column]:
            return self.may(column, read, otherwise)
        self.complaints.append((f"{column} is blank", "It decides the answer."))
        return otherwise

    def may(self, column: str, read: Callable[[str], Read], otherwise: Read) -> Read:
        try:
            return read(self.texts[column]) if self.texts.get(column) else otherwise
        except UnclearError as unclear:
            self.complaints.extend((f"{column}: {message}", hint) for message, hint in unclear.complaints)
            return otherwise


def question(header: tuple[str, ...], row: list[str]) -> Question:
    """The question a row asks; raises UnclearError with all that is wrong with its cells."""
    if not any(map(trim, row)):
        raise UnclearError("the row is blank", "")
    if len(row) != len(header):
        raise UnclearError(f"the row has {len(row)} cell{'s' * (len(row) != 1)} where {len(header)} belong", "")
    cells = _Cells({column: trim(text) for column, text in zip(header, row, strict=True)})
    asked = cells.must("date", day, date.min)
    law = cells.must("regime", regime, "eu")
    claims = cells.may("mechanism_claimed", mechanism, NO_CLAIM)
    question = Question(
        regime=law,
        exporter_country=cells.must("exporter_country", country, ""),
        exporter_role=cells.must("exporter_role", exporter_role, "controller"),
        importer_country=cells.must("importer_country", importer, ""),
        importer_role=cells.must("importer_role", importer_role, "controller"),
        day=asked,
        claims=_signed(claims, cells),
        certificates=_certificates(cells, claims, law, asked),
        pipeda=cells.may("importer_pipeda", yes_no_unknown, None),
        approvals_given=True,
    )
    seat = cells.may("exporter_seat", country, "")
    if cells.complaints:
        raise all_unclear(cells.complaints)
    return established(question, seat)


def _signed(claims: tuple[Claim, ...], cells: _Cells) -> tuple[Claim, ...]:
    """The claims with their day of signature or approval: one day for all, or as many days as claims with ; between."""
    days = cells.may("mechanism_from", _days, NO_DAY)
    if len(days) not in {0, 1, len(claims)} and claims:
        message = f"mechanism_from: {len(days)} days stand beside {len(claims)} mechanisms"
        cells.complaints.append((message, "Write one day for all, or one for each."))
        return claims
    each = days * len(claims) if len(days) == 1 else days or (None,) * len(claims)
    for claim, one in zip(claims, each, strict=False):
        if claim.instrument not in programmes():
            _agree(cells, "mechanism_from", one, claim, claim.signed)
    return tuple(
        claim if claim.instrument in programmes() else replace(claim, signed=claim.signed or one)
        for claim, one in zip(claims, each, strict=False)
    )


def _days(written: str) -> tuple[date | None, ...]:
    return tuple(day(trim(part)) if trim(part) else None for part in written.split(";"))


def _certificates(cells: _Cells, claims: tuple[Claim, ...], law: str, asked: date) -> tuple[Certificate, ...] | None:
    """The importer's certificates; None, as the claims say, in a table that has no column to state them in.

    A table that has one says with blank cells that it knows of no certificate, but for days behind the claim.
    """
    if not cells.texts.keys() & {"importer_dpf_from", "importer_dpf_to"}:
        return None
    first = cells.may("importer_dpf_from", day, None)
    last = cells.may("importer_dpf_to", day, None)
    named = [claim for claim in claims if claim.instrument in programmes()]
    for claim in named:
        _agree(cells, "importer_dpf_from", first, claim, claim.signed)
        _agree(cells, "importer_dpf_to", last, claim, claim.until)
    periods = [(claim.instrument, first or claim.signed, last or claim.until) for claim in named]
    if not named:
        periods = [(_programme_of(law, asked), first, last)]
    for begins, ends in dict.fromkeys((begins, ends) for _, begins, ends in periods if begins and ends):
        if ends < begins:
            message = f"importer_dpf_to: the certificate ends on {ends}, before it begins on {begins}"
            cells.complaints.append((message, "Its first day is importer_dpf_from, its last importer_dpf_to."))
    return tuple(
        Certificate(programme=programme, valid_from=begins, valid_to=ends)
        for programme, begins, ends in periods
        if begins or ends
    )


def _agree(cells: _Cells, column: str, stated: date | None, claim: Claim, written: date | None) -> None:
    """A day that stands both in a column and in brackets behind the claim must be the same."""
    if stated and written and stated != written:
        message = f"{column}: {stated} stands against {quote(claim.written)} in mechanism_claimed"
        cells.complaints.append((message, "Write the day once."))


_programme_of = lru_cache(maxsize=65536)(programme_of)
