"""From the bytes of a file to its text, guessing nothing beyond what Excel and editors write."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from vendor_registry.model.text.origin import Cell, Fault, RefusedError

SAVE_AS = 'Save the file as "CSV UTF-8" and try again.'
TRIED = {"utf-8": "not UTF-8", "utf-16": "not UTF-16", "cp1252": "neither UTF-8 nor Windows-1252"}
CODECS = {"utf-8-sig": "utf-8"}  # as messages call them, where they differ
LETTERS_OF_UTF8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]")
SAMPLE = 4096  # bytes; enough to tell UTF-16 from a stray NUL
UTF16_SHARE = 0.3  # of NULs at odd or even places: Latin text in UTF-16 has nearly half of all bytes NUL
PIECE = 1 << 18  # bytes


def decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text and the encoding it was read with; raises RefusedError where no encoding fits."""
    encoding = encoding_of(raw, name)
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError as wrong:
        if encoding == "utf-8":
            return _strictly(raw, "cp1252", name), "cp1252"
        raise _refused(name, encoding, raw.count(b"\n", 0, wrong.start) + 1, wrong) from None


def encoding_of(start: bytes, name: str) -> str:
    """The encoding by the first bytes: what a byte order mark says, else UTF-8, unless other bytes follow later on.

    Raises RefusedError for UTF-16 without its mark.
    """
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if _looks_like_utf16(start):
        message = "the file looks like UTF-16 without the mark that says so"
        raise RefusedError((Fault(Cell(name, 0), message, SAVE_AS),))
    return "utf-8"


def pieces(file: BinaryIO, encoding: str, name: str, seen: Callable[[bytes], object]) -> Iterator[str]:
    """The text from the first byte on, piece by piece, each shown as bytes as well.

    Raises UnicodeDecodeError where a file that has no mark is not UTF-8, and RefusedError where nothing else is left.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    lines, last = 1, False
    while not last:
        raw = file.read(PIECE)
        last = not raw
        lines += raw.count(b"\n") if encoding != "utf-8" else 0
        seen(raw)
        try:
            yield decoder.decode(raw, last)
        except UnicodeDecodeError as wrong:
            if encoding == "utf-8":
                raise
            line = lines - wrong.object.count(b"\n", wrong.start)
            raise _refused(name, encoding, line, wrong) from None


def refuse_mixture(file: BinaryIO, name: str) -> None:
    """Raise RefusedError where a file that is not UTF-8 has letters of UTF-8 all the same: two files made into one.

    In Windows-1252 they would be Ã¼ and â€™, which nobody writes.
    """
    file.seek(0)
    line = 1
    for raw in iter(lambda: file.read(PIECE), b""):
        if found := LETTERS_OF_UTF8.search(raw):
            message = "this line is UTF-8, and another one is not"
            raise RefusedError((Fault(Cell(name, line + raw.count(b"\n", 0, found.start())), message, SAVE_AS),))
        line += raw.count(b"\n")


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as wrong:
        raise _refused(name, encoding, raw.count(b"\n", 0, wrong.start) + 1, wrong) from None


def _refused(name: str, encoding: str, line: int, wrong: UnicodeDecodeError) -> RefusedError:
    message = f"byte 0x{wrong.object[wrong.start]:02X} is {TRIED[CODECS.get(encoding, encoding)]}"
    return RefusedError((Fault(Cell(name, line), message, SAVE_AS),))


def _looks_like_utf16(raw: bytes) -> bool:
    sample = raw[:SAMPLE]
    return any(sample[start::2].count(0) > UTF16_SHARE * len(sample[start::2]) for start in (0, 1) if sample[start::2])
