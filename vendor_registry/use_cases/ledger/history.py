"""What became of one vendor, from revision to revision."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change
from vendor_registry.changes.rows import changes
from vendor_registry.intake.registry import examine
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.revisions import Revision, revisions, sheets_of
from vendor_registry.use_cases.ledger.comparison.earlier import Place


@dataclass(frozen=True, slots=True)
class Chapter:
    """One revision, and what it changed of the vendor."""

    revision: Revision
    changes: tuple[Change, ...]


def history(vendor: str, place: Place, as_of: date) -> tuple[Chapter, ...]:
    """The revisions that changed something of a vendor, newest first; its name in capitals or not, or a key of its.

    Cells are understood by the policy of today. Raises UsageError where no revision has such a vendor, and
    RefusedError where its rows cannot be understood.
    """
    published = sorted(revisions(place.url), key=lambda one: one.number)
    sheets = [(one, sheets_of(place.url, one.number)) for one in published]
    names = {row["vendor"] for _, some in sheets for row in _rows(some) if "vendor" in row}
    meant = {row["vendor"].casefold() for _, some in sheets for row in _rows(some) if _meant(row, vendor)}
    if not meant:
        near = nearest(vendor, sorted(names))
        raise UsageError(f'No revision has a vendor "{vendor}"' + (f'; did you mean "{near}"?' if near else "."))
    return tuple(reversed([*_chapters(sheets, meant, place, as_of)]))


def _chapters(
    sheets: list[tuple[Revision, tuple[Sheet, ...]]], meant: set[str], place: Place, as_of: date
) -> Iterator[Chapter]:
    before = Case(Registry(()), place.understood, as_of)
    for revision, some in sheets:
        after = Case(_understood(some, meant, place), place.understood, as_of)
        found = changes(before, after)
        if found:
            yield Chapter(revision, found)
        before = after


def _understood(sheets: tuple[Sheet, ...], meant: set[str], place: Place) -> Registry:
    """The rows of the vendor alone; whom else they name is not asked."""
    own = tuple(replace(sheet, rows=tuple(_own(sheet, meant))) for sheet in sheets)
    registry, faults = examine(own, place.understood, None)
    if faults:
        raise RefusedError(faults)
    return registry


def _own(sheet: Sheet, meant: set[str]) -> Iterator[Row]:
    where = sheet.header.index("vendor") if "vendor" in sheet.header else -1
    return (row for row in sheet.rows if where >= 0 and row.values[where].strip().casefold() in meant)


def _rows(sheets: tuple[Sheet, ...]) -> Iterator[dict[str, str]]:
    for sheet in sheets:
        for row in sheet.rows:
            yield {name: text.strip() for name, text in zip(sheet.header, row.values, strict=True)}


def _meant(row: dict[str, str], vendor: str) -> bool:
    return vendor.strip().casefold() in (row.get("vendor", "").casefold(), row.get("key", "").casefold())
