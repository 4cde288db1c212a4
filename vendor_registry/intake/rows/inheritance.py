"""What a row leaves blank about its vendor, taken from the vendor's rows that are in force with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vendor_registry.intake.rows.draft import Draft
from vendor_registry.model.register.engagement import VENDOR_LEVEL
from vendor_registry.model.register.period import Period
from vendor_registry.model.text.column import Column

Lenders = Mapping[str, Mapping[int, tuple[int, ...]]]  # by column: the row with a blank cell, and rows that may fill it


def inherit(draft: Draft) -> Lenders:
    """Fill blank vendor-level cells from the newest row of the vendor that fills them and runs at the same time.

    A vendor's company may change on a day: what an ended row says of it is nothing to a row that began later.
    Newest by `since`, then by key, so that the order of rows says nothing. Returns who lends to whom, the newest
    first: several where they do not say the same, so that what the blank cell says depends on the day.
    """
    partly = [header for header in VENDOR_LEVEL if _filled_in_some(draft.values[header])]
    groups = list(_groups(draft)) if partly else []
    lenders: dict[str, dict[int, tuple[int, ...]]] = {}
    for header in partly:
        values = list(draft.values[header])
        lenders[header] = {row: sources for group in groups for row, sources in _sources(group, values)}
        taken = list(values)
        for row, (newest, *_) in lenders[header].items():
            taken[row] = values[newest]
        draft.values[header] = Column.of(taken)
    return lenders


def _filled_in_some(column: Column) -> bool:
    """Whether some rows leave the cell blank, and others do not."""
    blank = [cell is None for cell in column.different()]
    return any(blank) and not all(blank)


def _groups(draft: Draft) -> Iterator[list[tuple[int, Period]]]:
    """The rows of each vendor that has several, newest first, each with the days on which it is in force."""
    rows: dict[Any, list[int]] = {}
    for row, vendor in enumerate(draft.values["vendor"]):
        rows.setdefault(vendor, []).append(row)
    keys, starts, ends = (draft.values[header] for header in ("key", "since", "until"))
    for group in rows.values():
        if len(group) > 1:
            periods = [(row, Period(_day(starts[row]), _day(ends[row]))) for row in group]
            yield sorted(periods, key=lambda one: (-one[1].first.toordinal(), str(keys[one[0]])))


def _day(value: Any) -> date | None:
    """A day, or None for a cell that is blank or not understood."""
    return value if isinstance(value, date) else None


def _sources(group: list[tuple[int, Period]], values: list[Any]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The blank rows of one vendor, each with the rows that fill it. Of rows with the same days one is enough."""
    newest: dict[Period, int] = {}
    blank: dict[Period, list[int]] = {}
    for row, period in group:
        if values[row] is None:
            blank.setdefault(period, []).append(row)
        else:
            newest.setdefault(period, row)
    for period, rows in blank.items():
        together = tuple(other for days, other in newest.items() if days.overlaps(period))
        alike = all(values[other] == values[together[0]] for other in together)
        for row in rows if together else ():
            yield row, together[:1] if alike else together
