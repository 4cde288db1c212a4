"""The registry as it was: in a published revision, in git, or in another file."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.origin import UsageError
from vendor_registry.model.registry import Registry
from vendor_registry.model.sheet import Sheet
from vendor_registry.store.revisions import sheets_of

_PATIENCE = 30  # seconds; git answers at once or hangs on something


def earlier(wanted: str, case: Case, sheet: Path, policy: Path, url: str) -> Registry:
    """The registry of a published revision (its number), of another sheet (a file), or of a commit in git.

    Its cells are understood by the policy of today, so that only what rows say makes a difference. `sheet` and
    `policy` are the files of the case, `url` the store. Raises UsageError where there is no such thing, and
    RefusedError where its sheet has faults.
    """
    if Path(wanted).is_file():
        others = [one for one in case.registry.sheets if one.file != str(sheet)]
        return understand(
            (read_sheet(Path(wanted), expected=engagements(case.policy.sheet.columns)), *others), case.policy
        )
    if wanted.isascii() and wanted.isdecimal():
        return understand(sheets_of(url, int(wanted)), case.policy)
    return understand(tuple(_in_git(wanted, sheet, policy, case)), case.policy)


def _in_git(revision: str, sheet: Path, policy: Path, case: Case) -> Iterator[Sheet]:
    """The sheet in a commit, and those further sheets that were there too."""
    if (
        revision.startswith("-")
        or _git(sheet.parent, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None
    ):
        raise UsageError(
            f'"{revision}" is no file, no number of a published revision, and nothing that git knows here.'
        )
    raw = _git(sheet.parent, "cat-file", "blob", f"{revision}:./{sheet.name}")
    if raw is None:
        raise UsageError(f'"{sheet}" is not in {revision}; name a later commit.')
    mapped = case.policy.sheet.columns
    yield _read(raw, f"{sheet} at {revision}", sheet.suffix, mapped)
    for name in case.policy.sheets:
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
