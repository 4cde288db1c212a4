"""Files that are either whole or not there."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.files.beside import customers_file, waivers_file

_ADDRESS = re.compile(r"[a-z][a-z0-9+]+:/", re.IGNORECASE)  # of a store or a page; a drive has one letter


def write(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write a file atomically: a reader sees the old content or the new, never half of either.

    Whoever could read the file before may read it afterwards, and nobody else; a new one is as open as `like`, if said.
    A link stays a link: what it leads to is written. A device or a pipe is written to, as there is nothing to replace.
    Raises UsageError for an address and where a folder is in the way, FailureError where the disk refuses.
    """
    try:
        _refuse_what_is_no_file(path)
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            target = Path(os.path.realpath(path))
            if target.is_symlink():
                raise FailureError(f'"{path}" cannot be written: the link leads to itself')
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content, next((one for one in (target, like) if one and one.exists()), None))
    except OSError as error:
        raise FailureError(f'"{path}" cannot be written: {error.strerror}') from error


def inputs_of(case: Case) -> Iterator[Path]:
    """The files that were read for a case, which no command ever writes to."""
    yield from (Path(sheet.file) for sheet in case.registry.sheets)
    yield Path(case.policy.file)
    yield waivers_file(Path(case.policy.file), case.policy)
    yield customers_file(Path(case.policy.file), case.policy)


def refuse_outputs(outputs: Sequence[Path], inputs: Iterable[Path] = ()) -> None:
    """Told before the first of several files is written: that one of them cannot be, or must not be.

    Raises UsageError for an address, for a file that is read, for one named twice, and for one in the way of another.
    """
    read = {os.path.realpath(path) for path in inputs}
    others: dict[str, Path] = {}
    for path in outputs:
        _refuse_what_is_no_file(path)
        real = os.path.realpath(path)
        if real in read:
            raise UsageError(f'"{path}" is read here, and what is read is never overwritten; name another file.')
        if path.exists() and not path.is_file():
            continue  # a device or a pipe takes more than one
        if real in others:
            raise UsageError(f'"{path}" is named twice; give each --output a file of its own.')
        others[real] = path
    for path in others.values():
        above = next((real for real in map(str, Path(os.path.realpath(path)).parents) if real in others), "")
        if above:
            raise UsageError(f'"{path}" cannot be there: "{others[above]}" is to be a file, not a folder.')


def _refuse_what_is_no_file(path: Path) -> None:
    if _ADDRESS.match(str(path)):
        raise UsageError(f'"{path}" is an address; name a file.')
    if path.is_dir():
        raise UsageError(f'"{path}" is a folder; name a file in it.')
    nearest = next((parent for parent in path.absolute().parents if parent.exists()), None)
    if nearest and not nearest.is_dir():
        raise UsageError(f'"{path}" cannot be there: "{nearest.name}" is a file, not a folder.')


def _replace(target: Path, content: bytes, like: Path | None) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".vendors.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(like.stat().st_mode & 0o777 if like else 0o666 & ~_umask())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
