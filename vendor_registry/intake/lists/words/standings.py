"""Whether a vendor is engaged, in the words of exports: "Offboarded", "in evaluation", "Active: no"."""

import csv
import re
from enum import Enum
from functools import cache
from importlib import resources

from vendor_registry.intake.words.suggestions import fold

YES = frozenset("yes y true ja oui si x 1".split())
NO = frozenset("no n false nein non 0".split())


class Standing(Enum):
    """What is said of an engagement as a whole."""

    ENGAGED = "engaged"
    ENDED = "ended"
    NOT_YET = "not yet"  # looked at, or refused: nobody has engaged it
    ANNOUNCED = "announced"
    UNCLEAR = "unclear"


def standing(title: str, text: str) -> Standing:
    """What a cell says under its title; an answer says it of the title ("Archived: yes")."""
    answer = fold(text)
    asked = _table().get(fold(title).removeprefix("is").strip())
    if asked and answer in NO:
        return {Standing.ENGAGED: Standing.ENDED, Standing.ENDED: Standing.ENGAGED}.get(asked, Standing.UNCLEAR)
    if asked and (asked is Standing.ENDED or answer in YES):
        return asked  # a day below "Offboarded" says that it was
    said = {_table()[one[0]] for one in _words().finditer(answer)}
    return said.pop() if len(said) == 1 else Standing.UNCLEAR


def standing_alone(text: str) -> Standing:
    """What a text says that is such a word and nothing else, as in brackets behind a name."""
    return _table().get(fold(text), Standing.UNCLEAR)


@cache
def _words() -> re.Pattern[str]:
    """The longest words first: "not active" is not "active"."""
    words = sorted(_table(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _table() -> dict[str, Standing]:
    table = resources.files("vendor_registry.intake.lists.words") / "standings.csv"
    return {
        fold(row["words"]): Standing(row["standing"]) for row in csv.DictReader(table.read_text("utf-8").splitlines())
    }
