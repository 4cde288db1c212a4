"""Where words that may not fit a column can be broken, for typesetters that break between words only."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

BREAK = "\x1f"  # in a text, a place to break; printed text has none of its own
_LONG = re.compile(r"(\S{16,})")
_AFTER = re.compile(r"[^-@./_:;,=&?)\]]*[-@./_:;,=&?)\]]+|.+")  # addresses break after a sign
_WIDEST = 40  # signs: more are wider than any column
_WORD = re.compile(r"[^\W\d_]{25}")


class Breaking(StrEnum):
    """How a piece of text may be broken, besides between its words."""

    MARKED = "marked"  # at its marks only
    HYPHENATED = "hyphenated"
    ANYWHERE = "anywhere"


def pieces(text: str) -> Iterator[tuple[str, Breaking]]:
    """The text with its places to break, in as few pieces as can be."""
    for breaking, parts in groupby(_parts(text), key=itemgetter(1)):
        yield "".join(part for part, _ in parts), breaking


def _parts(text: str) -> Iterator[tuple[str, Breaking]]:
    for number, part in enumerate(_LONG.split(text)):
        if number % 2 == 0:
            yield from [(part, Breaking.MARKED)] if part else []
            continue
        for place, one in enumerate(_AFTER.findall(part)):
            if place:
                yield BREAK, Breaking.MARKED
            yield one, _breaking(one)


def _breaking(part: str) -> Breaking:
    if len(part) > _WIDEST:
        return Breaking.ANYWHERE
    return Breaking.HYPHENATED if _WORD.search(part) else Breaking.MARKED
