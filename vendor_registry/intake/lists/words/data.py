"""Categories of personal data in the words of lists: as the policy names them, else by a table of ours."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.policy.policy import Category

_BETWEEN = re.compile(r"[,;\n•]|\s[/&|]\s|\s(?:and|und|et|y|en|e)\s")
_LEADING = re.compile(r"^(?:and|und|et|y|en|e|or|oder|customers?'? |users?'? |their |your |ihre?) *", re.IGNORECASE)


def categories_of(text: str, declared: Mapping[str, Category]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the categories that a text names, and the words that name none that is declared.

    A text that is a name as a whole is not cut: "Cookies and similar identifiers".
    """
    if whole := _key(text, declared):
        return (whole,), ()
    parts = [part for one in _BETWEEN.split(text) if (part := one.strip(" .:-–\t"))]
    keys = {part: _key(part, declared) or _key(_LEADING.sub("", part), declared) for part in parts}
    return tuple(dict.fromkeys(filter(None, keys.values()))), tuple(part for part, key in keys.items() if not key)


def _key(words: str, declared: Mapping[str, Category]) -> str:
    if words in declared:
        return words
    plain = _plain(words)
    named = next((key for key, one in declared.items() if plain in map(_plain, (key, *one.name.values()))), "")
    ours = _table().get(plain, "")
    return named or (ours if ours in declared else "")


def _plain(words: str) -> str:
    return fold(words.replace("’", "'"))


@cache
def _table() -> dict[str, str]:
    table = resources.files("vendor_registry.intake.lists.words") / "data.csv"
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {_plain(words): row["category"] for row in rows for words in row["words"].split(";")}
