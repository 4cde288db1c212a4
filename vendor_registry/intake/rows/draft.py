"""Rows on the way to becoming engagements: every cell read, nothing yet compared with anything."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import is_
from typing import Any, NamedTuple

from vendor_registry.intake import columns, kinds
from vendor_registry.intake.columns import BY_HEADER, COLUMNS, NEVER, clashes, column, language_of
from vendor_registry.intake.rows.days import NO_DAYS, Days, days
from vendor_registry.intake.words import cells
from vendor_registry.intake.words.characters import BLANKS, trim
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.day_orders import Order
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.place import UNKNOWN_ACCESS
from vendor_registry.model.text.column import Column, joined
from vendor_registry.model.text.origin import Cell, Fault, Remark
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.model.text.unsaid import unknown, unsaid

Known = Mapping[kinds.Kind, Callable[[str], Any]]
"""How cells of a kind are read that stand in several columns: each once."""


class Draft(NamedTuple):
    """The rows of all sheets, column by column: 100,000 rows have few different countries.

    A value is None where the cell is blank, and the complaint itself where it is not understood.
    """

    files: Column  # of every row
    lines: Sequence[int]
    values: dict[str, Column]  # by header, one for every row
    remarks: list[Remark]  # how cells were read that could be read otherwise

    def cell(self, row: int, header: str) -> Cell:
        return Cell(self.files[row], self.lines[row], header)


SAID_UNKNOWN = ("country", "purpose")  # a gap where they say so; a blank seat may be in another row, a purpose nowhere
BLANK_IS_NOBODY = ("access_from",)  # so whoever writes that it is not known must not be read as if nobody reached in
SAYS_NOTHING = BLANKS + ";"  # a list of nothing is a blank cell
MISSING = UnclearError("nobody looked", "")  # stands in cells nobody could read, so that nobody complains twice
PATIENCE = 500  # different cells of one column: whoever has more has another kind of column, and hints take long


def draft(sheets: Sequence[Sheet], policy: Policy) -> tuple[Draft, list[Fault]]:
    """All cells of all sheets as values, and what is not understood."""
    headers = [*BY_HEADER, *sorted({header for sheet in sheets for header in sheet.header if language_of(header)})]
    faults = [fault for sheet in sheets for fault in _missing_columns(sheet)]
    faults += [fault for sheet in sheets for fault in _clashing_columns(sheet, policy.sheet.columns)]
    values: dict[str, list[Column]] = {header: [] for header in headers}
    remarks: list[Remark] = []
    known: Known = {kinds.KEYS: cache(cells.plain_keys)}  # who engages a vendor mostly hands it the data
    for sheet in sheets:
        written = dict(zip(sheet.header, sheet.columns, strict=False))
        for header in headers:
            texts = written.get(header, _blank(sheet, ""))
            how = _days(sheet, header, texts, policy)
            read, wrong = _read_column(sheet, header, texts, policy, how, known)
            values[header].append(read)
            faults += [*how.faults, *wrong]
            remarks += how.remarks
    files = joined([_blank(sheet, sheet.file) for sheet in sheets])
    lines = [line for sheet in sheets for line in sheet.lines] if len(sheets) != 1 else sheets[0].lines
    return Draft(files, lines, {header: joined(read) for header, read in values.items()}, remarks), faults


def _blank(sheet: Sheet, text: Any) -> Column:
    """A column that says one thing in every row."""
    return Column.alike(text, len(sheet.rows))


def unknown_headers(sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """Headers that are none of ours, each with the one that was probably meant, or ""."""
    meant: dict[str, str] = {}
    for sheet in sheets:
        unused = [header for header in BY_HEADER if header not in sheet.header]
        for header in sheet.header:
            if column(header) is None:
                meant.setdefault(header, nearest(header, unused))
    return tuple(meant.items())


def _missing_columns(sheet: Sheet) -> Iterator[Fault]:
    unknown = [header for header in sheet.header if column(header) is None]
    for one in COLUMNS:
        if one.required and sheet.header and one.header not in sheet.header:
            close = nearest(one.header, unknown)
            hint = did_you_mean(f'it by "{close}"' if close else "", _says(one))
            yield Fault(Cell(sheet.file, sheet.header_line, one.header), "this column is missing", hint)


def _clashing_columns(sheet: Sheet, mapped: Mapping[str, str]) -> Iterator[Fault]:
    for other, title, name in clashes(sheet.titles, mapped):
        message = f"{quote(other)} and {quote(title)} are both read as {name}"
        hint = f'Rename one, or keep it as an extra column: "{title}" = "" below [sheet.columns] in the policy.'
        yield Fault(Cell(sheet.file, sheet.header_line, title), message, hint)


def _days(sheet: Sheet, header: str, texts: Column, policy: Policy) -> Days:
    one = column(header)
    if one is None or one.kind not in kinds.DATED or not any(texts.cells):
        return NO_DAYS
    return days(sheet, header, texts, Order(policy.sheet.dates) if policy.sheet.dates else None)


def _read_column(
    sheet: Sheet, header: str, texts: Column, policy: Policy, how: Days, known: Known
) -> tuple[Column, list[Fault]]:
    one = column(header)
    if one is None or header not in sheet.header:
        return _blank(sheet, MISSING if one and one.required else None), []
    if one.blank != NEVER and not any(texts.cells):
        return _blank(sheet, None), []
    meaning, unclear = _meanings(one, texts, policy, how, known)
    faults: list[Fault] = []
    for row in meaning.rows_with(unclear):
        cell = Cell(sheet.file, sheet.lines[row], header)
        faults += [Fault(cell, message, hint) for message, hint in unclear[meaning.number[row]]]
    if len(unclear) == PATIENCE:
        message = f"{PATIENCE} different cells of this column are not understood; the rest was not looked at"
        faults.append(
            Fault(Cell(sheet.file, sheet.header_line, header), message, f"Is it the right column? {_says(one)}")
        )
    return meaning, faults


def _meanings(
    one: columns.Column, texts: Column, policy: Policy, how: Days, known: Known
) -> tuple[Column, dict[int, tuple[tuple[str, str], ...]]]:
    """What each different text of a column means, and the complaints about those that mean nothing, by number."""
    plainly = known.get(one.kind, one.kind.plainly)
    meaning: list[Any] = list(map(plainly, texts.cells)) if plainly else [None] * len(texts.cells)
    unclear: dict[int, tuple[tuple[str, str], ...]] = {}
    for number in [number for number in texts.used if meaning[number] is None]:
        text = texts.cells[number]
        if len(unclear) == PATIENCE or text in how.unclear:
            meaning[number] = MISSING
            continue
        meaning[number] = value = _read(one, how.iso.get(text, text), policy)
        if isinstance(value, UnclearError):
            if len(texts.merged().cells) < len(texts.cells):  # so that equal texts are told together
                return _meanings(one, texts.merged(), policy, how, known)
            unclear[number] = value.complaints
    same = texts.unequal and all(map(is_, meaning, texts.cells))  # each text means itself
    return Column(meaning, texts.number, unequal=same), unclear


def _read(one: columns.Column, written: str, policy: Policy) -> Any:
    nothing = unsaid(written)
    if nothing and one.header in SAID_UNKNOWN:
        return ""
    if one.header in BLANK_IS_NOBODY and unknown(written):
        return UNKNOWN_ACCESS
    if (nothing and one.header != "key") or not written.strip(SAYS_NOTHING):
        if one.blank == NEVER:
            said = f"{quote(trim(written))} says nothing" if nothing else "this cell is blank"
            return UnclearError(f"{said}, and every row needs it", _says(one))
        return None
    try:
        return one.kind.reader(trim(written), policy)
    except UnclearError as unclear:
        return unclear


def _says(one: columns.Column) -> str:
    return f"It says: {one.meaning} ({one.accepted})."
