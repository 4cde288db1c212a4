"""Entries that are none of vendors, where the vendors of the file stand under a title of their own."""

from collections.abc import Sequence

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS, OWN_GROUP, Findings, ListEntry
from vendor_registry.intake.lists.entries.records import spoken
from vendor_registry.intake.lists.words.names import is_company
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import fold

PLAIN_TITLES = ("name", "title", "titel", "titre", "nom", "nombre", "naam", "nome")


def leave_out_strays(findings: Findings, of_data: Sequence[ListEntry]) -> None:
    """Where vendors stand under a title of their own, what else has a name is a document, a person, an office ..."""
    data = set(map(id, of_data))
    others = [entry for entry in findings.entries if not _told(entry)]
    strays = [entry for entry in others if id(entry) in data or _says_little(entry)]
    if len(others) == len(findings.entries):
        return
    for entry in strays:
        findings.entries.remove(entry)
        name = entry.of("vendor")
        under = f" under {quote(entry.groups[-1])}" if entry.groups else ""
        shown = f"{quote(name.text.text if name else '')}{under}"
        findings.remark(entry.place, f"{shown} was left out, as the vendors of this file stand elsewhere")


def _says_little(entry: ListEntry) -> bool:
    """Whether a row has a plain "Name" that is none of a company, and does not say both what it does and where."""
    name = entry.of("vendor")
    columns = {said.column for said in entry.said}
    plain = name is not None and fold(name.title) in PLAIN_TITLES and not is_company(name.text.text)
    return plain and not ("purpose" in columns and columns & {"region", "country"}) and "mechanism" not in columns


def _told(entry: ListEntry) -> bool:
    """Whether the keys above a name, or its own, say that it is of a vendor, or of a company of the own group."""
    name = entry.of("vendor")
    words = " ".join((*entry.groups, spoken(name.title) if name else ""))
    return bool(ABOUT_VENDORS.search(words) or OWN_GROUP.search(words))
