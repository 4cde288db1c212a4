"""Which entries are engagements at all: exports also keep vendors that have left, and those that may come."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS, STANDING, Findings, ListEntry
from vendor_registry.intake.lists.entries.headings import standing_of_heading
from vendor_registry.intake.lists.rows.cells import Cells
from vendor_registry.intake.lists.words.standings import Standing, standing, standing_alone
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.day_orders import Order
from vendor_registry.model.text.unsaid import unsaid

_CONTRACT = re.compile(
    r"contract|agreement|renewal|expir|vertrag|laufzeit|contrat|échéance|expiration|contrato|vencimiento", re.IGNORECASE
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_DATED = {Standing.ENDED: "until", Standing.ANNOUNCED: "since"}  # what has a day is told by the sheet itself
_WHY = {
    Standing.ENDED: "it has ended, and no day says when; if it still holds data, add it with its last day in until",
    Standing.NOT_YET: "it is not engaged",
    Standing.ANNOUNCED: "it is to come, and no day says when; add it with its first day in since",
}


class _Telling(NamedTuple):
    words: str
    meant: Standing


def in_force(entry: ListEntry, orders: Mapping[str, Order | None], findings: Findings) -> bool:
    """Whether an entry becomes a row; one that has ended, or is to come, does if a day says when. Others are told."""
    tellings = list(_tellings(entry))
    for meant, why in _WHY.items():
        for one in tellings:
            if one.meant is meant and not _has_day(entry, _DATED.get(meant, ""), orders):
                name = entry.of("vendor")
                shown = quote(name.text.text) if name else "an entry"
                findings.remark(entry.place, f"{shown} was left out, as {one.words} says that {why}")
                return False
            if one.meant is meant and meant is Standing.ENDED:
                _ask_of_contract(entry, one, findings)
    for one in tellings:
        if one.meant is Standing.UNCLEAR:
            findings.remark(
                entry.place, f"{one.words} may mean that a vendor is not engaged; the row is taken as in force"
            )
    return True


def _ask_of_contract(entry: ListEntry, telling: _Telling, findings: Findings) -> None:
    """The end of a contract is not always the day on which a vendor stopped, and data may stay longer still."""
    day, name = entry.of("until"), entry.of("vendor")
    if day and name and _CONTRACT.search(day.title):
        findings.remark(
            entry.place,
            f"{quote(name.text.text)}: {telling.words} says that it has ended, and {day.title} {quote(day.text.text)} "
            "is taken as its last day; is it, or did it stop on another?",
        )


def _tellings(entry: ListEntry) -> Iterator[_Telling]:
    for said in entry.said:
        if said.column == STANDING and not unsaid(said.text.text):
            yield _Telling(f"{said.title or 'status'} {quote(said.text.text)}", standing(said.title, said.text.text))
    alone = [ABOUT_VENDORS.sub("", group).strip(" :s") for group in entry.groups]
    name = entry.of("vendor")
    alone += _BRACKET.findall(name.text.text) if name else []
    alone += [found[1] for said in entry.said if (found := _BRACKET.match(said.text.text))]  # "Acme (inactive): ..."
    for group in entry.groups:
        if (meant := standing_of_heading(group)) is not Standing.UNCLEAR:
            yield _Telling(quote(group), meant)
    for text in alone:
        if (meant := standing_alone(text)) is not Standing.UNCLEAR:
            yield _Telling(quote(text), meant)


def _has_day(entry: ListEntry, column: str, orders: Mapping[str, Order | None]) -> bool:
    cells = Cells(entry, None, Findings(), orders)  # what cannot be read is told when the row is
    if column:
        cells.understood(column)
    return column in cells.row
