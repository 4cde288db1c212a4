"""What became of one vendor, from revision to revision."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change
from vendor_registry.changes.rows import changes
from vendor_registry.intake.registry import examine
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.folding import folded
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.store.published import Revision, sheets_where
from vendor_registry.use_cases.files.repository import Archive


@dataclass(frozen=True, slots=True)
class Chapter:
    """One revision, and what it changed of the vendor."""

    revision: Revision
    changes: tuple[Change, ...]


def history(vendor: str, archive: Archive, as_of: date) -> tuple[Chapter, ...]:
    """The revisions that changed something of a vendor, newest first; its name in capitals or not, or a key of its.

    Cells are understood by the policy of today. Raises UsageError where no revision has such a vendor, and
    RefusedError where its rows cannot be understood.
    """
    meant: set[str] = set()

    def of_vendor(rows: Mapping[str, Mapping[str, str]]) -> Collection[str]:
        names = {digest: texts.get("vendor", "").strip() for digest, texts in rows.items()}
        meant.update(names[digest].casefold() for digest, texts in rows.items() if _meant(texts, vendor))
        if not meant:
            near = nearest(vendor, sorted({*names.values()} - {""}))
            raise UsageError(f'No revision has a vendor "{vendor}"' + (f'; did you mean "{near}"?' if near else "."))
        return [digest for digest, name in names.items() if name.casefold() in meant]

    return tuple(reversed([*_chapters(sheets_where(archive.repository.ledger, of_vendor), archive, as_of)]))


def _chapters(sheets: Iterable[tuple[Revision, tuple[Sheet, ...]]], archive: Archive, as_of: date) -> Iterator[Chapter]:
    before = Case(Registry(()), archive.policy, as_of)
    for revision, some in sheets:
        after = Case(_understood(some, archive), archive.policy, as_of)
        found = changes(before, after)
        if found:
            yield Chapter(revision, found)
        before = after


def _understood(sheets: tuple[Sheet, ...], archive: Archive) -> Registry:
    """The rows of the vendor alone; whom else they name is not asked."""
    registry, faults = examine(sheets, archive.policy, None)
    if faults:
        raise RefusedError(faults)
    return registry


def _meant(texts: Mapping[str, str], vendor: str) -> bool:
    return folded(vendor) in (folded(texts.get(name, "")) for name in ("vendor", "key"))
