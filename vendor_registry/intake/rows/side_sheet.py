"""A sheet beside the register whose columns are fixed, such as that of waivers: all faults at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from vendor_registry.intake.rows.days import NO_DAYS, Days, days
from vendor_registry.intake.sheet.header import Expected
from vendor_registry.intake.sheet.read import Reading, look, look_at
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.day_orders import Order
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell, Fault, RefusedError
from vendor_registry.model.text.sheet import Row, Sheet


class Needed:
    """What a blank cell says where it must be filled: nothing."""


NEEDED = Needed()


class Column(NamedTuple):
    """One column of such a sheet."""

    header: str
    meaning: str
    reader: Callable[[str, Policy], Any]  # from the trimmed text of a cell that is not blank; raises UnclearError
    blank: Any = NEEDED  # what a blank cell says
    field: str = ""  # of the value that a row makes, where it has another name than the column

    @property
    def name(self) -> str:
        """Of the field of the value that a row makes."""
        return self.field or self.header


@dataclass(frozen=True, kw_only=True, slots=True)
class SideSheet:
    """What such a sheet is about, and its columns."""

    one: str  # what a row is: "waiver"
    title: str  # what the sheet is: "a sheet of waivers"
    columns: tuple[Column, ...]
    days: tuple[str, ...] = ()  # headers of the columns of days
    whole: bool = True  # whether a column may not be left out even where its cells may be blank
    ours: Callable[[Sequence[str]], tuple[str, ...]] = tuple  # titles as people write them, by our headers

    @property
    def headers(self) -> list[str]:
        return [column.header for column in self.columns]

    @property
    def expected(self) -> Expected:
        """Its columns, as a file is looked at."""
        return Expected(self.ours, frozenset(self.headers).__contains__, self.days)


class Source(NamedTuple):
    """A file, or what it is to say."""

    path: Path
    name: str = ""  # how messages call it; "" by its path
    draft: bytes | None = None  # read in its stead

    def look(self, expected: Expected) -> Reading:
        """As far as it can be read."""
        if self.draft is None:
            return look(self.path, self.name, expected=expected)
        return look_at(self.draft, self.name or str(self.path), expected=expected)


class SideRow(NamedTuple):
    """What one row says, by field."""

    values: Mapping[str, Any]
    file: str
    line: int

    def cell(self, header: str) -> Cell:
        return Cell(self.file, self.line, header)


def side_rows(
    source: Source, policy: Policy, side: SideSheet, judge: Callable[[SideRow], Iterator[Fault]]
) -> tuple[SideRow, ...]:
    """What the rows of a file say, in the order of its lines; raises RefusedError with all faults.

    `judge` tells what is wrong between the cells of a row. A sheet with a header and no rows is a sheet of nothing.
    """
    reading = source.look(side.expected)
    sheet = reading.sheet
    shape = [fault for fault in reading.faults if sheet.rows or reading.unread or not sheet.header]
    faults = [*shape, *_missing(sheet, side)]
    dated = _days(sheet, policy, side)
    faults += [fault for how in dated.values() for fault in how.faults]
    found: list[SideRow] = []
    for row in sheet.rows if sheet.header else ():
        entry, wrong = _read(sheet, row, policy, side, dated)
        faults += wrong or judge(entry)
        found.append(entry)
    if faults:
        raise RefusedError(tuple(faults))
    return tuple(found)


def _missing(sheet: Sheet, side: SideSheet) -> Iterator[Fault]:
    """Columns that are not there, and columns that are none: a misspelt title must not go unnoticed."""
    if not sheet.header:
        return
    all_of_them = f"The columns are {', '.join(side.headers)}."
    for column in side.columns:
        if column.header not in sheet.header and (side.whole or column.blank is NEEDED):
            hint = f"It says: {column.meaning}. {all_of_them}"
            yield Fault(Cell(sheet.file, sheet.header_line, column.header), "this column is missing", hint)
    for header in sheet.header:
        if header not in side.headers:
            free = [one for one in side.headers if one not in sheet.header]
            hint = did_you_mean(nearest(header, free), all_of_them)
            yield Fault(Cell(sheet.file, sheet.header_line, header), f"this is no column of {side.title}", hint)


def _days(sheet: Sheet, policy: Policy, side: SideSheet) -> dict[str, Days]:
    """How the days of each column of days are read."""
    order = Order(policy.sheet.dates) if policy.sheet.dates else None
    columns = dict(zip(sheet.header, zip(*(map(trim, row.values) for row in sheet.rows), strict=True), strict=False))
    return {header: days(sheet, header, columns[header], order) for header in side.days if header in columns}


def _read(
    sheet: Sheet, row: Row, policy: Policy, side: SideSheet, dated: Mapping[str, Days]
) -> tuple[SideRow, list[Fault]]:
    written = dict(zip(sheet.header, map(trim, row.values), strict=True))
    texts = {header: dated.get(header, NO_DAYS).iso.get(text, text) for header, text in written.items()}
    unclear = {header for header, text in written.items() if text in dated.get(header, NO_DAYS).unclear}
    values = {column.name: column.blank for column in side.columns if column.blank is not NEEDED}
    faults: list[Fault] = []
    for column in (one for one in side.columns if one.header in texts.keys() - unclear):
        try:
            values[column.name] = _value(column, texts[column.header], policy, side)
        except UnclearError as problem:
            cell = Cell(sheet.file, row.line, column.header)
            faults += [Fault(cell, message, hint) for message, hint in problem.complaints]
    return SideRow(values, sheet.file, row.line), faults


def _value(column: Column, text: str, policy: Policy, side: SideSheet) -> Any:
    if text:
        return column.reader(text, policy)
    if column.blank is NEEDED:
        raise UnclearError(f"this cell is blank, and every {side.one} needs it", f"It says: {column.meaning}.")
    return column.blank
