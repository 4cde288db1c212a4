"""The register as it stands on the disk, sound or not: what a person sees before anything is mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.chain import cells_of, digest_of_cells
from vendor_registry.use_cases.files.beside import SHEETS, customers_file, waivers_file
from vendor_registry.use_cases.files.repository import Repository

LineAndColumn = tuple[int, str]
"""A line and a column of the sheet that is edited; the column is blank where the whole row is meant."""


@dataclass(frozen=True)
class Standing:
    """The sheet that is edited, what cannot be understood, and where nothing is in the way, what the rules say.

    `case` and `report` are None while there are faults.
    """

    repository: Repository
    as_of: date
    sheet: Sheet  # the one that is edited; its rows in the order of the file
    sheets: tuple[Sheet, ...]  # with those further ones that the policy names
    unread: tuple[Row, ...] = ()  # rows that are no part of the table because of their shape
    policy: Policy | None = None
    faults: tuple[Fault, ...] = ()
    case: Case | None = None
    report: Report | None = None
    left_out: tuple[int, ...] = ()  # revisions that the policy of today does not understand
    version: str = ""  # digest of the bytes of the sheet

    @cached_property
    def inputs(self) -> tuple[Path, ...]:
        """Every file that was read, or would have been had it been there."""
        repository, policy = self.repository, self.policy
        if policy is None:
            return (repository.sheet, repository.policy)
        further = (repository.policy.parent / name for name in policy.sheets)
        beside = (waivers_file(repository.policy, policy), customers_file(repository.policy, policy))
        return (repository.sheet, repository.policy, *further, *beside)

    @property
    def is_shown_only(self) -> bool:
        """Whether the sheet is one that is never written here: a workbook of LibreOffice."""
        return self.sheet.encoding == "ods"

    @cached_property
    def beside(self) -> Mapping[str, str]:
        """The sheets beside the policy by the names of their files: customers, waivers."""
        if self.policy is None:
            return {}
        return {str(file(self.repository.policy, self.policy)): name for name, file in SHEETS.items()}

    @cached_property
    def findings_at(self) -> Mapping[LineAndColumn, tuple[Finding, ...]]:
        """The open findings by the line and the column of the cells where they stand."""
        return _by_position(
            self.sheet.file, [one for one in self.report.findings if one.is_open] if self.report else []
        )

    @cached_property
    def faults_at(self) -> Mapping[LineAndColumn, tuple[Fault, ...]]:
        return _by_position(self.sheet.file, self.faults)

    def findings_in(self, line: int, column: str) -> Sequence[Finding]:
        """Those of a cell; the first cell of a row has those of the whole row, and of columns that are not there."""
        return _in(self.findings_at, self._columns_of(line, column), line)

    def faults_in(self, line: int, column: str) -> Sequence[Fault]:
        """As `findings_in`."""
        return _in(self.faults_at, self._columns_of(line, column), line)

    def _columns_of(self, line: int, column: str) -> Sequence[str]:
        first = bool(self.sheet.header) and column == self.sheet.header[0]
        return (column, *sorted(self._elsewhere.get(line, ()))) if first else (column,)

    @cached_property
    def _elsewhere(self) -> Mapping[int, set[str]]:
        """By line: columns of which something is said, and which the sheet does not have."""
        found: dict[int, set[str]] = {}
        for line, column in (*self.findings_at, *self.faults_at):
            if column not in self.sheet.header:
                found.setdefault(line, set()).add(column)
        return found

    @cached_property
    def by_line(self) -> Mapping[int, Row]:
        return {row.line: row for row in self.rows}

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of the sheet, those of a wrong shape too, in their order."""
        return tuple(sorted((*self.sheet.rows, *self.unread), key=lambda row: row.line))

    @property
    def last_line(self) -> int:
        """On which the last row begins; without rows the header."""
        return self.rows[-1].line if self.rows else self.sheet.header_line

    def text(self, cell: Cell) -> str:
        """What stands in a cell; "" where the row or the column is not there."""
        row = self.by_line.get(cell.line)
        if row is None or cell.column not in self.sheet.header:
            return ""
        number = self.sheet.header.index(cell.column)
        return row.values[number] if number < len(row.values) else ""

    def key(self, line: int) -> str:
        return self.text(Cell(self.sheet.file, line, "key")).strip()

    def row_digest(self, line: int) -> str:
        """What a row is known by, wherever it stands; "" where there is none."""
        row = self.by_line.get(line)
        return digest_of_cells(cells_of(self.sheet, row)) if row and len(row.values) == len(self.sheet.header) else ""


Said = TypeVar("Said", Finding, Fault)


def _by_position(file: str, said: Iterable[Said]) -> Mapping[LineAndColumn, tuple[Said, ...]]:
    found: dict[LineAndColumn, list[Said]] = {}
    for one in said:
        if one.cell.file == file:
            found.setdefault((one.cell.line, one.cell.column), []).append(one)
    return {place: tuple(ones) for place, ones in found.items()}


def _in(said: Mapping[LineAndColumn, tuple[Said, ...]], columns: Sequence[str], line: int) -> tuple[Said, ...]:
    return tuple(one for column in columns for one in said.get((line, column), ()))
