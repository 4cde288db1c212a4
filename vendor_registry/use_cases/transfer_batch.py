"""A table of transfer questions, answered row by row; a row that cannot be read is answered with the reason."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from vendor_registry.intake.characters import trim
from vendor_registry.intake.days import day
from vendor_registry.intake.delimited import Layout, layout
from vendor_registry.intake.encoding import decode
from vendor_registry.intake.mechanism import mechanism
from vendor_registry.intake.places import country
from vendor_registry.intake.suggest import nearest
from vendor_registry.intake.unclear import UnclearError, all_unclear
from vendor_registry.law.procedure import judge
from vendor_registry.law.programmes import programme_of, programmes
from vendor_registry.law.question import Certificate, Question
from vendor_registry.model.claim import Claim
from vendor_registry.model.origin import Cell, Fault, RefusedError
from vendor_registry.use_cases.transfer import exporter_role, importer, importer_role, regime, yes_no_unknown

Read = TypeVar("Read")

REQUIRED = ("regime", "exporter_country", "exporter_role", "importer_country", "importer_role", "date")
OPTIONAL = ("mechanism_claimed", "mechanism_from", "importer_dpf_from", "importer_dpf_to", "importer_pipeda")
ANSWERED = ("verdict", "basis", "citation", "notes")
FAULT = "fault"

NO_CLAIM: tuple[Claim, ...] = ()
NO_DAY: tuple[date | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The table with its answers, and how many rows could not be read."""

    text: str
    rows: int
    faults: int


def answer_table(raw: bytes, name: str) -> Answered:
    """Answer every row of a CSV table of cases.

    Each row is one question under the regime it names. Importers are private companies inside the scope of a decision,
    other legal entities than the exporter, and not themselves under the GDPR; approvals claimed are taken as given;
    `importer_dpf_*` is a certificate under the programme that the claim names, else the regime's of that day.
    A row that cannot be read is answered `fault`. Raises RefusedError where the table itself cannot be read.
    """
    text, _ = decode(raw, name)
    how = layout(text)
    header, rows = _split(text, how, name)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=how.delimiter, lineterminator="\n")
    writer.writerow((*header, *ANSWERED))
    faults = 0
    for row in rows:
        answered = _answer(header, row)
        faults += answered[0] == FAULT
        cells = (*row, *[""] * (len(header) - len(row)))
        writer.writerow(map(_inert, (*cells[: len(header)], *answered)))
    return Answered(out.getvalue(), len(rows), faults)


def _split(text: str, how: Layout, name: str) -> tuple[tuple[str, ...], list[list[str]]]:
    """The header and the rows that hold anything."""
    reader = csv.reader(io.StringIO(text[how.start :], newline=""), delimiter=how.delimiter, strict=True)
    try:
        filled = [row for row in reader if any(map(trim, row))]
    except csv.Error as error:
        line = how.line + reader.line_num - 1
        raise RefusedError((Fault(Cell(name, line), f"the table cannot be split into cells: {error}"),)) from None
    if not filled:
        raise RefusedError((Fault(Cell(name, 0), "the table is empty", f"Its header is {', '.join(REQUIRED)} ..."),))
    header = tuple(map(trim, filled[0]))
    faults = [
        Fault(Cell(name, how.line, column), "this column is missing", _missing(header))
        for column in REQUIRED
        if column not in header
    ]
    faults += [
        Fault(Cell(name, how.line, column), "this column stands twice in the header", "Delete one.")
        for column in sorted({column for column in header if header.count(column) > 1})
    ]
    if faults:
        raise RefusedError(tuple(faults))
    return header, filled[1:]


def _missing(header: tuple[str, ...]) -> str:
    ours = {*REQUIRED, *OPTIONAL}
    strange = [(column, nearest(column, ours)) for column in header if column not in ours]
    meant = "; ".join(f'"{column}" may be {near}' for column, near in strange if near)
    return f"Columns are {', '.join((*REQUIRED, *OPTIONAL))}." + (f" {meant}." if meant else "")


def _answer(header: tuple[str, ...], row: list[str]) -> tuple[str, str, str, str]:
    """Verdict, basis, citation and notes of one row."""
    try:
        question = _question(header, row)
    except UnclearError as unclear:
        return FAULT, "", "", " ".join(f"{message}. {hint}".strip() for message, hint in unclear.complaints)
    answer = judge(question)
    notes = " | ".join(f"{note.code}: {note.text}" for note in answer.notes)
    return str(answer.verdict), answer.basis, answer.citation, notes


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


def _question(header: tuple[str, ...], row: list[str]) -> Question:
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


def _inert(cell: str) -> str:
    """OWASP CSV injection: a text that a spreadsheet would take for a formula gets an apostrophe; numbers do not."""
    formula = cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not cell[1:].replace(".", "").isdecimal()
    return f"'{cell}" if formula else cell
