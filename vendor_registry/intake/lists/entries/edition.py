"""As of which day a list says that it holds: "Last updated 3 March 2026", "Stand: 01.04.2026"."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from vendor_registry.intake.lists.entries.headings import day_in
from vendor_registry.intake.lists.formats.page import Block, Heading, Node, Paragraph, Table
from vendor_registry.intake.words.suggestions import fold

LONGEST = 200  # characters of such a sentence
NEAR = 40  # characters between its beginning, the word and the day
_WORD = re.compile(
    r"\b(?:updated?|updates?|modified|revised|revision|effective|as of|as at|valid from|approved|"
    r"stand|aktualisiert\w*|aktualisierung|mise? à jour|modifié\w*|en vigueur|"
    r"actualiza\w*|vigente|bijgewerkt|gewijzigd|aggiornat\w*|aggiornamento)\b",
    re.IGNORECASE,
)
_KEYS = frozenset(
    "updated lastupdated lastupdate updatedat lastmodified effectivedate effective asof stand date".split()
)


class Edition(NamedTuple):
    """The words of the list, where they stand, and the day in ISO 8601; "" where it can be read in two ways."""

    place: str
    words: str
    day: str


def edition(block: Block) -> Edition | None:
    """What a block says of the day of its list; None for any other block."""
    if isinstance(block, Node):
        pairs = block.value.items() if isinstance(block.value, Mapping) else ()
        said = ((f"{key}: {one.value}", one) for key, one in pairs if _is_key(key) and isinstance(one.value, str))
        return next((Edition(one.place, words, day) for words, one in said if (day := _day(words))), None)
    lines = [(line, block.place) for line in _lines(block) if len(line) <= LONGEST]
    return next((found for line, place in lines if (found := _edition(line, place))), None)


def _edition(line: str, place: str) -> Edition | None:
    word = _WORD.search(line[:LONGEST])
    if not word or word.start() > NEAR:
        return None
    day = _day(line[word.start() :])
    open_day = re.match(r"\D{0,40}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b", line[word.end() :])
    return Edition(place, line, day) if day or open_day else None


def _lines(block: Block) -> list[str]:
    if isinstance(block, Heading | Paragraph):
        return block.text.text.split("\n")
    if isinstance(block, Table):  # a row of one cell above its header
        filled = [[cell.text for cell in line.cells if cell.text] for line in block.lines[:3]]
        return [texts[0] for texts in filled if len(texts) == 1]
    return []


def _day(words: str) -> str:
    """The day, without a time that an export puts behind it."""
    return day_in(re.sub(r"(?<=\d)T\d\d:\d\d\S*", "", words))


def _is_key(key: str) -> bool:
    return "".join(filter(str.isalpha, fold(key))) in _KEYS
