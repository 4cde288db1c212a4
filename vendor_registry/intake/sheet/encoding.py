"""From the bytes of a file to its text, guessing nothing beyond what Excel and editors write."""

import codecs

from vendor_registry.model.origin import Cell, Fault, RefusedError

SAVE_AS = 'Save the file as "CSV UTF-8" and try again.'
TRIED = {"utf-8": "not UTF-8", "utf-16": "not UTF-16", "cp1252": "neither UTF-8 nor Windows-1252"}
SAMPLE = 4096  # bytes; enough to tell UTF-16 from a stray NUL
UTF16_SHARE = 0.3  # of NULs at odd or even places: Latin text in UTF-16 has nearly half of all bytes NUL


def decode(raw: bytes, name: str) -> tuple[str, str]:
    """The text and the encoding it was read with; raises RefusedError where no encoding fits."""
    if raw.startswith(codecs.BOM_UTF8):
        return _strictly(raw.removeprefix(codecs.BOM_UTF8), "utf-8", name), "utf-8-sig"
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(raw, "utf-16", name), "utf-16"
    if _looks_like_utf16(raw):
        message = "the file looks like UTF-16 without the mark that says so"
        raise RefusedError((Fault(Cell(name, 0), message, SAVE_AS),))
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _strictly(raw, "cp1252", name), "cp1252"


def _strictly(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        message = f"byte 0x{raw[wrong.start]:02X} is {TRIED[encoding]}"
        raise RefusedError((Fault(Cell(name, line), message, SAVE_AS),)) from None


def _looks_like_utf16(raw: bytes) -> bool:
    sample = raw[:SAMPLE]
    return any(sample[start::2].count(0) > UTF16_SHARE * len(sample[start::2]) for start in (0, 1) if sample[start::2])
