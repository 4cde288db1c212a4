"""The tables by name, and what a person may ask to see of them."""

from collections.abc import Iterator
from datetime import date

from vendor_registry.law.procedure.without import taken_away
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Adequacy, Article, Dated, GovernmentAccess, Mechanism, Membership, Remark


def dated_tables() -> dict[str, tuple[Dated, ...]]:
    """The tables of dated rows, in the order people see them."""
    law = tables()
    return {
        "membership": law.membership,
        "adequacy": law.adequacy,
        "mechanisms": law.mechanisms,
        "remarks": law.remarks,
        "government_access": law.government_access,
        "articles": law.articles,
    }


def title(row: Dated) -> str:
    """A row in one line, without its days."""
    match row:
        case Membership():
            return f"{row.area} {row.country}"
        case Adequacy():
            return f"{row.regime} {row.country}  {row.title}: {row.scope}"
        case Mechanism():
            return f"{row.regime} {row.id}  {row.name_en}"
        case Remark():
            return f"{row.code}  {row.applies_to}: {row.text}"
        case GovernmentAccess():
            return f"{row.country}  {row.statute}"
        case Article():
            return f"{row.area} {row.subject}  {row.text}"
    return row.source


def find(wanted: str) -> tuple[Dated, ...]:
    """The rows a name means: a ground ("decision:2023/1795"), an id of a mechanism, or a country's code."""
    grounds = {*taken_away(wanted), *taken_away(f"decision:{wanted}"), *taken_away(f"mechanism:{wanted}")}
    return tuple(_found(wanted, grounds))


def _found(wanted: str, grounds: set[str]) -> Iterator[Dated]:
    for rows in dated_tables().values():
        for row in rows:
            ground = getattr(row, "ground", None)
            if ground in grounds or wanted in {ground, getattr(row, "country", None)}:
                yield row


def in_force(row: Dated, day: date) -> str:
    """Whether a row holds on a day, in words."""
    if row.holds(day):
        return "in force"
    return "not yet" if row.valid_from and day < row.valid_from else "ended"
