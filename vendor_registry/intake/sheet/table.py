"""From records to a table: one header, as many cells as headers, nothing that cannot be printed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vendor_registry.intake.sheet.delimited import CELL_LIMIT
from vendor_registry.intake.words.characters import BLANKS, control_in, trim
from vendor_registry.model.origin import Cell, Fault
from vendor_registry.model.sheet import Row


@dataclass(frozen=True, slots=True)
class Table:
    """What can be read of a file, what cannot, and why. With a faulty header there are no columns at all."""

    titles: tuple[str, ...] = ()  # the header as the file has it, blank columns included
    header: tuple[str, ...] = ()
    header_line: int = 0  # 0: there is not even a header
    rows: tuple[Row, ...] = ()
    unread: tuple[Row, ...] = ()  # rows that have faults of shape, as far as they could be split
    faults: tuple[Fault, ...] = ()


def tabulate(name: str, records: Iterable[Row], suspicious: bool) -> Table:
    """Records as a table; blank rows, and blank columns without a header, are what Excel leaves and are dropped.

    `suspicious` says that cells may hold characters or lengths that nobody has looked for yet.
    """
    filled = [row for row in records if "".join(row.values).strip(BLANKS)]
    if not filled:
        return Table()
    head, *body = filled
    titles = tuple(map(trim, head.values))
    kept = [index for index, title in enumerate(titles) if title]
    faults = [*_header_faults(name, head, titles, body)]
    rows: list[Row] = []
    unread: list[Row] = []
    for row in body:
        wrong = _row_faults(name, titles, row, kept[-1] + 1, suspicious)
        faults += wrong
        if wrong:
            unread.append(row)
        else:
            rows.append(row if len(row.values) == len(kept) else Row(row.line, tuple(row.values[i] for i in kept)))
    header = tuple(titles[index] for index in kept)
    sound = len(set(header)) == len(header)
    return Table(titles, header if sound else (), head.line, tuple(rows) if sound else (), tuple(unread), tuple(faults))


def _header_faults(name: str, head: Row, titles: tuple[str, ...], body: list[Row]) -> Iterator[Fault]:
    for title, times in Counter(filter(None, titles)).items():
        if times > 1:
            how_often = "twice" if times == 2 else f"{times} times"
            yield Fault(
                Cell(name, head.line, title), f"this column stands {how_often} in the header", "Rename or delete one."
            )
        if control := control_in(title):
            yield Fault(Cell(name, head.line), f"the header holds a control character ({control})", "Delete it.")
    for index, title in enumerate(titles):
        if not title and any(trim(row.values[index]) for row in body if index < len(row.values)):
            message = f"column {index + 1} has cells but no header"
            yield Fault(Cell(name, head.line), message, "Give it a name, or empty the column.")


def _row_faults(name: str, titles: tuple[str, ...], row: Row, least: int, suspicious: bool) -> list[Fault]:
    count = len(row.values)
    if count > len(titles):
        count = max(index + 1 for index, value in enumerate(row.values) if trim(value) or index < len(titles))
    if count < least or count > len(titles):
        fewer = "Is a comma or semicolon missing, or is there a line break outside quotation marks?"
        more = 'Does a text hold a comma or semicolon without quotation marks around it ("Acme, Inc.")?'
        message = f"this row has {count} {'cell' if count == 1 else 'cells'} where {least} belong"
        return [Fault(Cell(name, row.line), message, fewer if count < least else more)]
    return [*_cell_faults(name, titles, row)] if suspicious else []


def _cell_faults(name: str, titles: tuple[str, ...], row: Row) -> Iterator[Fault]:
    for title, value in zip(titles, row.values, strict=False):
        if len(value) > CELL_LIMIT:
            message = f"this cell holds more than {CELL_LIMIT:,} characters"
            yield Fault(Cell(name, row.line, title), message, "Shorten it.")
        elif control := control_in(value):
            hint = 'Delete it; if there are many, save the file as "CSV UTF-8" and try again.'
            yield Fault(Cell(name, row.line, title), f"this cell holds a control character ({control})", hint)
