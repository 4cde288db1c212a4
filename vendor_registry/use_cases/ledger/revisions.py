"""Publish the registry, list what was published, see whether it is whole, copy it and get it back."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.state import SHEET, State, StateKind
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.store import backup as copies
from vendor_registry.store import fsck as examination
from vendor_registry.store import revisions as store
from vendor_registry.store.chain import content_of
from vendor_registry.store.fsck import Checked
from vendor_registry.store.revisions import Revision
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.difference import between, both_in_force
from vendor_registry.use_cases.ledger.comparison.earlier import earlier


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be published, beside what was."""

    base: int  # number of the newest revision; 0: there is none
    changed: bool  # whether the sheet says anything else than it
    difference: Difference | None  # None: nothing to compare with, or not by the policy of today


def propose(case: Case, archive: Archive) -> Proposal:
    """What publishing the case would change, judged once all of it is in force; by the policy of today."""
    newest = next(iter(store.revisions(archive.repository.ledger)), None)
    if newest is None:
        return Proposal(0, True, None)
    if content_of(case.registry.sheets) == newest.content:
        return Proposal(newest.number, False, None)
    try:
        before = earlier(str(newest.number), archive)
    except RefusedError:
        return Proposal(newest.number, True, None)
    then = Case(before, case.policy, case.as_of, case.waivers, case.customers)
    difference = between(*both_in_force(then, case), (State(str(newest.number), StateKind.REVISION), SHEET))
    return Proposal(newest.number, True, difference)


def publish(
    registry: Registry,
    url: str,
    note: str,
    now: datetime,
    *,
    author: str = "",
    effective: date | None = None,
    base: int | None = None,
) -> Revision | None:
    """Store the registry's sheets, cells as written, as the next revision; None where nothing changed.

    `base`: the newest revision that whoever publishes has seen. Raises UsageError for a note that is no text, and
    where somebody has published since.
    """
    try:
        note.encode()
    except UnicodeEncodeError:
        raise UsageError("The note holds bytes that are not UTF-8; write it again.") from None
    columns = [column.header for column in COLUMNS]
    return store.publish(url, registry.sheets, note, now, columns, author=author, effective=effective, base=base)


def log(url: str) -> tuple[Revision, ...]:
    """All revisions, newest first."""
    return store.revisions(url)


def fsck(url: str) -> Checked:
    """Whether the ledger says what it said when it was written."""
    return examination.fsck(url)


def backup(url: str, file: Path) -> int:
    """Copy the ledger into a file; how many revisions."""
    return copies.backup(url, file)


def restore(file: Path, url: str) -> int:
    """Fill an empty ledger from such a file; how many revisions."""
    return copies.restore(file, url)
