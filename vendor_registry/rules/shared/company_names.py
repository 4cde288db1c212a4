"""Names of companies without what writers vary: capitals, accents, punctuation, letters that a keyboard lacks, and how
the legal form is put.

The forms are those of the list of ISO 20275 (Entity Legal Forms) that stand in names of vendors, as they stand there.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_FORMS = Path(__file__).with_name("legal_forms.csv")
_LETTERS = 4  # of the longest form that is written with a blank after each
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_JOINED = str.maketrans("", "", ".'’`/")  # G.m.b.H., O'Reilly, A/S
_BARE = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_AND = {"und", "et", "en", "og", "och"}
_AND_IN_A_LETTER = {"y", "e"}  # Spanish, Italian and Portuguese; between single letters they are initials
_IN_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


class CompanyName(NamedTuple):
    """What a legal name says: the name itself, folded, and the kind of company, "" where it names none."""

    name: str
    form: str


@lru_cache(maxsize=65536)
def company_name(legal_name: str) -> CompanyName:
    """`"ACME, L.L.C."` as the name `acme` of a limited liability company."""
    return _company_name(legal_name)


def _company_name(legal_name: str) -> CompanyName:
    words = _joined(_folded(legal_name))
    kind = ""
    while form := _form(words):
        kind = kind or _forms()[form[-1]][form]
        words = words[: -len(form)]
    return CompanyName(" ".join(words), kind)


def _form(words: tuple[str, ...]) -> tuple[str, ...]:
    """The longest form that ends a name of which something is left without it; () where none does."""
    known = _forms().get(words[-1] if words else "", {})
    ends = (words[-size:] for size in range(min(_most_words(), len(words) - 1), 0, -1)) if known else ()
    return next((end for end in ends if end in known), ())


def spellings(legal_name: str) -> tuple[str, ...]:
    """The name itself, as `company_name` has it, with letters without their marks and with two letters in their place.

    `"Müller GmbH"` is also written Muller and Mueller, `"Ørsted A/S"` Orsted and Oersted; Muller and Mueller, as far as
    anybody can see, are two names.
    """
    return spelt(legal_name).spellings


class Spelt(NamedTuple):
    """A legal name as `company_name` reads it, and the ways to spell the name itself."""

    company: CompanyName
    spellings: tuple[str, ...]


def spelt(legal_name: str) -> Spelt:
    """Both at once; of a large register nobody asks twice, so nothing is kept."""
    company = _company_name(legal_name)
    if legal_name.isascii():
        return Spelt(company, (company.name,))
    return Spelt(company, tuple(dict.fromkeys((company.name, _company_name(_in_two(legal_name)).name))))


def _in_two(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold()).translate(_IN_TWO_LETTERS)


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a form that is written letter by letter in one: S. à r. l. is SARL, B. V. is BV."""
    if not words or len(words[-1]) > 2:  # as nearly every name
        return words
    for size in range(min(_LETTERS, len(words) - 1), 1, -1):
        ending = words[-size:]
        if all(len(word) <= 2 for word in ending) and ("".join(ending),) in _forms().get("".join(ending), ()):
            return (*words[:-size], "".join(ending))
    return words


def _folded(text: str) -> tuple[str, ...]:
    """The words of a name in small letters, without accents and marks; &, "und", "et" and "y" are read as "and"."""
    plain = text.casefold().translate(_JOINED).replace("&", " and ")
    if plain.isascii():
        return _with_and(_ASCII_WORD.findall(plain))
    plain = unicodedata.normalize("NFKD", plain).translate(_BARE)
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return _with_and("".join(one if one.isalnum() else " " for one in letters).split())


def _with_and(words: list[str]) -> tuple[str, ...]:
    """Between two words, "and" however it is written: "Meyer & Sohn" is "Meyer und Sohn"."""
    for at in range(1, len(words) - 1):
        by_letter = words[at] in _AND_IN_A_LETTER and len(words[at - 1]) > 1 and len(words[at + 1]) > 1
        if words[at] in _AND or by_letter:
            words[at] = "and"
    return tuple(words)


@cache
def _most_words() -> int:
    """Of a form."""
    return max(len(form) for forms in _forms().values() for form in forms)


@cache
def _forms() -> Mapping[str, Mapping[tuple[str, ...], str]]:
    """The kind of company by the folded words of its form, by the last of them."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for row in csv.DictReader(_FORMS.read_text("utf-8").splitlines()):
        for words in (_folded(row["form"]), _folded(_in_two(row["form"]))):
            found.setdefault(words[-1], {})[words] = row["kind"]
    return found
