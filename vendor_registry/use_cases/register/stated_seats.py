"""Seats that the catalogue knows of companies of which a list gives the name and no more."""

from collections.abc import Iterator, Sequence

from vendor_registry.intake.catalogue.vendors import Fact, facts_of, plain
from vendor_registry.intake.lists.formats.page import spot
from vendor_registry.intake.lists.rows.candidate import UNKNOWN, Candidate

LEAD = "Where these companies sit, others say; write it into country if your contract is with the company of that name:"


def stated_seats(rows: Sequence[Candidate], file: str) -> str:
    """Where companies sit whose rows leave it open, each with the source and the day it was seen there; "" for none.

    Told and never filled in: a vendor contracts through several companies, and which one it is, the list says by its
    full name alone.
    """
    told = [
        f"  {spot(file, row.place)} {row.cells['legal_name']}: {fact.value} ({fact.source}, seen {fact.seen})"
        for row in rows
        for fact in _seat(row)
    ]
    return "\n".join([LEAD, *told]) if told else ""


def _seat(row: Candidate) -> Iterator[Fact]:
    company = row.cells.get("legal_name", "")
    facts = facts_of(company) if company and row.cells["country"] == UNKNOWN else ()
    if any(fact.column == "legal_name" and plain(fact.value) == plain(company) for fact in facts):
        yield from (fact for fact in facts if fact.column == "country")
