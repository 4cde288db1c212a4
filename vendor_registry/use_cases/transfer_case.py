"""One row of a table of transfer questions: its cells as a question, or everything that is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from vendor_registry.intake.characters import trim
from vendor_registry.intake.days import day
from vendor_registry.intake.mechanism import mechanism
from vendor_registry.intake.places import country
from vendor_registry.intake.unclear import UnclearError, all_unclear
from vendor_registry.law.programmes import programme_of, programmes
from vendor_registry.law.question import Certificate, Question
from vendor_registry.model.claim import Claim
from vendor_registry.use_cases.transfer import exporter_role, importer, importer_role, regime, yes_no_unknown

Read = TypeVar("Read")

REQUIRED = ("regime", "exporter_country", "exporter_role", "importer_country", "importer_role", "date")
OPTIONAL = ("mechanism_claimed", "mechanism_from", "importer_dpf_from", "importer_dpf_to", "importer_pipeda")

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
    if len(row) > len(header):
        raise UnclearError(f"the row has {len(row)} cells where {len(header)} belong", "")
    cells = _Cells({column: trim(text) for column, text in zip(header, row, strict=False)})
    for column in REQUIRED:
        cells.texts.setdefault(column, "")
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
    if cells.complaints:
        raise all_unclear(cells.complaints)
    return question


def _signed(claims: tuple[Claim, ...], cells: _Cells) -> tuple[Claim, ...]:
    """The claims with their day of signature or approval: one day for all, or as many days as claims with ; between."""
    days = cells.may("mechanism_from", _days, NO_DAY)
    if len(days) not in {0, 1, len(claims)} and claims:
        message = f"mechanism_from: {len(days)} days stand beside {len(claims)} mechanisms"
        cells.complaints.append((message, "Write one day for all, or one for each."))
        return claims
    each = days * len(claims) if len(days) == 1 else days or (None,) * len(claims)
    return tuple(replace(claim, signed=claim.signed or one) for claim, one in zip(claims, each, strict=False))


def _days(written: str) -> tuple[date | None, ...]:
    return tuple(day(trim(part)) if trim(part) else None for part in written.split(";"))


def _certificates(cells: _Cells, claims: tuple[Claim, ...], law: str, asked: date) -> tuple[Certificate, ...]:
    first = cells.may("importer_dpf_from", day, None)
    last = cells.may("importer_dpf_to", day, None)
    if first and last and last < first:
        message = f"importer_dpf_to: the certificate ends on {last}, before it begins on {first}"
        cells.complaints.append((message, "Write its first day in importer_dpf_from and its last in importer_dpf_to."))
    if first is None and last is None:
        return ()
    named = [claim.instrument for claim in claims if claim.instrument in programmes()]
    return tuple(
        Certificate(programme=programme, valid_from=first, valid_to=last)
        for programme in named or [_programme_of(law, asked)]
    )


_programme_of = lru_cache(maxsize=65536)(programme_of)
