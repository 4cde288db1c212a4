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

from vendor_registry.law.tables.rows import (
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
    """The lines of one table as text by column header.

    Raises ValueError, with the line, where one has more or fewer cells than the header.
    """
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file, strict=True)
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(header):
            raise ValueError(f"{name}:{number} has {len(cells)} cells, but the header has {len(header)}.")
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def _read(kind: type[Row], name: str) -> tuple[Row, ...]:
    """Each line as a row; headers are field names, so a column too many or too few stops the program.

    Raises ValueError, with line and column, for a cell that cannot be read.
    """
    readers = {field.name: _READERS[field.type] for field in fields(kind)}
    return tuple(
        kind(**{column: _cell(readers[column], text, f"{name}:{number} [{column}]") for column, text in record.items()})
        for number, record in enumerate(read_records(name), start=2)
    )


def _cell(reader: Callable[[str], Any], text: str, place: str) -> Any:
    try:
        return reader(text)
    except (KeyError, ValueError) as wrong:
        raise ValueError(f'{place} "{text}" cannot be read; a day is written 2024-12-31, a flag yes or no.') from wrong


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
