"""The sheet of waivers: `data/waivers.csv`, read like the sheet of engagements, all faults at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vendor_registry.intake.rows.days import NO_DAYS, Days, days
from vendor_registry.intake.sheet.header import Expected
from vendor_registry.intake.sheet.read import look
from vendor_registry.intake.words import cells, dates, declared
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.intake.words.day_orders import Order
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.origin import Cell, Fault, RefusedError
from vendor_registry.model.policy import Policy
from vendor_registry.model.sheet import Row, Sheet
from vendor_registry.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet of waivers."""

    header: str
    field: str  # of a Waiver
    meaning: str
    reader: Callable[[str, Policy], Any]  # from the trimmed text of a cell that is not blank; raises UnclearError
    blank: Any = None  # what a blank cell says; None: it must be filled


COLUMNS = (
    Column("rule", "rule", "id of the rule that is waived", lambda text, _: text),
    Column(
        "from", "source", "key of who hands over; blank where a row is waived, not a flow", lambda text, _: text, ""
    ),
    Column("to", "target", "key of who receives, or of the row", lambda text, _: text),
    Column("data", "data", "categories; blank: all of them", lambda text, policy: _data(text, policy), ()),
    Column("reason", "reason", "why the finding is borne for now", lambda text, _: cells.text(text)),
    Column("approved_by", "approved_by", "who decided", lambda text, _: cells.text(text)),
    Column("granted", "granted", "first day", lambda text, _: dates.day(text)),
    Column("expires", "expires", "last day", lambda text, _: dates.day(text)),
)

EXPECTED = Expected(tuple, frozenset(column.header for column in COLUMNS).__contains__, ("granted", "expires"))


def read_waivers(path: Path, policy: Policy, name: str = "") -> tuple[Waiver, ...]:
    """The waivers of a file in the order of its lines; raises RefusedError with all faults.

    A sheet with a header and no rows is a sheet without waivers.
    """
    reading = look(path, name, expected=EXPECTED)
    shape = [fault for fault in reading.faults if reading.sheet.rows or reading.unread or not reading.sheet.header]
    faults = [*shape, *_missing(reading.sheet)]
    waivers: list[Waiver] = []
    dated = _days(reading.sheet, policy)
    faults += [fault for how in dated.values() for fault in how.faults]
    for row in reading.sheet.rows if reading.sheet.header else ():
        values, wrong = _read(reading.sheet, row, policy, dated)
        faults += wrong
        if not wrong and not faults:
            waivers.append(Waiver(**values, file=reading.sheet.file, line=row.line))
    if faults:
        raise RefusedError(tuple(faults))
    return tuple(waivers)


def _missing(sheet: Sheet) -> Iterator[Fault]:
    """Columns that are not there, and columns that are none: a misspelt `expires` must not go unnoticed."""
    headers = [column.header for column in COLUMNS]
    if not sheet.header:
        return
    for column in COLUMNS:
        if column.header not in sheet.header:
            hint = f"It says: {column.meaning}. The columns are {', '.join(headers)}."
            yield Fault(Cell(sheet.file, sheet.header_line, column.header), "this column is missing", hint)
    for header in sheet.header:
        if header not in headers:
            free = [one for one in headers if one not in sheet.header]
            hint = did_you_mean(nearest(header, free), f"The columns are {', '.join(headers)}.")
            yield Fault(Cell(sheet.file, sheet.header_line, header), "this is no column of a sheet of waivers", hint)


def _days(sheet: Sheet, policy: Policy) -> dict[str, Days]:
    """How the days of each column of days are read."""
    order = Order(policy.sheet.dates) if policy.sheet.dates else None
    columns = dict(zip(sheet.header, zip(*(map(trim, row.values) for row in sheet.rows), strict=True), strict=False))
    return {header: days(sheet, header, columns[header], order) for header in EXPECTED.days if header in columns}


def _read(sheet: Sheet, row: Row, policy: Policy, dated: Mapping[str, Days]) -> tuple[dict[str, Any], list[Fault]]:
    written = dict(zip(sheet.header, map(trim, row.values), strict=True))
    texts = {header: dated.get(header, NO_DAYS).iso.get(text, text) for header, text in written.items()
             if text not in dated.get(header, NO_DAYS).unclear}  # fmt: skip
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in (one for one in COLUMNS if one.header in texts):
        try:
            values[column.field] = _value(column, texts[column.header], policy)
        except UnclearError as unclear:
            cell = Cell(sheet.file, row.line, column.header)
            faults += [Fault(cell, message, hint) for message, hint in unclear.complaints]
    if not faults and len(values) == len(COLUMNS) and values["expires"] < values["granted"]:
        message = f'"{values["expires"]}" is before the first day, "{values["granted"]}" in granted'
        faults.append(Fault(Cell(sheet.file, row.line, "expires"), message, "Correct one of the two."))
    return values, faults


def _value(column: Column, text: str, policy: Policy) -> Any:
    if text:
        return column.reader(text, policy)
    if column.blank is None:
        raise UnclearError("this cell is blank, and every waiver needs it", f"It says: {column.meaning}.")
    return column.blank


def _data(text: str, policy: Policy) -> tuple[str, ...]:
    return tuple(sorted(declared.DATA.words(text, policy.data)))
