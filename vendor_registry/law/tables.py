"""The law as dated tables, read once, when first asked for.

To add a decision, a member State, an instrument or a remark: add a row to the table of that name.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from vendor_registry.law.rows import (
    Adequacy,
    Article,
    Condition,
    GovernmentAccess,
    Mechanism,
    Membership,
    Remark,
)

FOLDER = Path(__file__).parent

Row = TypeVar("Row", Membership, Adequacy, Condition, Mechanism, GovernmentAccess, Remark, Article, "Checked")


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """When the tables were last held against their sources, and for how long that is good."""

    last_checked: date  # nothing newer than this day could be seen
    stale_after_days: int
    text: str

    def stale(self, day: date) -> bool:
        """Whether a day lies too far behind the last check to be judged without a look at the Official Journal."""
        return (day - self.last_checked).days > self.stale_after_days


@dataclass(frozen=True, kw_only=True, slots=True)
class Tables:
    """All tables, each in the order of its file."""

    membership: tuple[Membership, ...]
    adequacy: tuple[Adequacy, ...]
    conditions: tuple[Condition, ...]
    mechanisms: tuple[Mechanism, ...]
    government_access: tuple[GovernmentAccess, ...]
    remarks: tuple[Remark, ...]
    articles: tuple[Article, ...]
    checked: Checked


@cache
def tables() -> Tables:
    """The tables of this folder."""
    return Tables(
        membership=_read(Membership, "membership.csv"),
        adequacy=_read(Adequacy, "adequacy.csv"),
        conditions=_read(Condition, "conditions.csv"),
        mechanisms=_read(Mechanism, "mechanisms.csv"),
        government_access=_read(GovernmentAccess, "government_access.csv"),
        remarks=_read(Remark, "remarks.csv"),
        articles=_read(Article, "articles.csv"),
        checked=_read(Checked, "checked.csv")[0],
    )


def read_records(name: str) -> list[dict[str, str]]:
    """The lines of one table as text by column header."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _read(kind: type[Row], name: str) -> tuple[Row, ...]:
    """Each line as a row; headers are field names, so a column too many or too few stops the program."""
    readers = {field.name: _READERS[field.type] for field in fields(kind)}
    return tuple(
        kind(**{column: readers[column](text) for column, text in record.items()}) for record in read_records(name)
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _yes(text: str) -> bool:
    return {"yes": True, "no": False}[text]


def _set(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(";")))


_READERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    bool: _yes,
    date: date.fromisoformat,
    date | None: _day,
    frozenset[str]: _set,
}
