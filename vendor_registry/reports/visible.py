"""Text of strangers on a terminal: what would steer the terminal is shown, not obeyed."""

import unicodedata

_STEERING = {"Cc", "Cf", "Zl", "Zp"}  # controls, format characters (bidi, zero width), line and paragraph marks
_KEPT = {"\u200d", "\ufe0f", "\xad"}  # joiners inside emoji, soft hyphens


def visible(text: str) -> str:
    """The text with every control, bidi and zero-width character written out as \\x1b or \\u202e.

    Newlines and tabs become blanks, so that one text stays on one line.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if unicodedata.category(character) not in _STEERING or character in _KEPT:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
