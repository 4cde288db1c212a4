"""What a spreadsheet says beside the texts of its cells, put into the cells of the table under its header."""

from collections.abc import Sequence
from dataclasses import replace

from vendor_registry.intake.sheet.header import Expected
from vendor_registry.intake.sheet.spreadsheets.grid import At, Grid
from vendor_registry.intake.sheet.spreadsheets.number_formats import as_day
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.text.sheet import Row

LINKS = "_url"  # the end of the names of columns that hold addresses
ADDRESS = ("https://", "http://", "mailto:")


def under(header: Row, rows: Sequence[Row], grid: Grid, expected: Expected) -> tuple[list[Row], int]:
    """The rows with the values of merged cells in each, addresses for their texts, and days for numbers.

    Also how many numbers are taken for days.
    """
    names = expected.ours([trim(title) for title in header.values])
    changes: dict[At, str] = {}
    days = {place for place, name in enumerate(names) if name in expected.days}
    addresses = {place for place, name in enumerate(names) if name.endswith(LINKS)}
    texts = {row.line: row for row in rows}
    counted = 0
    for at, number in grid.numbers.items():
        if at[1] in days and at[0] > header.line:
            changes[at] = as_day(number, grid.first_day)
            counted += 1
    for at, target in grid.links.items():
        if at[1] in addresses and at[0] > header.line and not _text(texts, at).lower().startswith(ADDRESS):
            changes[at] = target
    for first, last, place in grid.merged:
        value = changes.get((first, place)) or _text(texts, (first, place))
        if value and first > header.line:
            changes |= {(line, place): value for line in range(first + 1, last + 1) if line in texts}
            grid.unclear |= {(line, place): grid.unclear[first, place] for line in range(first + 1, last + 1)
                             if (first, place) in grid.unclear and line in texts}  # fmt: skip
    return _changed(rows, changes), counted


def _text(rows: dict[int, Row], at: At) -> str:
    line, place = at
    return rows[line].values[place] if line in rows and place < len(rows[line].values) else ""


def _changed(rows: Sequence[Row], changes: dict[At, str]) -> list[Row]:
    by_line: dict[int, dict[int, str]] = {}
    for (line, place), value in changes.items():
        by_line.setdefault(line, {})[place] = value
    return [_with(row, by_line[row.line]) if row.line in by_line else row for row in rows]


def _with(row: Row, texts: dict[int, str]) -> Row:
    width = max(len(row.values), max(texts) + 1)
    values = [*row.values, *[""] * (width - len(row.values))]
    for place, text in texts.items():
        values[place] = text
    return replace(row, values=tuple(values))
