"""Texts for the typesetter: each run of a script in the font that has it.

A browser finds another font for each letter; the typesetter of PNG and PDF takes one for a whole text, and draws empty
boxes where a text mixes scripts, or has spaces that the font of its script lacks.
"""

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

_FONTS = {  # first and last character of blocks of Unicode, by the bundled font that has them
    "Noto Sans Arabic": ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    "Noto Sans Armenian": ((0x0530, 0x058F),),
    "Noto Sans Devanagari": ((0x0900, 0x097F),),
    "Noto Sans Bengali": ((0x0980, 0x09FF),),
    "Noto Sans Tamil": ((0x0B80, 0x0BFF),),
    "Noto Sans Thai": ((0x0E00, 0x0E7F),),
    "Noto Sans Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
    "Noto Sans CJK TC": (
        (0x1100, 0x11FF),
        (0x2E80, 0xA4CF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7FF),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFFEF),
        (0x20000, 0x3FFFF),
    ),
    "Noto Emoji": ((0x2600, 0x27BF), (0x1F000, 0x1FAFF)),
}
_JOINING = "\u200d\ufe0e\ufe0f"  # stays in the run of what it joins


def in_own_fonts(root: Element) -> Element:
    """The drawing with each run of another script in an element of its own; no text is fitted: all fonts are here."""
    for element in list(root.iter("text")):
        for name in ("textLength", "lengthAdjust"):
            element.attrib.pop(name, None)
        runs = list(_runs(element.text or ""))
        if all(not font for font, _ in runs):
            continue
        element.text = ""
        for font, words in runs:
            if font:
                SubElement(element, "tspan", {"font-family": f"'{font}'"}).text = words
            elif len(element):
                element[-1].tail = words
            else:
                element.text = words
    return root


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """Neighbours of one font, "" for that of the drawing."""
    fonts: list[str] = []
    for character in text:
        fonts.append(fonts[-1] if fonts and character in _JOINING else _font(ord(character)))
    for font, some in groupby(zip(fonts, text, strict=True), key=lambda one: one[0]):
        yield font, "".join(character for _, character in some)


def _font(code: int) -> str:
    blocks = ((font, first, last) for font, ranges in _FONTS.items() for first, last in ranges)
    return next((font for font, first, last in blocks if first <= code <= last), "") if code > 0x052F else ""
