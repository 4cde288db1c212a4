"""Files that are either whole or not there."""

import os
import tempfile
from pathlib import Path

from vendor_registry.model.origin import FailureError


def write(path: Path, content: bytes) -> None:
    """Write a file atomically: a reader sees the old content or the new, never half of either.

    Raises FailureError, with the reason in a sentence, where the folder or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise FailureError(f'"{path}" cannot be written: {error.strerror}') from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    except OSError as error:
        raise FailureError(f'"{path}" cannot be written: {error.strerror}') from error
    finally:
        draft.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
