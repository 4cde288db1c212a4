"""The ZIP around a spreadsheet, and the XML inside: read piece by piece, within limits, and without entities."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.parsers import expat

from vendor_registry.intake.sheet.limits import PARTS, UNPACKED_BYTES, megabytes, too_large
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, expat.ExpatError, LookupError, ValueError,
          OverflowError, OSError, RuntimeError)  # fmt: skip
ENCRYPTED = 0x1  # of a part's flags (APPNOTE 4.4.4)
PACKINGS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class EnoughError(Exception):
    """Raised by a reader of XML that has seen what it wanted."""


class Archive:
    """A ZIP file whose parts together are no larger than a workbook can be."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        with damage_told(name):
            self._zip = zipfile.ZipFile(file)
            parts = self._zip.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > UNPACKED_BYTES or len(parts) > PARTS:
            raise too_large(name, f"this workbook unpacks to more than {megabytes(UNPACKED_BYTES)}")
        if any(part.flag_bits & ENCRYPTED for part in parts):
            raise locked(name)
        if any(part.compress_type not in PACKINGS for part in parts):
            raise damaged(name)
        self.parts = frozenset(part.filename for part in parts)

    def read(self, part: str) -> bytes:
        """All of a small part; nothing where there is none."""
        return self._zip.read(part) if part in self.parts else b""

    def walk(self, part: str, start: Start, end: End, text: Text | None = None) -> None:
        """Every element of a part in its order, by its name without the namespace's prefix."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse
        with self._zip.open(part) as stream:
            try:
                parser.ParseFile(stream)
            except EnoughError:
                return

    def _refuse(self, *_: object) -> None:
        message = "the spreadsheet declares entities of its own, as no spreadsheet program does; nothing of it was read"
        raise RefusedError((Fault(Cell(self.name, 0), message, "Ask whoever sent it for another copy."),))


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Whatever is wrong with the parts of a file becomes the one sentence on a damaged one."""
    try:
        yield
    except BROKEN:
        raise damaged(name) from None


def damaged(name: str) -> RefusedError:
    hint = "Open it in a spreadsheet program and save it again, as XLSX or CSV UTF-8."
    message = "the spreadsheet cannot be opened: it is damaged, or another kind of file"
    return RefusedError((Fault(Cell(name, 0), message, hint),))


def locked(name: str) -> RefusedError:
    return RefusedError((Fault(Cell(name, 0), "the spreadsheet is locked with a password", "Save it without one."),))


def local(name: str) -> str:
    """A name of XML without its prefix."""
    return name[name.find(":") + 1 :]
