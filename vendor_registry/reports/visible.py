"""Text of strangers on a terminal or in a log: what would steer the reader's program is shown, not obeyed."""

import unicodedata

_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # controls, bidi and zero width, half characters, line and paragraph marks
_KEPT = {"\u200d", "\ufe0f", "\xad"}  # joiners inside emoji, soft hyphens
_NO_CHARACTERS = {"\ufffe", "\uffff"}  # XML refuses them
_LOG_COMMAND = "##["  # build servers obey it anywhere in a line


def visible(text: str) -> str:
    """The text with every control, bidi and zero-width character written out as \\x1b or \\u202e.

    Newlines and tabs become blanks, so that one text stays on one line.
    """
    if text.isascii() and text.isprintable() and _LOG_COMMAND not in text:
        return text
    return "".join(map(_shown, text)).replace(_LOG_COMMAND, r"\x23#[")


def steers(character: str) -> bool:
    """Whether a terminal, a viewer or a parser may act on the character rather than show it."""
    return character in _NO_CHARACTERS or (unicodedata.category(character) in _STEERING and character not in _KEPT)


def _shown(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if not steers(character):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
