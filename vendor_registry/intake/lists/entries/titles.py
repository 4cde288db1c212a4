"""What a title of a published list means: as fixed, by the tables of titles, or by the word that tells most."""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from vendor_registry.intake.columns import meaning
from vendor_registry.intake.lists.entries.entry import EXTRA, LIKELY, PUBLISHER, STANDING, SURE, WEBSITE
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.suggestions import fold

PSEUDO = (WEBSITE, PUBLISHER, EXTRA, STANDING)
_JOINED = re.compile(r"\s*(?:,|&|/|\bund\b|\band\b|\bet\b|\by\b)\s*")  # "Name and address"
_MARK = re.compile(r"^[^\w(]+|[⁰¹²³⁴-⁹†‡*]+$")  # pictures before a title, marks of footnotes behind it
_WRAPPED = re.compile(r"custom field \((?P<title>.+)\)|u_(?P<field>\w+)", re.IGNORECASE)  # Jira, ServiceNow
_PROCESSING = re.compile(
    r"\bdata|hosting|\bserver|processing|storage|verarbeitung|traitement|tratamiento", re.IGNORECASE
)
_OF = re.compile(r"\s+(?:of|der|des|du|de|del|van)\s+")  # what stands before says what "Location of personal data" is


class Meaning(NamedTuple):
    """What a column is for, and how sure that is."""

    column: str
    score: float


def by_title(title: str, fixed: Mapping[str, str]) -> Meaning | None:
    """What a title says: as fixed, by the tables of titles, or by its last word; None where nothing is known."""
    if title in fixed:
        return Meaning(fixed[title] or EXTRA, SURE)
    known = _column(title)
    if known:
        return Meaning(known, SURE)
    if wrapped := _WRAPPED.fullmatch(title):
        return by_title((wrapped["title"] or wrapped["field"]).replace("_", " "), fixed)
    head, *of = _OF.split(title, maxsplit=1)
    if of:
        first_word = _column(head)
        return Meaning(first_word, LIKELY) if first_word and first_word not in ("key", "vendor") else None
    first, *rest = [trim(part) for part in _JOINED.split(title, maxsplit=1)]
    if rest and _column(first) == "vendor" and _column(rest[0]) in ("address", "country", "contact", "legal_name"):
        return Meaning("vendor", SURE)
    if rest and _column(first) == "region" and _column(rest[0]) == "mechanism":
        return Meaning("region", SURE)  # "Ireland (SCCs)": each ground stands behind its place
    words = title.replace("/", " ").split()
    telling = 1 < len(words) < 6 and len(words[-1]) > 2  # not the "to" of "applies to"
    last = _column(words[-1]) if telling else ""
    if last == "country" and _PROCESSING.search(title):
        return Meaning("region", SURE)
    return Meaning(last, LIKELY) if last and last not in PSEUDO and last != "key" else None


@lru_cache(maxsize=8192)
def _column(title: str) -> str:
    bare = _MARK.sub("", title)
    return _known().get(_bare(bare)) or meaning(bare) or ""


@cache
def _known() -> dict[str, str]:
    table = resources.files("vendor_registry.intake.lists.entries") / "titles.csv"
    return {_bare(row["title"]): row["column"] for row in csv.DictReader(table.read_text("utf-8").splitlines())}


def _bare(title: str) -> str:
    """A title without what does not matter in it: `vendorName` and "Vendor name" are one."""
    return "".join(letter for letter in fold(title).strip("* :") if letter not in " -_")
