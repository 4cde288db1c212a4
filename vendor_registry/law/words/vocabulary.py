"""The words people use for mechanisms, and how a text is read with them.

To add a word: add a row to `words.csv`. The ids and names of `mechanisms.csv` are words, too, and so is what names a
law (`law_names.csv`): "Swiss" in "SCC (Swiss)".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vendor_registry.law.tables.read import read_records, tables

_APOSTROPHES = dict.fromkeys(map(ord, "'\u2019"))
_TOKEN = re.compile(r"\w+(?:['\u2019]s\b)?")  # "SCC's" is one word
_MODULE_AT_END = re.compile(r"^(?P<instrument>.+)_m(?P<module>[1-4])$")


class Word(NamedTuple):
    """What one phrase means."""

    phrase: str
    kind: str  # mechanism, measure, other; what is beside one: module, number, set, scope, addendum; nothing; filler
    instrument: str = ""
    module: int | None = None
    place: str = ""  # "alone": filler where anything stands beside it; "rest": what follows is only its reason
    law: str = ""  # the regime it names, if it names one: "EU SCC", "UK"


class Said(NamedTuple):
    """A word of the vocabulary as it stands in a text, from one of its tokens up to another."""

    word: Word
    first: int
    behind: int


class Reading(NamedTuple):
    """One way to read on from a token: how many tokens stay strange, the word that begins here, and where it ends."""

    strange: int
    word: Word | None
    following: int


def tokens(text: str) -> tuple[str, ...]:
    """Words for comparison: no capitals, accents, dots or signs; "EU-U.S." becomes eu, us."""
    bare = _bare(text)
    found = _TOKEN.findall(bare)
    if "'" in bare or "\u2019" in bare:
        found = [word.translate(_APOSTROPHES) for word in found]
    return tuple(found)


def own_words(text: str, said: Said) -> str:
    """The part of a text in which a word stands, as it is written there."""
    letters = [(place, letter) for place, one in enumerate(text) for letter in _bare(one)]
    spans = [match.span() for match in _TOKEN.finditer("".join(letter for _, letter in letters))]
    first, behind = spans[said.first][0], spans[said.behind - 1][1]
    return text[letters[first][0] : letters[behind - 1][0] + 1]


def _bare(text: str) -> str:
    """Letter by letter, so that what is left can be found again in the text."""
    if not text.isascii():
        text = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return text.casefold().replace(".", "").replace("_", " ")


def read_words(text: str) -> tuple[tuple[Said, ...], tuple[str, ...]]:
    """The text as phrases in their order, and the tokens that belong to none: as few as any reading leaves."""
    rest = tokens(text)
    readings = {len(rest): Reading(0, None, len(rest))}
    for start in reversed(range(len(rest))):
        readings[start] = min(_readings(rest, start, readings), key=lambda reading: reading.strange)
    words: list[Said] = []
    strange: list[str] = []
    at = 0
    while at < len(rest):
        reading = readings[at]
        if reading.word is None:
            strange.append(rest[at])
        else:
            words.append(Said(reading.word, at, reading.following))
        at = reading.following
    return tuple(words), tuple(strange)


def _readings(rest: tuple[str, ...], start: int, later: dict[int, Reading]) -> Iterator[Reading]:
    """What may begin at a token, longest phrase first; last of all, that the token means nothing."""
    for phrase, word in _phrases().get(rest[start], ()):
        if rest[start : start + len(phrase)] == phrase:
            following = len(rest) if word.place == "rest" else start + len(phrase)
            yield Reading(later[following].strange, word, following)
    yield Reading(later[start + 1].strange + 1, None, start + 1)


@cache
def vocabulary() -> tuple[Word, ...]:
    """Every phrase that is understood, in the order of the tables."""
    return (*_listed(), *_named())


def _listed() -> Iterator[Word]:
    """The words of the table, then those of the laws that say nothing by themselves."""
    laws = {record["phrase"]: record["regime"] for record in read_records("law_names.csv")}
    for record in read_records("words.csv"):
        yield Word(
            phrase=record["phrase"],
            kind=record["kind"],
            instrument=record["instrument"],
            module=int(record["module"]) if record["module"] else None,
            place=record["place"],
            law=laws.pop(record["phrase"], ""),
        )
    for phrase, regime in laws.items():
        yield Word(phrase=phrase, kind="filler", law=regime)


def _named() -> Iterator[Word]:
    """Ids and names of the mechanisms, and the numbers of the decisions."""
    for row in tables().mechanisms:
        instrument, module = split_id(row.id)
        kind = "mechanism" if row.basis != "none" else "other"
        for phrase in (row.name_en, row.name_de, row.name_fr, row.name_es, row.id):
            yield Word(phrase=phrase, kind=kind, instrument=instrument, module=module)
    programmes = {condition.id: condition.programme for condition in tables().conditions}
    for decision in tables().adequacy:
        if decision.regime == "ch":  # entries of one list, without a number of their own
            continue
        for phrase in (decision.title, decision.title.removeprefix("(EU) ")):
            yield Word(phrase=phrase, kind="mechanism", instrument=programmes[decision.condition] or "adequacy")


def split_id(mechanism: str) -> tuple[str, int | None]:
    """`scc_2021_914_m3` as instrument and module; other ids are instruments by themselves."""
    parts = _MODULE_AT_END.match(mechanism)
    return (parts["instrument"], int(parts["module"])) if parts else (mechanism, None)


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Word]]]:
    """Phrases as tokens by their first token, longest first; of two that are the same, the table's first."""
    by_tokens: dict[tuple[str, ...], Word] = {}
    for word in vocabulary():
        by_tokens.setdefault(tokens(word.phrase), word)
    by_first: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for phrase, word in sorted(by_tokens.items(), key=lambda entry: -len(entry[0])):
        by_first.setdefault(phrase[0], []).append((phrase, word))
    return by_first
