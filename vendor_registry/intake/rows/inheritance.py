"""What a row leaves blank about its vendor, taken from the vendor's rows that are in force with it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vendor_registry.intake.rows.draft import Draft
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Period

Inherited = Mapping[str, Mapping[int, int]]  # by column: the row with a blank cell, and the row that fills it


def inherit(draft: Draft) -> Inherited:
    """Fill blank vendor-level cells from the newest row of the vendor that fills them and runs at the same time.

    A vendor's company may change on a day: what an ended row says of it is nothing to a row that began later.
    Newest by `since`, then by key, so that the order of rows says nothing. Returns what was taken from where.
    """
    partly = [header for header in VENDOR_LEVEL if 0 < draft.values[header].count(None) < len(draft.places)]
    groups = list(_groups(draft)) if partly else []
    filled: dict[str, dict[int, int]] = {}
    for header in partly:
        values = draft.values[header]
        filled[header] = {row: source for group in groups for row, source in _sources(group, values)}
        draft.values[header] = taken = list(values)
        for row, source in filled[header].items():
            taken[row] = values[source]
    return filled


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


def _sources(group: list[tuple[int, Period]], values: list[Any]) -> Iterator[tuple[int, int]]:
    """The blank rows of one vendor, each with the row that fills it. Of rows with the same days one is enough."""
    newest: dict[Period, int] = {}
    for row, period in group:
        if values[row] is not None:
            newest.setdefault(period, row)
    for row, period in group if newest else ():
        if values[row] is None:
            source = next((other for days, other in newest.items() if days.overlaps(period)), None)
            if source is not None:
                yield row, source
