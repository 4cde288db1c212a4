"""Another version of the sheet that somebody hands in: what differs, cell by cell, and what would follow."""

from collections import Counter
from dataclasses import dataclass

from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import look_at
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell, RefusedError, UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.use_cases.desk.standing import Standing


@dataclass(frozen=True, kw_only=True, slots=True)
class CellChange:
    """A cell that says something else in the proposal."""

    cell: Cell
    key: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """What differs; rows are known by their keys, and a column that the proposal has not stays as it is."""

    changes: tuple[CellChange, ...]
    added: tuple[dict[str, str], ...]
    missing: tuple[int, ...]  # lines of rows that the proposal does not have

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.added or self.missing)

    def edit(self, *, remove: bool) -> Edit:
        """The edit that takes it over; rows that it does not have go only where that is said."""
        return Edit(
            cells={one.cell: one.after for one in self.changes},
            added=self.added,
            removed=frozenset(self.missing) if remove else frozenset(),
        )

    def words(self, *, remove: bool) -> str:
        """How much that is, in words."""
        parts = (
            counted(len(self.changes), "cell"),
            f"{counted(len(self.added), 'row')} added" if self.added else "",
            f"{counted(len(self.missing), 'row')} taken out" if self.missing and remove else "",
        )
        return listed(filter(None, parts))


def read(raw: bytes, name: str, policy: Policy | None) -> Sheet:
    """A CSV, XLSX or ODS file as handed in. Raises RefusedError for faults of its shape, UsageError without keys."""
    found = look_at(raw, name, expected=engagements(policy.sheet.columns if policy else {}))
    if found.faults:
        raise RefusedError(found.faults)
    _keys(found.sheet, f'"{name}"')
    return found.sheet


def proposed(now: Standing, sheet: Sheet) -> Proposed:
    """What a sheet says otherwise than the register. Raises UsageError where rows cannot be told by their keys."""
    theirs, ours = _keys(sheet, f'"{sheet.file}"'), _keys(now.sheet, f'"{now.sheet.file}"')
    changes = [
        CellChange(cell=Cell(now.sheet.file, ours[key].line, column), key=key, before=before, after=after)
        for key, row in theirs.items()
        if key in ours
        for column, after in zip(sheet.header, row.values, strict=True)
        if column and (before := _text(now.sheet, ours[key], column)) != after and trim(before) != trim(after)
    ]
    return Proposed(
        changes=tuple(changes),
        added=tuple(dict(zip(sheet.header, row.values, strict=True)) for key, row in theirs.items() if key not in ours),
        missing=tuple(row.line for key, row in ours.items() if key not in theirs),
    )


def _text(sheet: Sheet, row: Row, column: str) -> str:
    return row.values[sheet.header.index(column)] if column in sheet.header else ""


def _keys(sheet: Sheet, name: str) -> dict[str, Row]:
    if "key" not in sheet.header:
        raise UsageError(f"{name} has no column key, by which rows are told apart; hand in a sheet of this register.")
    number = sheet.header.index("key")
    counted_keys = Counter(row.values[number].strip() for row in sheet.rows)
    twice = sorted(key for key, times in counted_keys.items() if times > 1 or not key)
    if twice:
        told = ", ".join(f'"{key}"' for key in twice[:5])
        raise UsageError(f"{name} has rows whose key is blank or stands twice: {told}. Give each row a key of its own.")
    return {row.values[number].strip(): row for row in sheet.rows}
