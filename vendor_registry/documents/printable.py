"""Text of strangers in a document: what would steer the reader's program is shown, not obeyed."""

import unicodedata

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn the order of what follows
_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}  # controls, halves of surrogate pairs, line and paragraph marks
_NOT_XML = frozenset("\ufffe\uffff")


def printable(text: str) -> str:
    """The text on one line, with controls and bidi overrides written out as \\x1b or \\u202e.

    Joiners, direction marks and soft hyphens stay: real names in real scripts need them.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if unicodedata.category(character) not in _CATEGORIES and character not in _BIDI | _NOT_XML:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
