"""Places in the words of published lists: as in a sheet where that is understood, else every place a text names."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale

from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.place_tables import city, cloud_region, codes_of, state_code, wider
from vendor_registry.intake.words.places import understood
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.register.countries import COUNTRIES
from vendor_registry.model.register.place import GLOBAL, Place, Region

LONGEST = 600  # characters that are searched for places
WORDS = 5  # of the longest name of a place

_TOKEN = re.compile(r"[\w.'’-]*\w\.?", re.UNICODE)
_DENIAL = re.compile(r"\b(?:not|except\w*|excluding|without|never|nicht|außer|sauf|excepto)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_HANGUL, _KANA = re.compile("[\uac00-\ud7a3]"), re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_SHORT = {"한국": "KR", "대한민국": "KR", "미국": "US", "영국": "GB", "米国": "US", "英国": "GB"}
_MANY = {"여러 국가": GLOBAL, "各国": GLOBAL}
_END = re.compile(r"[,\n]|\s[-–·]\s")
_ZIPPED = re.compile(r"\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\b")
_GLUED = re.compile(r"(\d)([A-Z][a-z])")  # "98109United States", where a page has lost its line break
_FIRST_FLAG = 0x1F1E6  # the sign for A; two of them are the code of a country
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_PICTURE = re.compile("[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
_MAIL = re.compile(r"\S+@\S+|https?://\S+")


class Where(NamedTuple):
    """Places, and whether every word of the text was understood."""

    region: Region
    whole: bool


@lru_cache(maxsize=8192)
def where(text: str) -> Where:
    """The places that a text names. What is denied is not named."""
    text = _without_signs(text)
    whole = _understood(text)
    if whole:
        return Where(Region(whole), True)
    lines = text.split("\n")
    clear = [place for line in lines for place in _understood(line)] if len(lines) > 1 else []
    return Where(Region(tuple(dict.fromkeys(clear or _named(text[:LONGEST])))), False)


def _understood(text: str) -> tuple[Place, ...]:
    """The places of a text that is places and nothing else; () for any other."""
    asian = _asian_names("ko") | _asian_names("ja")
    if text in asian:
        return (Place(asian[text]),)
    return understood(text, ())


def _without_signs(text: str) -> str:
    """A text without its pictures; flags alone are their countries, and beside words they say it twice."""
    if text.isascii():
        return text
    if _FLAG.search(text) and not any(map(str.isalnum, text)):
        codes = ("".join(chr(ord(sign) - _FIRST_FLAG + ord("A")) for sign in flag) for flag in _FLAG.findall(text))
        return "; ".join(codes)
    return trim(_PICTURE.sub("", text))


def is_place(text: str) -> bool:
    """Whether a text is places and nothing else."""
    return len(text) < 80 and where(text).whole


def country_of_address(text: str) -> str:
    """The country in which an address ends; "" where it names none."""
    parts = [trim(part) for part in _END.split(_GLUED.sub(r"\1 \2", _MAIL.sub("", text)))]
    for part in list(filter(None, reversed(parts)))[:3]:
        words = part.rstrip(".").split()
        for count in range(min(len(words), WORDS), 0, -1):
            code = _country(" ".join(words[-count:]))
            if code and not (count == 1 and state_code(words[-1]) and len(parts) > 1 and words[-1] not in ("DE", "IN")):
                return code
        zipped = _ZIPPED.search(part)
        if zipped and state_code(zipped[1]):
            return "US"
        if words and state_code(words[-1]):
            return "US"
    return next(
        (found for part in reversed(parts) for word in [part.strip(" 0123456789")] if (found := city(word))), ""
    )


def _country(name: str) -> str:
    codes = codes_of(name, ())
    code = codes[0] if len(codes) == 1 else ""
    return code if code in COUNTRIES and (len(name) > 2 or name.isupper()) else ""


def _named(text: str) -> list[Place]:
    """Every place of a text once, in its order; cloud regions only where no country or city is named."""
    if _HANGUL.search(text) or _KANA.search(text):
        return _in_asian_writing(text)
    text = _BRACKET.sub(lambda found: " " if _DENIAL.search(found[0]) else found[0], text)
    if _DENIAL.search(text):
        return []
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    found: list[Place] = []
    clouds: list[Place] = []
    at = 0
    while at < len(tokens):
        count, places = _longest(tokens, at)
        cloud = cloud_region(tokens[at])
        if cloud and not places:
            clouds.append(Place(cloud.country, cloud.name))
        found += places
        at += count
    return list({place.code: place for place in reversed(found or clouds)}.values())[::-1]


def _longest(tokens: list[str], at: int) -> tuple[int, list[Place]]:
    """The longest name of a place that begins here, and how many words it has; else one word, and nothing."""
    for count in range(min(WORDS, len(tokens) - at), 0, -1):
        name = " ".join(tokens[at : at + count]).rstrip(".'’")
        plain = name.isupper() or len(name) > 3
        codes = codes_of(name, ()) if plain or name in ("U.S", "U.K") else ()
        if codes and (name[:1].isupper() or wider(name)):
            kept = wider(name)
            return count, [Place(code, name if kept and kept.narrower else "") for code in codes]
        if count <= 3 and name[:1].isupper() and (there := city(name)):
            return count, [Place(there, name)]
    return 1, []


def _in_asian_writing(text: str) -> list[Place]:
    places = _asian_names("ko" if _HANGUL.search(text) else "ja")
    found = sorted((text.find(name), code) for name, code in places.items() if name in text)
    return [Place(code) for code in dict.fromkeys(code for _, code in found)]


@cache
def _asian_names(language: str) -> dict[str, str]:
    names = {name: code for code, name in Locale(language).territories.items() if code in COUNTRIES and len(name) > 1}
    return {**names, **_SHORT, **_MANY}


def located_in(text: str) -> str:
    """The sentence of a paragraph that says where all below it are; "" where none does."""
    sentences = re.split(r"(?<=[.!?:])\s+", text)
    telling = [one for one in sentences if _LOCATED.search(one) and where_in_sentence(one).places]
    return telling[-1] if telling else ""


_LOCATED = re.compile(
    r"\b(?:located|hosted|based|established|stored|ansässig|sitzen|gehostet|situés|établis|ubicados|establecidos)\b"
    r"[^.]{0,30}\b(?:in|within|im|en|dans)\b",
    re.IGNORECASE,
)


def where_in_sentence(sentence: str) -> Region:
    """The places behind "located in"."""
    found = _LOCATED.search(sentence)
    return Region(tuple(_named(sentence[found.end() :]))) if found else Region()


def folded(text: str) -> str:
    """A text for comparison."""
    return fold(text)
