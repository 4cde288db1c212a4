"""Opening what a person named: a file, of a size that a sheet can have, which will not keep us waiting."""

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vendor_registry.intake.sheet.limits import PIPED_BYTES, TEXT_BYTES, megabytes, too_large
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

PIECE = 1 << 20  # bytes
HANDED_OVER = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # pipes that a shell has opened already


def read_bytes(path: Path, name: str, most: int = TEXT_BYTES) -> bytes:
    """The bytes of a file; raises RefusedError where there is none to be read, or more than `most` of them."""
    with opened(path, name, most) as file:
        return file.read()


@contextmanager
def opened(path: Path, name: str, most: int = TEXT_BYTES) -> Iterator[BinaryIO]:
    """A file to read and to seek in; raises RefusedError, also where reading fails later on."""
    try:
        with _file(path, name, most) as file:
            yield file
        return
    except (FileNotFoundError, NotADirectoryError, ValueError):
        message, hint = (
            "there is no such file",
            "Check the path; vendors init makes a sheet and a policy to start from.",
        )
    except IsADirectoryError:
        message, hint = "this is a folder, not a file", "Name the file in it."
    except PermissionError:
        message, hint = "this file may not be read", "Ask its owner for permission to read it."
    except OSError as wrong:
        message, hint = f"this file cannot be read: {(wrong.strerror or 'unknown reason').lower()}", ""
    raise RefusedError((Fault(Cell(name, 0), message, hint),))


def _file(path: Path, name: str, most: int) -> BinaryIO:
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(number, "rb")
    kind, size = os.fstat(number).st_mode, os.fstat(number).st_size
    if stat.S_ISDIR(kind):
        raise IsADirectoryError
    if stat.S_ISREG(kind):
        if size > most:
            raise too_large(name, f"this file is larger than {megabytes(most)}")
        return file
    with file:
        os.set_blocking(number, True)
        return _piped(file, path, name, min(most, PIPED_BYTES), stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind))


def _piped(file: BinaryIO, path: Path, name: str, most: int, pipe: bool) -> BinaryIO:
    """All that comes through a pipe. One that lies in a folder may never get a writer, and a device never ends."""
    if not (pipe and str(path).startswith(HANDED_OVER)) and str(path) != os.devnull:
        what = "a pipe" if pipe else "a device"
        hint = "Save what comes out of it as a file, and name that."
        raise RefusedError((Fault(Cell(name, 0), f"this is {what}, not a file", hint),))
    content = file.read(most + 1)
    if len(content) > most:
        raise too_large(
            name, f"more than {megabytes(most)} came through this pipe", "Save it as a file, and name that."
        )
    return io.BytesIO(content)
