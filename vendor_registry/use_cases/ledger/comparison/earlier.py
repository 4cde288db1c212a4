"""The registry as it was: in a published revision, in git, or in another file."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vendor_registry.changes.known import known_lists
from vendor_registry.changes.state import State, StateKind
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.store.notices import notices
from vendor_registry.store.published import sheets_of_each
from vendor_registry.store.revisions import revisions
from vendor_registry.use_cases.files.beside import beside
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.repository import Archive

_PATIENCE = 30  # seconds; git answers at once or hangs on something


GIT = "git:"  # in front of a commit that could be taken for a file or a number
KNOWN = "customer:"  # in front of the key of a customer: the list that it knows


def earlier(wanted: str, archive: Archive) -> Registry:
    """The registry of a published revision (its number), of another sheet (a file), of a commit in git, or as a
    customer knows it.

    Its cells are understood by the policy of today, so that only what rows say makes a difference. Raises UsageError
    where there is no such thing, and RefusedError where its sheet has faults.
    """
    if wanted.startswith(KNOWN):
        return revision(_known(wanted.removeprefix(KNOWN), archive), archive)
    if wanted.startswith(GIT):
        return understand(tuple(_in_git(wanted.removeprefix(GIT), archive)), archive.policy)
    if is_number(wanted):
        return revision(int(wanted), archive)
    if Path(wanted).is_file():
        return load(Path(wanted), archive.repository.policy).registry
    return understand(tuple(_in_git(wanted, archive)), archive.policy)


def revision(number: int, archive: Archive) -> Registry:
    """The registry of a published revision. Raises as `earlier` does."""
    return revisions_called((number,), archive)[number]


def revisions_called(numbers: Sequence[int], archive: Archive) -> Mapping[int, Registry]:
    """The registries of published revisions, by number. Raises as `earlier` does.

    Their cells are said to be there, since the file may say something else by now.
    """
    return {
        number: understand(tuple(_said_to_be_in(number, sheets)), archive.policy)
        for number, sheets in sheets_of_each(archive.repository.ledger, numbers).items()
    }


def called(wanted: str) -> State:
    """What people call it: `revision 3`, and everything else as they wrote it."""
    if wanted.startswith(KNOWN):
        return State(wanted.removeprefix(KNOWN), StateKind.KNOWN)
    return State(str(int(wanted)), StateKind.REVISION) if is_number(wanted) else State(wanted.removeprefix(GIT))


def is_number(wanted: str) -> bool:
    """Whether the number of a revision is meant: a file of that name comes first."""
    return wanted.isascii() and wanted.isdecimal() and not Path(wanted).is_file()


def _known(key: str, archive: Archive) -> int:
    published = {one.number: one.published_at.date() for one in revisions(archive.repository.ledger)}
    if not published:
        raise UsageError("Nothing has been published yet, so no customer knows a list.")
    customers = [one for one in beside(archive.repository.policy, archive.policy).customers if one.key == key]
    if not customers:
        raise UsageError(f'There is no customer "{key}" in the sheet of customers.')
    return known_lists(customers, published, notices(archive.repository.ledger))[key]


def _said_to_be_in(number: int, sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    for sheet in sheets:
        yield replace(sheet, file=f"{sheet.file} in revision {number}")


def _in_git(revision: str, archive: Archive) -> Iterator[Sheet]:
    """The sheet in a commit, and those further sheets that were there too."""
    sheet, policy = archive.repository.sheet, archive.repository.policy
    found = (
        None
        if revision.startswith("-")
        else _git(sheet.parent, "rev-parse", "-q", "--verify", f"{revision}^{{commit}}")
    )
    if found is None:
        raise UsageError(
            f'"{revision}" is no file, no number of a published revision, and nothing that git knows here.'
        )
    raw = _git(sheet.parent, "cat-file", "blob", f"{revision}:./{sheet.name}")
    if raw is None:
        raise UsageError(f'"{sheet}" is not in {revision}; name a later commit.')
    mapped = archive.policy.sheet.columns
    yield _read(raw, f"{sheet} at {revision}", sheet.suffix, mapped)
    for name in archive.policy.sheets:
        further = _git(policy.parent, "cat-file", "blob", f"{revision}:./{name}")
        if further is not None:
            yield _read(further, f"{policy.parent / name} at {revision}", Path(name).suffix, mapped)


def _git(folder: Path, *words: str) -> bytes | None:
    """What git answers; None where it knows no such thing. Never through a shell."""
    try:
        done = subprocess.run(
            ["git", "-C", os.fspath(folder), *words], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (FileNotFoundError, subprocess.TimeoutExpired) as wrong:
        raise UsageError("git does not answer; name a published revision or a file instead.") from wrong
    return done.stdout if done.returncode == 0 else None


def _read(raw: bytes, name: str, suffix: str, mapped: Mapping[str, str]) -> Sheet:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sheet{suffix}"
        path.write_bytes(raw)
        return read_sheet(path, name, expected=engagements(mapped))
