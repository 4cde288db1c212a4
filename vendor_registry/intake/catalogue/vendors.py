"""Well-known vendors: what their contracts, lists and customers say of them, as facts with source and day.

To add a fact: add a row to `facts.csv` (vendor, fact, value, source, the day it was seen there). Facts are columns of
ours; `also` are further names, with `;` between. `region` are the places where the vendor offers to process: which of
several a customer uses, its contract and its settings say. What nobody has seen is not in the table, and stays blank.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vendor_registry.intake.words.suggestions import fold, nearest_folded

ALSO = "also"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a vendor."""

    vendor: str
    column: str  # of ours, or `also`
    value: str
    source: str  # address
    seen: str  # day, ISO 8601

    @property
    def is_choice(self) -> bool:
        """Whether these are several places of processing on offer: none of them is known to be used."""
        return self.column == "region" and ";" in self.value


def facts_of(name: str) -> tuple[Fact, ...]:
    """The facts about a vendor by one of its names; () for one that is not in the table."""
    return _facts().get(_names().get(plain(name), ""), ())


def plain(name: str) -> str:
    """A name for comparison: "Cloudflare Inc" and "Cloudflare, Inc." are one."""
    return " ".join(fold(name).replace(".", "").replace(",", " ").split())


def probable_vendor(name: str) -> str:
    """The vendor whose name is close; "" where none is."""
    return nearest_folded(name, _names())


def known() -> tuple[str, ...]:
    """The vendors of the table, in its order."""
    return tuple(_facts())


@cache
def _facts() -> Mapping[str, tuple[Fact, ...]]:
    table = resources.files("vendor_registry.intake.catalogue") / "facts.csv"
    found: dict[str, tuple[Fact, ...]] = {}
    for row in csv.DictReader(table.read_text("utf-8").splitlines()):
        fact = Fact(row["vendor"], row["fact"], row["value"], row["source"], row["seen"])
        found[fact.vendor] = (*found.get(fact.vendor, ()), fact)
    return found


@cache
def _names() -> Mapping[str, str]:
    """Vendors by every name, folded: published and other names first, then the company's, which a parent may share."""
    names: dict[str, str] = {}
    for vendor, facts in _facts().items():
        others = [name for fact in facts if fact.column == ALSO for name in fact.value.split("; ")]
        for name in (vendor, *others):
            names.setdefault(plain(name), vendor)
    for vendor, facts in _facts().items():
        for fact in facts:
            if fact.column == "legal_name":
                names.setdefault(plain(fact.value), vendor)
    return names
