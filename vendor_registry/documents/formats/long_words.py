"""Where words that may not fit a column can be broken, for typesetters that break between words only."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter

BREAK = "\x1f"  # in a text, a place to break; printed text has none of its own
WORD = 24  # letters of a word that fits an ordinary column of a table, and any wider one
_AFTER = re.compile(r"[^-@./_:;,=&?)\]]*[-@./_:;,=&?)\]]+|.+")  # addresses break after a sign
_CHECKED = 16  # signs that are looked at for places to break, or fewer in a narrower column
_WIDEST = 40  # signs: more are wider than any column


class Breaking(StrEnum):
    """How a piece of text may be broken, besides between its words."""

    MARKED = "marked"  # at its marks only
    HYPHENATED = "hyphenated"
    ANYWHERE = "anywhere"


def pieces(text: str, fitting: int = WORD) -> Iterator[tuple[str, Breaking]]:
    """The text with its places to break, in as few pieces as can be, for a column in which words of so many letters
    fit."""
    for breaking, parts in groupby(_parts(text, fitting), key=itemgetter(1)):
        yield "".join(part for part, _ in parts), breaking


def _parts(text: str, fitting: int) -> Iterator[tuple[str, Breaking]]:
    for number, part in enumerate(_long(min(fitting, _CHECKED)).split(text)):
        if number % 2 == 0:
            yield from [(part, Breaking.MARKED)] if part else []
            continue
        for place, one in enumerate(_AFTER.findall(part)):
            if place:
                yield BREAK, Breaking.MARKED
            yield one, _breaking(one, fitting)


def _breaking(part: str, fitting: int) -> Breaking:
    if len(part) > _WIDEST:
        return Breaking.ANYWHERE
    return Breaking.HYPHENATED if _word(fitting).search(part) else Breaking.MARKED


@cache
def _long(signs: int) -> re.Pattern[str]:
    return re.compile(rf"(\S{{{signs},}})")


@cache
def _word(fitting: int) -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{{fitting + 1}}}")
