"""Files that are either whole or not there."""

import os
import tempfile
from pathlib import Path

from vendor_registry.model.origin import FailureError, UsageError


def write(path: Path, content: bytes) -> None:
    """Write a file atomically: a reader sees the old content or the new, never half of either.

    A link stays a link: what it leads to is written. A device or a pipe is written to, as there is nothing to replace.
    Raises UsageError where a folder is in the way, FailureError where the folder or the disk refuses.
    """
    try:
        _refuse_folder(path)
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            target = path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
    except (OSError, RuntimeError) as error:
        raise FailureError(f'"{path}" cannot be written: {getattr(error, "strerror", error)}') from error


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise UsageError(f'"{path}" is a folder; name a file in it.')
    nearest = next((parent for parent in path.absolute().parents if parent.exists()), None)
    if nearest and not nearest.is_dir():
        raise UsageError(f'"{path}" cannot be there: "{nearest.name}" is a file, not a folder.')


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".vendors.")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
