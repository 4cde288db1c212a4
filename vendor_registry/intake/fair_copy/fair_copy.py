"""The cells of a sheet as we would have written them, and what differs from how they are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vendor_registry.intake.columns import BY_HEADER, column, language_of, original_of
from vendor_registry.intake.rows.draft import draft
from vendor_registry.intake.words.cells import items
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.place import Region
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.origin import Cell, RefusedError
from vendor_registry.model.text.sheet import Row, Sheet

NAMES = list(BY_HEADER)
SAID_UNKNOWN = "unknown"  # what a cell says that had to be filled and is not known


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is written otherwise in the fair copy."""

    cell: Cell
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.cell} {quote(self.before)} > {quote(self.after)}"


@dataclass(frozen=True, slots=True)
class FairCopy:
    """A sheet in our order; rows stay in that of the sheet, and every cell that is none of ours stays as it is."""

    sheet: Sheet
    changes: tuple[Change, ...]
    reordered: bool  # whether columns change places


def fair_copy(sheet: Sheet, policy: Policy) -> FairCopy:
    """The fair copy of a sheet; raises RefusedError where a cell is not understood."""
    drawn, faults = draft((sheet,), policy)
    if faults:
        raise RefusedError(tuple(faults))
    order = sorted(range(len(sheet.header)), key=lambda place: _rank(sheet.header[place], place))
    header = tuple(sheet.header[place] for place in order)
    columns = [_texts(sheet, place, drawn.values) for place in order]
    rows = tuple(Row(row.line, texts) for row, texts in zip(sheet.rows, zip(*columns, strict=True), strict=True))
    made = Sheet(sheet.file, header, rows, sheet.encoding, sheet.delimiter)
    changes = (*_renamed(sheet), *_rewritten(sheet, order, rows))
    return FairCopy(made, changes, order != sorted(order))


def _rank(header: str, place: int) -> tuple[int, str, int]:
    """Our columns in their order, translations behind what they translate, then those of the company in theirs."""
    if language_of(header):
        return NAMES.index(original_of(header)), header, place
    return (NAMES.index(header), "", place) if column(header) else (len(NAMES), "", place)


def _texts(sheet: Sheet, place: int, values: Mapping[str, Column]) -> list[str]:
    header = sheet.header[place]
    texts = [row.values[place] for row in sheet.rows]
    if column(header) is None:
        return texts
    return [_text(value, trim(text)) for value, text in zip(values[header], texts, strict=True)]


def _text(value: Any, written: str) -> str:
    """A value as we write it; `written` is the cell it was read from."""
    match value:
        case None | UnclearError():
            return ""
        case "":
            return SAID_UNKNOWN
        case bool():
            return "yes" if value else "no"
        case date() | Region():
            return str(value)
        case tuple():
            claims = [one.written for one in value if isinstance(one, Claim)]
            listed = items(written)
            return "; ".join(claims or (listed if set(listed) == set(value) else value))
    return str(value)


def _renamed(sheet: Sheet) -> Iterator[Change]:
    for title, name in zip(sheet.titles, sheet.header, strict=True):
        if title != name:
            yield Change(Cell(sheet.file, sheet.header_line, name), title, name)


def _rewritten(sheet: Sheet, order: Sequence[int], rows: Sequence[Row]) -> Iterator[Change]:
    for old, new in zip(sheet.rows, rows, strict=True):
        for place, after in zip(order, new.values, strict=True):
            if old.values[place] != after:
                yield Change(Cell(sheet.file, old.line, sheet.header[place]), old.values[place], after)
