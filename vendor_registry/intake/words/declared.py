"""Readers of words that the policy declares: products, data regions, services, data subjects, categories."""

from collections.abc import Mapping
from typing import NamedTuple

from vendor_registry.intake.words.cells import items
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.suggestions import did_you_mean, fold, nearest_folded
from vendor_registry.model.policy.policy import Category, DataRegion, Named
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.text.counting import abridged

Declared = Mapping[str, Named | Category | DataRegion]


class Vocabulary(NamedTuple):
    """One table of the policy as words of the sheet."""

    table: str  # its name in the policy
    what: str  # one entry of it, for messages
    star: bool = False  # whether `*` stands for all of them

    def word(self, written: str, declared: Declared) -> str:
        """The key itself; raises UnclearError for anything else."""
        if written in declared or (self.star and written == ALL):
            return written
        raise UnclearError(f"{quote(written)} is not {self.what} of the policy", self._hint(written, declared))

    def words(self, written: str, declared: Declared) -> tuple[str, ...]:
        """The keys of a list, in its order; raises UnclearError with every word that is none."""
        complaints: list[tuple[str, str]] = []
        found = items(written)
        for entry in found:
            try:
                self.word(entry, declared)
            except UnclearError as unclear:
                complaints += unclear.complaints
        if complaints:
            raise all_unclear(complaints)
        return found

    def _hint(self, written: str, declared: Declared) -> str:
        if not declared:
            return f"The policy declares none yet: add it under [{self.table}]."
        names = {fold(name): key for key, entry in sorted(declared.items()) for name in (*entry.name.values(), key)}
        then = f"The policy has {abridged(sorted(declared))}; another one is added under [{self.table}] there."
        return did_you_mean(nearest_folded(written, names), then)


PRODUCTS = Vocabulary("products", "a product", star=True)
ZONES = Vocabulary("zones", "a data region", star=True)
SERVICES = Vocabulary("services", "a service")
DATA_SUBJECTS = Vocabulary("data_subjects", "a group of data subjects")
DATA = Vocabulary("data", "a data category")
CONDITIONS = Vocabulary("conditions", "a condition")
