"""Readers of words that the policy declares: products, data regions, services, data subjects, categories.

A cell has their keys, or their names as the policy gives them in any of its languages, where one key alone has that.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from vendor_registry.intake.words.cells import items
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.suggestions import did_you_mean, fold, nearest_folded
from vendor_registry.model.policy.policy import Category, DataRegion, Named
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.text.counting import abridged

Declared = Mapping[str, Named | Category | DataRegion]

_MARKS = re.compile(r"[,/\n]")  # between words of a list, where that leaves words that are known
_WORDS = re.compile(r"[&+]|\s(?:and|und|et|y)\s", re.IGNORECASE)  # as well, but they stand in names, too


class Vocabulary(NamedTuple):
    """One table of the policy as words of the sheet."""

    table: str  # its name in the policy
    what: str  # one entry of it, for messages
    star: bool = False  # whether `*` stands for all of them

    def word(self, written: str, declared: Declared) -> str:
        """The key itself, or the one that has this name; raises UnclearError for anything else."""
        if written in declared or (self.star and written == ALL):
            return written
        if named := _key_of(written, declared):
            return named
        raise UnclearError(f"{quote(written)} is not {self.what} of the policy", self._hint(written, declared))

    def words(self, written: str, declared: Declared) -> tuple[str, ...]:
        """The keys of a list, each once, in its order; raises UnclearError with every word that is none.

        Between words stands `;`, or what people write there where that leaves words that are known: a comma, "and".
        """
        complaints: list[tuple[str, str]] = []
        found: list[str] = []
        for entry in items(written):
            for word in self._apart(entry, declared):
                try:
                    found.append(self.word(word, declared))
                except UnclearError as unclear:
                    complaints += unclear.complaints
        if complaints:
            raise all_unclear(complaints)
        return tuple(dict.fromkeys(found))

    def _apart(self, entry: str, declared: Declared) -> list[str]:
        """The words of an entry; itself where it is one, or where no part of it is known."""
        if self._knows(entry, declared):
            return [entry]
        marked = [part for part in map(trim, _MARKS.split(entry)) if part]
        parts = [
            part
            for whole in marked
            for part in ([whole] if self._knows(whole, declared) else map(trim, _WORDS.split(whole)))
            if part
        ]
        return parts if any(self._knows(part, declared) for part in parts) else [entry]

    def _knows(self, written: str, declared: Declared) -> bool:
        return written in declared or (self.star and written == ALL) or bool(_key_of(written, declared))

    def _hint(self, written: str, declared: Declared) -> str:
        if not declared:
            return f"The policy declares none yet: add it under [{self.table}]."
        names = {fold(name): key for key, entry in sorted(declared.items()) for name in (*entry.name.values(), key)}
        then = f"The policy has {abridged(sorted(declared))}; another one is added under [{self.table}] there."
        return did_you_mean(nearest_folded(written, names), then)


def _key_of(written: str, declared: Declared) -> str:
    """The key with this name; "" where none has it, or several."""
    names = tuple((key, name) for key, entry in declared.items() for name in (key, *entry.name.values()))
    return _by_name(names).get(fold(written), "")


@lru_cache(maxsize=64)
def _by_name(names: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Keys by their names, folded; a name that two keys have stands for neither."""
    keys: dict[str, str] = {}
    for key, name in names:
        folded = fold(name)
        keys[folded] = key if keys.get(folded, key) == key else ""
    return {name: key for name, key in keys.items() if name and key}


PRODUCTS = Vocabulary("products", "a product", star=True)
ZONES = Vocabulary("zones", "a data region", star=True)
SERVICES = Vocabulary("services", "a service")
DATA_SUBJECTS = Vocabulary("data_subjects", "a group of data subjects")
DATA = Vocabulary("data", "a data category")
CONDITIONS = Vocabulary("conditions", "a condition")
