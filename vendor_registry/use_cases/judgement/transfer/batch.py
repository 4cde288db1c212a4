"""A table of transfer questions, answered row by row; a row that cannot be read is answered with the reason."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from vendor_registry.intake.sheet.delimited import Layout, layout
from vendor_registry.intake.sheet.encoding import decode
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.law.procedure.judge import judge
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import Cell, Fault, RefusedError
from vendor_registry.use_cases.judgement.transfer.batch_rows import OPTIONAL, REQUIRED, question
from vendor_registry.use_cases.judgement.transfer.question import told

ANSWERED = ("verdict", "basis", "citation", "notes")
FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Answered:
    """The table with its answers, and how many rows could not be read."""

    text: str
    rows: int
    faults: int


@dataclass(frozen=True, slots=True)
class _Table:
    """What was handed in: the header as written and as meant, the rows, and which columns come back."""

    header: list[str]
    columns: tuple[str, ...]
    rows: list[list[str]]
    kept: tuple[int, ...]  # by place; answers of an earlier run are left out


def answer_table(raw: bytes, name: str) -> Answered:
    """Answer every row of a CSV table of cases.

    Each row is one question under the regime it names. Importers are private companies inside the scope of a decision,
    other legal entities than the exporter, and not themselves under the GDPR; approvals claimed are taken as given;
    `importer_dpf_*` is a certificate under the programme that the claim names, else the regime's of that day; where
    these are blank, the days that stand in brackets behind the claim count, and without such days there is no
    certificate. A table without these columns says nothing of certificates: then a row is answered as one question is.

    The columns come back with the answer behind them; an answer that stands there already is replaced. Cells come back
    as they are, but a text that a spreadsheet would take for a formula gets an apostrophe. A row that cannot be read, a
    blank one too, is answered `fault` in its place; blank rows at the end are left out. Raises RefusedError where the
    table itself cannot be read.
    """
    text, _ = decode(raw, name)
    how = layout(text)
    table = _split(text, how, name)
    lines = []
    lines.append(_line((*(table.header[place] for place in table.kept), *ANSWERED), how.delimiter))
    faults = 0
    for row in table.rows:
        answered = _answer(table.columns, row)
        faults += answered[0] == FAULT
        cells = (row[place] if place < len(row) else "" for place in table.kept)
        lines.append(_line((*cells, *answered), how.delimiter))
    return Answered("".join(lines), len(table.rows), faults)


def _line(cells: Iterable[str], delimiter: str) -> str:
    """One line of the table. Ended with CR LF while it is made: Python quotes a CR in a cell only then."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(map(inert, cells))
    return out.getvalue().removesuffix("\r\n") + "\n"


def _split(text: str, how: Layout, name: str) -> _Table:
    """The first row that holds anything is the header; what follows are the rows, without the blank ones at the end."""
    reader = csv.reader(io.StringIO(text[how.start :], newline=""), delimiter=how.delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        line = how.line + reader.line_num - 1
        raise RefusedError((Fault(Cell(name, line), f"the table cannot be split into cells: {error}"),)) from None
    filled = [place for place, row in enumerate(rows) if any(map(trim, row))]
    if not filled:
        raise RefusedError((Fault(Cell(name, 0), "the table is empty", f"Its header is {', '.join(REQUIRED)} ..."),))
    header = rows[filled[0]]
    columns = tuple(map(trim, header))
    kept = _without_answers(columns)
    faults = _faults_of_header([columns[place] for place in kept])
    if faults:
        where = how.line + filled[0]
        raise RefusedError(tuple(Fault(Cell(name, where, column), *told) for column, *told in faults))
    return _Table(header, columns, rows[filled[0] + 1 : filled[-1] + 1], kept)


def _without_answers(columns: tuple[str, ...]) -> tuple[int, ...]:
    """The places of the columns that are no answer of an earlier run; a column `notes` alone is the user's own."""
    places = range(len(columns))
    if columns[-len(ANSWERED) :] == ANSWERED:
        return tuple(places[: -len(ANSWERED)])
    if set(ANSWERED) <= set(columns):
        return tuple(place for place in places if columns[place] not in ANSWERED)
    return tuple(places)


def _faults_of_header(columns: list[str]) -> list[tuple[str, str, str]]:
    """Each with its column: what is close to a column of ours that is not there, what is missing, what stands twice."""
    ours = (*REQUIRED, *OPTIONAL)
    absent = [column for column in ours if column not in columns]
    meant = {column: nearest(column, absent) for column in columns if column not in ours}
    known = f"Columns are {', '.join(ours)}."
    return [
        *((column, "this column is not known", f"did you mean {near}?") for column, near in meant.items() if near),
        *(
            (column, "this column is missing", known)
            for column in REQUIRED
            if column in absent and column not in meant.values()
        ),
        *(
            (column, "this column stands twice in the header", "Delete one.")
            for column in sorted({column for column in columns if columns.count(column) > 1})
        ),
    ]


def _answer(columns: tuple[str, ...], row: list[str]) -> tuple[str, str, str, str]:
    """Verdict, basis, citation and notes of one row."""
    try:
        asked = question(columns, row)
    except UnclearError as unclear:
        return FAULT, "", "", " ".join(told(unclear))
    answer = judge(asked)
    notes = [f"bound: {', '.join(way.words for way in asked.ways)}"] if asked.ways else []
    notes += [f"{note.code}: {note.text}" for note in answer.notes]
    if answer.fallbacks:
        would = ", ".join(f'"{claim.written}"' for claim in answer.fallbacks)
        notes.append(f"fallback: {would} would hold as well")
    return str(answer.verdict), answer.basis, answer.citation, " | ".join(notes)
