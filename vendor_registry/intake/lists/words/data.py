"""Categories of personal data in the words of lists: as the policy names them, else by a table of ours."""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.policy.policy import Category

_BETWEEN = re.compile(r"[,;\n•]|\s[/&|]\s|\s(?:and|und|et|y|en|e)\s")
_LEADING = re.compile(r"^(?:and|und|et|y|en|e|or|oder|customers?'? |users?'? |their |your |ihre?) *", re.IGNORECASE)


def categories_of(text: str, declared: Mapping[str, Category]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the categories that a text names, and the words that name none that is declared.

    A text that is a name as a whole is not cut: "Cookies and similar identifiers".
    """
    names = _names(tuple((key, tuple(one.name.values())) for key, one in declared.items()))
    if whole := _key(text, names):
        return (whole,), ()
    parts = [part for one in _BETWEEN.split(text) if (part := one.strip(" .:-–\t"))]
    keys = {part: _key(part, names) or _key(_LEADING.sub("", part), names) for part in parts}
    return tuple(dict.fromkeys(filter(None, keys.values()))), tuple(part for part, key in keys.items() if not key)


def _key(words: str, names: Mapping[str, str]) -> str:
    return names.get(words) or names.get(_plain(words), "")


@lru_cache(maxsize=8)
def _names(declared: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    """Keys by what they may be called: by themselves, by the names of the policy, by the words of our table."""
    keys = dict(declared)
    ours = {words: key for words, key in _table().items() if key in keys}
    named = {_plain(name): key for key, names in reversed(declared) for name in (*names, key)}
    return {**ours, **named, **{key: key for key in keys}}


def _plain(words: str) -> str:
    return fold(words.replace("’", "'"))


@cache
def _table() -> dict[str, str]:
    table = resources.files("vendor_registry.intake.lists.words") / "data.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {_plain(words): row["category"] for row in rows for words in row["words"].split(";")}
