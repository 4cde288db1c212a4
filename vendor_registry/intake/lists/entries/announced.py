"""Entries under a heading of vendors to come, or of those that have left, each with the day that says when."""

import re
from dataclasses import replace

from vendor_registry.intake.lists.entries.entry import EXTRA, LIKELY, STANDING, ListEntry, Said
from vendor_registry.intake.lists.entries.headings import day_in, standing_of_heading
from vendor_registry.intake.lists.formats.page import Text
from vendor_registry.intake.lists.words.standings import Standing, standing
from vendor_registry.model.text.unsaid import unsaid

COLUMN = {Standing.ANNOUNCED: "since", Standing.ENDED: "until"}
_BRACKET = re.compile(
    r"[(\[](?:(?P<until>until|till|ends|ending|bis|jusqu'au|hasta|tot|fino al)|"
    r"from|since|as of|starting|effective|ab|seit|à partir du|depuis|desde|vanaf|dal)\b[^()\[\]]{4,40}[)\]]$",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    r"\bdate\b|\bday\b|effective|\bfrom\b|\bwhen\b|datum|\btag\b|wirksam|\bab\b|fecha|vigencia|vigueur|ingang",
    re.IGNORECASE,
)


def with_day(entry: ListEntry, introduction: str) -> ListEntry:
    """The entry with its first or last day: as its row says, else the heading, else the words above the list."""
    return _by_heading(_by_answer(_by_bracket(entry)), introduction)


def _by_bracket(entry: ListEntry) -> ListEntry:
    """A day in a bracket behind the name: "Beta GmbH (until 31 December 2026)"."""
    name = entry.of("vendor")
    found = _BRACKET.search(name.text.text) if name else None
    column = ("until" if found["until"] else "since") if found else ""
    if name is None or found is None or entry.of(column) or not (day := day_in(found[0])):
        return entry
    bare = replace(name, text=replace(name.text, text=name.text.text[: found.start()].rstrip()))
    told = Said("", Text(day), column, LIKELY)
    note = Said("Name", name.text, EXTRA, LIKELY)
    return replace(entry, said=(*(bare if one is name else one for one in entry.said), told, note))


def _by_answer(entry: ListEntry) -> ListEntry:
    """A day below a title that says that it has ended, or is to come: "Offboarded", "2024-03-01"."""
    for said in entry.said:
        column = COLUMN.get(standing(said.title, said.text.text), "") if said.column == STANDING else ""
        day = day_in(said.text.text) if column and not entry.of(column) else ""
        if day:
            return replace(entry, said=(*entry.said, Said(said.title, Text(day), column, LIKELY)))
    return entry


def _by_heading(entry: ListEntry, introduction: str) -> ListEntry:
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
