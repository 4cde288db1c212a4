"""Footnotes: what stands behind a mark below a list belongs to the entries that have the mark."""

import re
from collections.abc import Sequence
from dataclasses import replace

from vendor_registry.intake.lists.entries.entry import EXTRA, LIKELY, Findings, ListEntry, Said
from vendor_registry.intake.lists.formats.page import Block, Paragraph, Text
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote

_MARK = r"\*{1,3}|[¹²³⁴-⁹]{1,2}|[†‡§]|\[\d{1,2}\]"
_NOTES = re.compile(rf"(?:^|(?<=\s))(?P<mark>{_MARK})\s*(?P<text>\S.*?)(?=\s(?:{_MARK})\s|$)", re.DOTALL)
_MARKED = re.compile(rf"(?P<mark>{_MARK})$")
LONGEST = 2000  # characters of a paragraph of footnotes
TITLE = "Footnote"


def with_footnotes(blocks: Sequence[Block], findings: Findings) -> None:
    """Add to each entry the footnotes whose marks stand behind its words, and ask what they change."""
    notes: dict[str, str] = {}
    for block in blocks:
        words = block.text.text if isinstance(block, Paragraph) and len(block.text.text) <= LONGEST else ""
        if isinstance(block, Paragraph) and words and len(block.text.marks) == 1:
            notes.setdefault(block.text.marks[0], words)
        if _NOTES.match(words):
            notes |= {one["mark"]: trim(one["text"]) for one in _NOTES.finditer(words) if one["mark"] not in notes}
    if notes:
        findings.entries = [_with_notes(entry, notes, findings) for entry in findings.entries]


def _with_notes(entry: ListEntry, notes: dict[str, str], findings: Findings) -> ListEntry:
    lines = [line.rstrip() for said in entry.said for line in said.text.text.split("\n")]
    marks = dict.fromkeys(found["mark"] for line in lines if (found := _MARKED.search(line)))
    marks |= dict.fromkeys(mark for said in entry.said for mark in said.text.marks)
    told = [notes[mark] for mark in marks if mark in notes]
    name = entry.of("vendor")
    for text in told:
        shown = quote(name.text.text.rstrip("*¹²³⁴⁵⁶⁷⁸⁹†‡§ ")) if name else "an entry"
        findings.remark(
            entry.place, f"{shown} has a footnote, {quote(text)}; it stands in the notes: does it change the row?"
        )
    return (
        replace(entry, said=(*entry.said, *(Said(TITLE, Text(text), EXTRA, LIKELY) for text in told)))
        if told
        else entry
    )
