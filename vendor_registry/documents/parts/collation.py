"""The order of names as readers of a language expect it: the Unicode Collation Algorithm (UTS 10), root order of CLDR.

Three levels decide in turn: letters, accents, small before capital; spaces stand before punctuation, then signs,
digits, letters. Held to Latin, Greek and Cyrillic letters and their accents, which names of companies and countries
are written in; other scripts follow by their number, which is the order of their alphabets.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

Order = tuple[tuple[tuple[int, str], ...], tuple[tuple[int, ...], ...], str, str]
Ordering = Callable[[str], Order]

_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o\u0338", "đ": "d\u0335", "ł": "l\u0335", "ħ": "h\u0335"})
_CLASSES = {"Z": 0, "P": 1, "S": 2, "N": 3}  # by the first letter of a general category; letters come after
_LETTER = 4
# acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, strokes, cedilla, ogonek, macron
_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0335\u0327\u0328\u0304"
_AFTER = "\uffff"  # behind a letter: after it, and before the next


@lru_cache(maxsize=4096)  # each name is compared in several places of a document
def collated(text: str, rule: str = "") -> Order:
    """What to sort a name by. `rule` gives letters places of their own, in the notation of CLDR: Spanish has `&n<ñ`,
    Swedish `&z<å<ä<ö`."""
    letters: list[tuple[int, str]] = []
    accents: list[tuple[int, ...]] = []
    places = _places(rule)
    for character in unicodedata.normalize("NFC", text.casefold()):
        if character in places:
            letters.append((_LETTER, places[character]))
            accents.append(())
            continue
        for part in unicodedata.normalize("NFKD", character.translate(_LIGATURES)):
            if unicodedata.combining(part):
                accents[-1:] = [(*(accents[-1] if accents else ()), _accent(part))]
            elif (kind := unicodedata.category(part)[0]) != "C":
                letters.append((_CLASSES.get(kind, _LETTER), part))
                accents.append(())
    return tuple(letters), tuple(accents), text.swapcase(), text


@cache
def _places(rule: str) -> dict[str, str]:
    """Each letter with a place of its own as the letter before it, with a mark for each that stands there already."""
    chains = [[letter.strip() for letter in chain.split("<")] for chain in rule.split("&") if chain.strip()]
    return {letter: first + _AFTER * place for first, *others in chains for place, letter in enumerate(others, 1)}


def _accent(mark: str) -> int:
    place = _ACCENTS.find(mark)
    return place if place >= 0 else ord(mark)
