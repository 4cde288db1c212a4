"""From the bytes of a published list to rows of our sheet."""

from dataclasses import dataclass
from importlib import import_module

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS, GUESSED, Choice, Findings, ListEntry, Remark, Said
from vendor_registry.intake.lists.entries.page_entries import entries_of
from vendor_registry.intake.lists.formats import readers
from vendor_registry.intake.lists.formats.text import refused
from vendor_registry.intake.lists.own_list import own_rows
from vendor_registry.intake.lists.profile import profile_text
from vendor_registry.intake.lists.rows.candidate import Candidate, candidates
from vendor_registry.model.policy.policy import Policy

TABLES = "vendor_registry.intake.lists.formats.read_table"  # loaded for a sheet only
PAGES = "vendor_registry.intake.lists.formats.read_html"  # loaded for a page only


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it was read: rows to be, what was not understood, and a profile that would read it so again."""

    file: str
    format: str
    rows: tuple[Candidate, ...]
    remarks: tuple[Remark, ...]
    profile: str


def read_list(raw: bytes, file: str, wanted: str, choice: Choice, policy: Policy | None) -> Listing:
    """The rows that a list yields, under the words of a policy where there is one.

    Raises RefusedError where the list cannot be read, or names no vendor at all, and UsageError for an unknown format.
    """
    kind = readers.format_of(raw, file, wanted)
    if kind == "json" and (own := own_rows(raw)):
        return Listing(file, kind, tuple(own), (), profile_text(kind, {}, choice))
    findings = entries_of(readers.read(raw, file, kind), choice)
    if kind == "html" and all(said.score <= GUESSED for said in _names(findings)):
        findings = _carried(raw, file, choice) or findings
    if kind in ("csv", "xlsx"):
        findings.remarks = [Remark(*one) for one in import_module(TABLES).told(raw, file)] + findings.remarks
    rows = candidates(findings, file, choice, policy)
    if not rows:
        left = f" What was left out: {findings.remarks[0].sentence}." if findings.remarks else ""
        hint = f"Is it the right page, and is the list in it, not loaded by a script?{left}"
        raise refused(file, 0, "no vendor is named in this list", hint)
    profile = profile_text(kind, findings.titles, choice)
    return Listing(file, kind, tuple(rows), tuple(findings.remarks), profile)


def _names(findings: Findings) -> list[Said]:
    return [said for entry in findings.entries if (said := entry.of("vendor"))]


def _carried(raw: bytes, file: str, choice: Choice) -> Findings | None:
    """What a page without a list of its own carries as data for its scripts; None where that names no vendors.

    Such data also speak of the site, its authors and its menus: only what stands under a key of vendors is one.
    """
    for data in import_module(PAGES).data_within(raw, file):
        found: Findings = entries_of(data, choice)
        found.entries = [one for one in found.entries if ABOUT_VENDORS.search(" ".join((*one.groups, *_titles(one))))]
        found.entries = list({entry.said: entry for entry in reversed(found.entries)}.values())[::-1]  # scripts repeat
        found.remarks = []  # of data that are no list of vendors, nothing is missed
        if found.entries:
            return found
    return None


def _titles(entry: ListEntry) -> list[str]:
    return [said.title for said in entry.said if said.column == "vendor"]
