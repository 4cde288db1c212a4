"""Texts of the picture: what would steer a screen is written out, widths are measured, lines are broken.

Widths come from a table, not from the fonts of a machine, so that boxes have the same size everywhere.
"""

import re
import unicodedata
from functools import lru_cache

from vendor_registry.model.text.visible import visible

LONGEST = 200  # characters of one text that are shown; the whole stands in the box's title
_THIN = "\u202f"  # the space that French sets before its double signs; no line breaks there
_CLASSES = (  # of Helvetica, and so of Arial and Liberation Sans, in thousandths of the font size
    (f"ijl'’|{_THIN}", 222),
    (" !,./:;I[]\\ft", 278),
    ("()-`r{}", 333),
    ('"*', 370),
    ("cksvxyzJ", 500),
    ("+<=>~", 584),
    ("FTZ", 611),
    ("ABEKPSVXY&", 667),
    ("CDHNRUw", 722),
    ("GOQ", 778),
    ("Mm", 833),
    ("%", 889),
    ("W@…—→", 1000),
)
_WIDTHS = {character: size / 1000 for characters, size in _CLASSES for character in characters}
_USUAL = 0.556
_BOLD = 1.08
_BLANKS = re.compile(rf"[^\S{_THIN}]+")


def clean(text: str) -> str:
    """The text on one line and composed, with whatever would steer a screen written out."""
    return _BLANKS.sub(" ", visible(unicodedata.normalize("NFC", text))).strip()


def short(text: str, limit: int = LONGEST) -> str:
    """The text, cut at a number of characters and marked as cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text stands, in the unit of the font size."""
    return _ems(text) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)  # the words of a register are few
def _ems(text: str) -> float:
    return sum(_WIDTHS.get(character) or _width_of_other(character) for character in text)


def _width_of_other(character: str) -> float:
    if character.isascii():
        return _USUAL
    if unicodedata.combining(character):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.6


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
    for word in filter(None, _BLANKS.split(text)):
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
