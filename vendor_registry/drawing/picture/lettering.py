"""Texts of the picture: what would steer a screen is written out, widths are measured, lines are broken.

Widths come from a table, not from the fonts of a machine, so that boxes have the same size everywhere.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from vendor_registry.model.text.visible import visible

LONGEST = 200  # characters of one text that are shown; the whole stands in the box's title
_THIN = "\u202f"  # the space that French sets before its double signs; no line breaks there
_REGULAR = (  # of Liberation Sans, and so of Arial and Helvetica, in thousandths of the font size
    ("'", 191),
    (_THIN, 200),
    ("ijl‘’", 222),
    ("|", 260),
    (" !,./:;I[\\]ft", 278),
    ("()-`r¡·“”„", 333),
    ("{}", 334),
    ("•", 350),
    ('"', 355),
    ("*", 389),
    ("°", 400),
    ("^", 469),
    ("Jcksvxyz", 500),
    ("–§«»€", 556),
    ("+<=>~×", 584),
    ("FTZ¿ß", 611),
    ("&ABEKPSVXY", 667),
    ("CDHNRUw", 722),
    ("GOQ", 778),
    ("Mm", 833),
    ("%", 889),
    ("Wœ", 944),
    ("Œ—…→", 1000),
    ("@", 1015),
)
_BOLD = (  # of its bold face
    (_THIN, 200),
    ("'", 238),
    (" ,./I\\ijl‘’", 278),
    ("|", 280),
    ("!()-:;[]`ft¡·", 333),
    ("•", 350),
    ("*r{}", 389),
    ("°", 400),
    ('"', 474),
    ("z“”„", 500),
    ("–§«»€", 556),
    ("+<=>^~×", 584),
    ("?FLTZbdghnopqu¿ß", 611),
    ("EPSVXY", 667),
    ("&ABCDHKNRU", 722),
    ("GOQw", 778),
    ("M", 833),
    ("%m", 889),
    ("Wœ", 944),
    ("@", 975),
    ("Œ—…→", 1000),
)
_USUAL = 0.556  # of any other ASCII
_WIDTHS = {
    bold: {character: size / 1000 for characters, size in classes for character in characters}
    for bold, classes in ((False, _REGULAR), (True, _BOLD))
}
_BLANKS = re.compile(rf"[^\S{_THIN}]+")
_ENDS = re.compile(rf"(?<!\bEE\.){_BLANKS.pattern}|{_BLANKS.pattern}(?!UU\.)")  # between words, not within EE. UU.


def clean(text: str) -> str:
    """The text on one line and composed, with whatever would steer a screen written out."""
    return _BLANKS.sub(" ", visible(unicodedata.normalize("NFC", text))).strip()


def short(text: str, limit: int = LONGEST) -> str:
    """The text, cut at a number of characters and marked as cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text stands, in the unit of the font size."""
    return _ems(text, bold) * size


def is_measured(text: str) -> bool:
    """Whether the width of a text is that of its letters, and not a guess: it is written in Latin ones."""
    return all(letter.isascii() or letter in _WIDTHS[False] or _base(letter).isascii() for letter in text)


@lru_cache(maxsize=4096)  # the words of a register are few
def _ems(text: str, bold: bool) -> float:
    widths = _WIDTHS[bold]
    return sum(widths.get(character) or _width_of_other(character, widths) for character in text)


def _width_of_other(character: str, widths: Mapping[str, float]) -> float:
    base = _base(character)
    if base.isascii():
        return widths.get(base, _USUAL)
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.6


def _base(character: str) -> str:
    """The letter below an accent; any other character is its own."""
    return unicodedata.normalize("NFD", character)[0]


def wrap(text: str, room: float, size: float, *, most: int = 2, bold: bool = False) -> tuple[str, ...]:
    """The text in lines of a width, broken between words where possible; at most so many, the last marked as cut."""
    lines = _lines(short(text, LONGEST * most), room, size, bold)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(lines[most - 1], room - width("…", size), size, bold) + "…")


def wrap_name(name: str, room: float, size: float, *, most: int = 3, bold: bool = False) -> tuple[str, ...]:
    """The same for a name, of which a long one is cut before its end: names of one family often differ only there."""
    lines = _lines(name[: LONGEST * most], room, size, bold)
    if len(lines) <= most and len(name) <= LONGEST * most:
        return tuple(lines)
    if name.endswith("…"):
        return wrap(name, room, size, most=most, bold=bold)  # its end is cut already
    *before, last = lines[:most]
    end = _cut(name[: -LONGEST - 1 : -1], room / 2, size, bold)[::-1]
    end = (end.partition(" ")[2] or end).lstrip()
    start = _cut(last, room - width(f"…{end}", size, bold=bold), size, bold)
    return (*before, f"{start.rstrip()}…{end}")


def _lines(text: str, room: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    used, blank = 0.0, width(" ", size, bold=bold)
    for word in filter(None, _ENDS.split(text)):
        for piece in _pieces(word, room, size, bold):
            across = width(piece, size, bold=bold)
            if lines and used + blank + across <= room:
                lines[-1], used = f"{lines[-1]} {piece}", used + blank + across
            else:
                lines.append(piece)
                used = across
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = []
    while len(head := _cut(word, room, size, bold) or word[:1]) < len(word):
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word]


def _cut(text: str, room: float, size: float, bold: bool) -> str:
    """As much of the text as stands in a room."""
    used = 0.0
    for index, character in enumerate(text):
        used += width(character, size, bold=bold)
        if used > room:
            return text[:index]
    return text
