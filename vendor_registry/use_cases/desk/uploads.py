"""Files that were handed in and wait beside the sheet, until somebody takes them over or throws them away."""

import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.files.output import write

FOLDER = ".uploads"
MOST = 20  # that wait
_NAME = re.compile(r"([A-Za-z0-9_-]{12})\.upload")
_HEAD = 4_096  # bytes of the first line: what is known of the file, as JSON


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file that waits."""

    id: str
    name: str  # as its sender called it: shown, and nothing else
    by: str
    at: datetime


def keep(sheet: Path, raw: bytes, name: str, by: str, at: datetime) -> Upload:
    """Put a file beside the sheet. Raises UsageError where too many wait, FailureError where the disk refuses."""
    if len(waiting(sheet)) >= MOST:
        raise UsageError(f"{MOST} uploads wait already; take one over or throw one away first.")
    made = Upload(id=secrets.token_urlsafe(9), name=name, by=by, at=at.astimezone(UTC))
    head = json.dumps({"name": name, "by": by, "at": made.at.isoformat()}).encode()
    folder = sheet.parent / FOLDER
    if not folder.exists():
        write(folder / ".gitignore", b"*\n")  # nobody publishes by accident what nobody has looked at
    write(folder / f"{made.id}.upload", head + b"\n" + raw)
    return made


def waiting(sheet: Path) -> tuple[Upload, ...]:
    """All that wait, the newest first; whatever else lies in the folder is none of ours."""
    return tuple(sorted((upload for upload, _ in _files(sheet)), key=lambda one: (one.at, one.id), reverse=True))


def content(sheet: Path, wanted: str) -> tuple[Upload, bytes] | None:
    """An upload and its bytes; None where there is none (any more)."""
    for upload, path in _files(sheet):
        if upload.id == wanted:
            return upload, path.read_bytes().partition(b"\n")[2]
    return None


def drop(sheet: Path, wanted: str) -> None:
    """Delete it, if it is still there. Raises FailureError where the disk refuses."""
    for upload, path in _files(sheet):
        if upload.id == wanted:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise FailureError(f'"{path}" cannot be deleted: {error.strerror}') from error


def _files(sheet: Path) -> Iterator[tuple[Upload, Path]]:
    """By what lies there, never by what somebody asks for."""
    folder = sheet.parent / FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named and path.is_file() and (known := _read(named[1], path)):
            yield known, path


def _read(identity: str, path: Path) -> Upload | None:
    try:
        with path.open("rb") as file:
            head = json.loads(file.readline(_HEAD))
        return Upload(id=identity, name=head["name"], by=head["by"], at=datetime.fromisoformat(head["at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
