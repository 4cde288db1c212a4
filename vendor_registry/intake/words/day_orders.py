"""Days as spreadsheets leave them: 01.09.2023, 9/1/2023, 01/09/2023, 2023/9/1, 1 Sep 2023. One column has one order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vendor_registry.model.text.month_names import named_months_in_iso


class Order(StrEnum):
    """Which of the two small numbers is the day, where slashes or hyphens stand between."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"

    @property
    def words(self) -> str:
        return "day/month/year" if self is Order.DAY_FIRST else "month/day/year"


YEAR_LAST = re.compile(r"(?<![\w./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})(?![\w/-]|\.\w)", re.ASCII)
YEAR_FIRST = re.compile(r"(?<![\w./-])(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?![\w/-]|\.\w)", re.ASCII)
# Midnight behind a day, which databases and SharePoint write where only the day is meant.
MIDNIGHT = re.compile(
    r"(?<![\w./-])(\d{1,4}([./-]) ?\d{1,2}\2 ?\d{1,4})"
    r"(?:T| +)(?:00?:00(?::00(?:[.,]0+)?)?|12:00(?::00)? ?AM)(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?(?![\w:]|[.,]\d)",
    re.ASCII | re.IGNORECASE,
)
MONTHS = 12


@dataclass(slots=True)
class Evidence:
    """What the days of a column, written with the year last, prove of their order."""

    proofs: dict[Order, str] = field(default_factory=dict)  # the first text that can be read in no other way
    open: list[str] = field(default_factory=list)  # texts that can be read in two ways
    dotted: str = ""  # the first with dots, which stand behind a day wherever they are used


def evidence(texts: Iterable[str]) -> Evidence:
    """What different texts prove. A number over 12 is no month."""
    found = Evidence()
    for text in texts:
        for first, mark, second, year in YEAR_LAST.findall(text):
            if mark == ".":
                found.dotted = found.dotted or text
            elif first != second and _day(year, second, first) and _day(year, first, second):
                found.open.append(text)
            elif int(first) != int(second):
                order = Order.DAY_FIRST if int(first) > MONTHS >= int(second) else Order.MONTH_FIRST
                if int(first) <= MONTHS or int(second) <= MONTHS:
                    found.proofs.setdefault(order, text)
    return found


def in_iso(text: str, order: Order | None) -> str:
    """The text with its days as ISO 8601 writes them; one that no calendar has, or whose order is open, stays.

    Midnight behind a day is left out; any other time of day stays, as elsewhere it may be another day.
    """

    def year_last(match: re.Match[str]) -> str:
        first, mark, second, year = match.groups()
        if mark == "." or order is Order.DAY_FIRST or int(first) == int(second):
            return _day(year, second, first) or match[0]
        return (_day(year, first, second) if order else "") or match[0]

    def year_first(match: re.Match[str]) -> str:
        return _day(match[1], match[3], match[4]) or match[0]

    return YEAR_FIRST.sub(year_first, YEAR_LAST.sub(year_last, MIDNIGHT.sub(r"\1", named_months_in_iso(text))))


def _day(year: str, month: str, day: str) -> str:
    try:
        return str(date(int(year), int(month), int(day)))
    except ValueError:
        return ""
