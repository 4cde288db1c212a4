"""From records to a table: one header, as many cells as headers, nothing that cannot be printed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vendor_registry.intake.sheet import errors
from vendor_registry.intake.sheet.ending import ending, told
from vendor_registry.intake.sheet.header import FIRST_ROWS, Expected, filled, headers
from vendor_registry.intake.sheet.limits import CELL_LIMIT
from vendor_registry.intake.words.characters import control_in, trim
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell, Fault, Remark
from vendor_registry.model.text.sheet import Row, Rows

Unclear = Mapping[tuple[int, int], tuple[str, str]]  # by line and place: a message and a hint
SHAPE_HINT = "Is a comma or semicolon missing, or is there a line break outside quotation marks?"


class Records(NamedTuple):
    """What a file holds, before anybody has asked which of it is the table."""

    file: str
    rows: Sequence[Row]  # blank ones included
    suspicious: bool  # whether cells may hold characters, lengths or errors that nobody has looked for yet
    unclear: Unclear  # cells that a spreadsheet has no value for
    short: bool = False  # whether rows end with their last cell that is filled, as those of a spreadsheet


class Table(NamedTuple):
    """What can be read of a file, what cannot, and why. With a faulty header there are no columns at all."""

    titles: tuple[str, ...] = ()  # the header as the file has it, blank columns included
    header: tuple[str, ...] = ()
    header_line: int = 0  # 0: there is not even a header
    rows: Sequence[Row] = ()
    unread: tuple[Row, ...] = ()  # rows that have faults of shape, as far as they could be split
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


def tabulate(records: Records, expected: Expected) -> Table:
    """Records as a table; blank rows, and blank columns without a header, are what Excel leaves and are dropped.

    So are a title above the header, and notes below the table; both are told.
    """
    likely = headers(records.rows[:FIRST_ROWS], expected)
    head = likely[0] if likely else next(filter(filled, records.rows), None)
    if not head:
        return Table()
    titles = tuple(map(trim, head.values))
    place = records.rows.index(head)
    above, below = records.rows[:place], records.rows[place + 1 :]
    end = ending(below, expected.ours(titles))
    body = _filled(below[:end])
    faults = [*_several_headers(records.file, likely), *_header_faults(records.file, head, titles, body)]
    kept = [index for index, title in enumerate(titles) if title]
    rows, unread, wrong = _sound(records, titles, kept, body)
    names = tuple(titles[index] for index in kept)
    sound = len(set(names)) == len(names)
    return Table(
        titles,
        names if sound else (),
        head.line,
        rows if sound else (),
        tuple(unread),
        (*faults, *wrong),
        tuple(_remarks(records.file, head, above, below[end:])),
    )


def _filled(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are not blank. Where a column is filled in all of them, nobody looks at each."""
    if isinstance(rows, Rows) and rows.even:
        columns = sorted(map(rows.column, range(rows.width)), key=lambda column: len(column.cells))
        if any(all(map(trim, column.cells)) or all(map(trim, column.different())) for column in columns):
            return rows
    return tuple(row for row in rows if filled(row))


def _sound(
    records: Records, titles: tuple[str, ...], kept: Sequence[int], body: Sequence[Row]
) -> tuple[Sequence[Row], list[Row], list[Fault]]:
    """The rows without a fault, as wide as the header, those with one, and the faults."""
    if not records.suspicious and len(kept) == len(titles) and _widths(body) == {len(kept)}:
        return body, [], []  # as most sheets, and not looked at row by row
    whole = kept[-1:] == [len(kept) - 1]  # no blank column stands before the last: places are those of the file
    rows: list[Row] = []
    unread: list[Row] = []
    faults: list[Fault] = []
    for row in body:
        wrong = _row_faults(records, titles, row, 0 if records.short else kept[-1] + 1)
        faults += wrong
        if wrong:
            unread.append(row)
        else:
            rows.append(row if whole and len(row.values) == len(kept) else _cut(row, kept))
    return tuple(rows), unread, faults


def _widths(rows: Sequence[Row]) -> set[int]:
    return {rows.width} if isinstance(rows, Rows) and rows.even else {len(row.values) for row in rows}


def _cut(row: Row, kept: Sequence[int]) -> Row:
    """The row without blank columns; what a spreadsheet has left off at its end is blank."""
    width = len(row.values)
    return Row(row.line, tuple(row.values[place] if place < width else "" for place in kept))


def _remarks(file: str, head: Row, above: Sequence[Row], below: Sequence[Row]) -> Iterator[Remark]:
    titles = sum(map(filled, above))
    if titles:
        above_it = counted(titles, "row above it is", "rows above it are")
        yield Remark(Cell(file, head.line), f"the header is here; {above_it} passed over", True)
    if said := told(below):
        yield Remark(Cell(file, next(row.line for row in below if filled(row))), said)


def _several_headers(file: str, found: Sequence[Row]) -> Iterator[Fault]:
    if len(found) > 1:
        lines = " and ".join(str(row.line) for row in found)
        message = f"{len(found)} rows look like the header of a table: {lines}"
        hint = "Keep one table in a sheet: delete the other, or move it to a file or worksheet of its own."
        yield Fault(Cell(file, found[1].line), message, hint)


def _header_faults(name: str, head: Row, titles: tuple[str, ...], body: Sequence[Row]) -> Iterator[Fault]:
    for title, times in Counter(filter(None, titles)).items():
        if times > 1:
            how_often = "twice" if times == 2 else f"{times} times"
            yield Fault(
                Cell(name, head.line, title), f"this column stands {how_often} in the header", "Rename or delete one."
            )
        if title in errors.NAMES:
            yield Fault(Cell(name, head.line, title), *errors.error(title))
        if control := control_in(title):
            yield Fault(Cell(name, head.line), f"the header holds a control character ({control})", "Delete it.")
    for index, title in enumerate(titles):
        if not title and any(trim(row.values[index]) for row in body if index < len(row.values)):
            message = f"column {index + 1} has cells but no header"
            yield Fault(Cell(name, head.line), message, "Give it a name, or empty the column.")


def _row_faults(records: Records, titles: tuple[str, ...], row: Row, least: int) -> list[Fault]:
    count = len(row.values)
    if count > len(titles):
        count = max(index + 1 for index, value in enumerate(row.values) if trim(value) or index < len(titles))
    if count < least or count > len(titles):
        more = 'Does a text hold a comma or semicolon without quotation marks around it ("Acme, Inc.")?'
        message = f"this row has {counted(count, 'cell')} where {least} belong"
        return [Fault(Cell(records.file, row.line), message, SHAPE_HINT if count < least else more)]
    return [*cell_faults(records, titles, row)] if records.suspicious else []


def cell_faults(records: Records, titles: tuple[str, ...], row: Row) -> Iterator[Fault]:
    """What is wrong with the cells of a row, whatever they mean: errors, formulas without a result, odd characters."""
    for place, (title, value) in enumerate(zip(titles, row.values, strict=False)):
        cell = Cell(records.file, row.line, title)
        if (row.line, place) in records.unclear:
            yield Fault(cell, *records.unclear[row.line, place])
        elif value in errors.NAMES:
            yield Fault(cell, *errors.error(value))
        elif len(value) > CELL_LIMIT:
            message = f"this cell holds more than {CELL_LIMIT:,} characters"
            yield Fault(cell, message, "Shorten it.")
        elif control := control_in(value):
            hint = 'Delete it; if there are many, save the file as "CSV UTF-8" and try again.'
            yield Fault(cell, f"this cell holds a control character ({control})", hint)
