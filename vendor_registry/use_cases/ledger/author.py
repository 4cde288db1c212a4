"""Who does something that is kept."""

import getpass
import os
import subprocess
from pathlib import Path

from vendor_registry.model.text.origin import UsageError

_PATIENCE = 30  # seconds; git answers at once or hangs on something


def author(by: str, folder: Path) -> str:
    """The name that was said; else whom git knows in this folder (`Ada Lee <ada@example.com>`), else the system user.

    Raises UsageError for a name that is no text.
    """
    try:
        by.encode()
    except UnicodeEncodeError:
        raise UsageError("The name in --by holds bytes that are not UTF-8; write it again.") from None
    if by.strip():
        return " ".join(by.split())
    name, mail = _git(folder, "user.name"), _git(folder, "user.email")
    return " ".join(part for part in (name, f"<{mail}>" if mail else "") if part) or _user()


def _git(folder: Path, entry: str) -> str:
    """An entry of git's configuration; "" where there is no git or no such entry."""
    where = folder if folder.is_dir() else Path()
    words = ["git", "-C", os.fspath(where), "config", "--get", entry]
    try:
        done = subprocess.run(words, capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(done.stdout.decode("utf-8", "replace").split()) if done.returncode == 0 else ""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have a number and no name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
