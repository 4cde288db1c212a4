"""Bytes of a published list as text. A page in two encodings at once is refused: half of its names would be wrong."""

from vendor_registry.intake.sheet.encoding import decode
from vendor_registry.intake.words.characters import CONTROL
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

LARGEST = 20_000_000  # bytes; the longest published list we saw has 150,000
LINES = 200_000  # and 1,500 lines
_SMALLER = "Hand in the page with the list alone."


def text_of_file(raw: bytes, name: str) -> str:
    """The text of a page, with line breaks of one kind; raises RefusedError where it is too long or no one text."""
    _refuse_large(raw, name)
    text = (_utf8(raw, name) or decode(raw, name)[0]).replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        what = f"this line holds a control character (U+{ord(control[0]):04X})"
        raise refused(name, line, what, "Is it a text file? Save the page again as UTF-8.")
    return text


def refuse_long(raw: bytes, name: str) -> None:
    """Raises RefusedError where a page is longer than any list: told before its lines are taken apart."""
    _refuse_large(raw, name)
    if max(raw.count(b"\n"), raw.count(b"\r")) > LINES:
        raise refused(name, 0, f"this list has more than {LINES:,} lines", _SMALLER)


def refused(name: str, line: int, message: str, hint: str) -> RefusedError:
    """One fault of a list, to be raised."""
    return RefusedError((Fault(Cell(name, line), message, hint),))


def _refuse_large(raw: bytes, name: str) -> None:
    if len(raw) > LARGEST:
        raise refused(name, 0, f"this list has more than {LARGEST:,} bytes", _SMALLER)


def _utf8(raw: bytes, name: str) -> str:
    """The text as UTF-8; "" where it is something else throughout. Raises RefusedError where only some of it is."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        utf16 = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        if not utf16 and not raw.decode("utf-8", "ignore").isascii():
            line = raw.count(b"\n", 0, wrong.start) + 1
            message = "this line is in another encoding than the lines that are UTF-8"
            raise refused(name, line, message, "Save the whole file as UTF-8, and look at its accents.") from None
        return ""
