"""Entries under a heading of vendors to come, or of those that have left, each with the day that says when."""

import re
from dataclasses import replace

from vendor_registry.intake.lists.entries.entry import EXTRA, LIKELY, ListEntry, Said
from vendor_registry.intake.lists.entries.headings import day_in, standing_of_heading
from vendor_registry.intake.lists.formats.page import Text
from vendor_registry.intake.lists.words.standings import Standing
from vendor_registry.model.text.unsaid import unsaid

COLUMN = {Standing.ANNOUNCED: "since", Standing.ENDED: "until"}
_A_DAY = re.compile(
    r"\bdate\b|\bday\b|effective|\bfrom\b|\bwhen\b|datum|\btag\b|wirksam|\bab\b|fecha|vigencia|vigueur|ingang",
    re.IGNORECASE,
)


def with_day(entry: ListEntry, introduction: str) -> ListEntry:
    """The entry with its first or last day: as its row says, else the heading, else the words above the list."""
    found = [(standing_of_heading(group), group) for group in reversed(entry.groups)]
    meant, heading = next((one for one in found if one[0] in COLUMN), (Standing.UNCLEAR, ""))
    column = COLUMN.get(meant, "")
    if not column or ((told := entry.of(column)) and not unsaid(told.text.text)):
        return entry
    entry = replace(entry, said=tuple(one for one in entry.said if one.column != column))
    for said in entry.said:
        dated = said.column in (EXTRA, "since") and _A_DAY.search(said.title) and not unsaid(said.text.text)
        if dated and (said.column == "since" or day_in(said.text.text)):
            return replace(entry, said=tuple(replace(one, column=column) if one is said else one for one in entry.said))
    day = day_in(heading) or day_in(introduction)
    return replace(entry, said=(*entry.said, Said(heading, Text(day), column, LIKELY))) if day else entry
