"""Text of strangers: what would steer the reader's program is shown, not obeyed."""

import re
import unicodedata
from collections.abc import Callable

_CONTROLS = {"Cc", "Cs", "Zl", "Zp"}  # controls, halves of surrogate pairs, line and paragraph marks
_JOINERS = frozenset("\u200d\ufe0f\xad")  # inside emoji; soft hyphens
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn the order of what follows
_LOG_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")  # build servers obey ##[...] and ##vso[...] anywhere in a line


def visible(text: str) -> str:
    """For terminals, logs and diagrams: controls, bidi and zero-width marks are written out as \\x1b or \\u202e.

    Newlines and tabs become blanks, so that one text stays on one line.
    """
    return _LOG_COMMAND.sub(r"\\x23#", _written_out(text, steers))


def printable(text: str) -> str:
    """For documents: the same, but direction marks and joiners stay, as real names in real scripts need them."""
    return _written_out(text, lambda character: _no_text(character) or character in _TURNING)


def steers(character: str) -> bool:
    """Whether a terminal, a viewer or a parser may act on the character rather than show it."""
    return _no_text(character) or (unicodedata.category(character) == "Cf" and character not in _JOINERS)


def _no_text(character: str) -> bool:
    """Controls, and code points that XML and UTF-8 readers refuse."""
    code = ord(character)
    refused = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return refused or unicodedata.category(character) in _CONTROLS


def _written_out(text: str, obeyed: Callable[[str], bool]) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if character in "\n\r\t" else _code(ord(character)) if obeyed(character) else character
        for character in text
    )


def _code(code: int) -> str:
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
