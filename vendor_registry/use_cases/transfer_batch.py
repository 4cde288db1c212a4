"""A table of transfer questions, answered row by row; a row that cannot be read is answered with the reason."""

import csv
import io
from dataclasses import dataclass

from vendor_registry.intake.characters import trim
from vendor_registry.intake.delimited import Layout, layout
from vendor_registry.intake.encoding import decode
from vendor_registry.intake.suggest import nearest
from vendor_registry.intake.unclear import UnclearError
from vendor_registry.law.procedure import judge
from vendor_registry.model.origin import Cell, Fault, RefusedError
from vendor_registry.use_cases.transfer import told
from vendor_registry.use_cases.transfer_case import OPTIONAL, REQUIRED, question

ANSWERED = ("verdict", "basis", "citation", "notes")
FAULT = "fault"


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
        asked = question(header, row)
    except UnclearError as unclear:
        return FAULT, "", "", " ".join(told(unclear))
    answer = judge(asked)
    notes = " | ".join(f"{note.code}: {note.text}" for note in answer.notes)
    return str(answer.verdict), answer.basis, answer.citation, notes


def _inert(cell: str) -> str:
    """OWASP CSV injection: a text that a spreadsheet would take for a formula gets an apostrophe; numbers do not."""
    formula = cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and not cell[1:].replace(".", "").isdecimal()
    return f"'{cell}" if formula else cell
