"""Which characters our fonts have a shape for; what they lack is told by its number, never printed as an empty box."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

_INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\xad")  # joiners, marks of direction, soft hyphens
_USUAL = 0x250  # below it every printable character has a shape

FAMILIES = (  # in the order in which a shape is looked for
    "Liberation Sans",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans CJK TC",
    "Noto Emoji",
)


def shaped(text: str) -> str:
    """The text with each character that has no shape written as its number, `U+1F9FF`."""
    if text.isascii() or all(ord(character) < _USUAL for character in text):
        return text
    return "".join(character if has_shape(character) else number(character) for character in text)


def unshaped(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each text with the first character of it that has no shape."""
    for text in texts:
        if lacking := _lacking(text):
            yield text, lacking


@lru_cache(maxsize=4096)  # documents of many customers share nearly all of their texts
def _lacking(text: str) -> str:
    return next((character for character in text if not has_shape(character)), "")


def number(character: str) -> str:
    return f"U+{ord(character):04X}"


def has_shape(character: str) -> bool:
    """Whether a font has it, or nothing is drawn for it."""
    code = ord(character)
    if code < _USUAL or character in _INVISIBLE or unicodedata.category(character) == "Cc":
        return True
    bounds = _bounds()
    return bisect_right(bounds, code) % 2 == 1


@cache
def _bounds() -> tuple[int, ...]:
    """Where stretches of covered characters begin, and after where they end, in turn."""
    lines = files("vendor_registry").joinpath("fonts", "coverage.txt").read_text("ascii").splitlines()
    found: list[int] = []
    for line in lines[1:]:
        first, _, last = line.partition("-")
        found += [int(first, 16), int(last or first, 16) + 1]
    return tuple(found)
