"""From the bytes of a published list to rows of our sheet."""

from dataclasses import dataclass

from vendor_registry.intake.lists.entries.entry import Choice, Remark
from vendor_registry.intake.lists.entries.page_entries import entries_of
from vendor_registry.intake.lists.formats import readers
from vendor_registry.intake.lists.formats.text import refused
from vendor_registry.intake.lists.own_list import own_rows
from vendor_registry.intake.lists.profile import profile_text
from vendor_registry.intake.lists.rows.candidate import Candidate, candidates
from vendor_registry.model.policy.policy import Policy


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
    rows = candidates(findings, file, choice, policy)
    if not rows:
        left = f" What was left out: {findings.remarks[0].sentence}." if findings.remarks else ""
        hint = f"Is it the right page, and is the list in it, not loaded by a script?{left}"
        raise refused(file, 0, "no vendor is named in this list", hint)
    profile = profile_text(kind, findings.titles, choice)
    return Listing(file, kind, tuple(rows), tuple(findings.remarks), profile)
