"""Which worksheet of a workbook is the sheet: the one that has a header of ours, and that nobody has hidden."""

from collections.abc import Sequence

from vendor_registry.intake.sheet.header import FIRST_ROWS, SHARE, Expected, headers
from vendor_registry.intake.sheet.spreadsheets.grid import Grid
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

NAME_IT = "Name the one that is meant with --worksheet"


def chosen(grids: Sequence[Grid], wanted: str, expected: Expected) -> tuple[int, list[str]]:
    """The number of the worksheet to read, and what is told of the others; raises RefusedError where none is.

    `grids` are the first lines of every worksheet. A hidden one is read only where it is `wanted` by its name.
    """
    if wanted:
        return _named(grids, wanted), []
    visible = [number for number, grid in enumerate(grids) if not grid.hidden]
    likely = _likely(grids, visible, expected)
    if len(likely) > 1:
        names = " and ".join(quote(grids[number].name) for number in likely)
        message = f"{len(likely)} worksheets have a header of ours in their first {FIRST_ROWS} rows: {names}"
        raise _refused(grids, message, f"{NAME_IT}.")
    filled = likely or [number for number in visible if grids[number].rows] or visible
    hidden = [grid for grid in grids if grid.hidden and grid.rows]
    if hidden and not any(grids[number].rows for number in filled):
        message = f"every worksheet with cells is hidden: {abridged(quote(grid.name) for grid in hidden)}"
        raise _refused(grids, message, f"{NAME_IT}, or unhide it.")
    if not filled:
        raise _refused(grids, "the workbook has no worksheet", "Is it the right file?")
    return filled[0], [*_passed_over(grids, visible, filled[0])]


def _likely(grids: Sequence[Grid], visible: list[int], expected: Expected) -> list[int]:
    """The worksheets that have a header, as good as the best or nearly so: a page of explanations names columns too."""
    found = {number: headers(grids[number].sorted_rows(), expected) for number in visible}
    counts = {number: max(map(expected.recognised, rows)) for number, rows in found.items() if rows}
    return [number for number, count in counts.items() if count >= SHARE * max(counts.values())]


def _named(grids: Sequence[Grid], wanted: str) -> int:
    names = [grid.name for grid in grids]
    if wanted in names:
        return names.index(wanted)
    alike = [number for number, name in enumerate(names) if name.casefold() == wanted.casefold()]
    if len(alike) == 1:  # a spreadsheet has no two names that differ in capitals only
        return alike[0]
    then = f"It has {abridged(map(quote, names))}."
    message = f"the workbook has no worksheet {quote(wanted)}"
    raise _refused(grids, message, did_you_mean(nearest(wanted, names), then))


def _passed_over(grids: Sequence[Grid], visible: list[int], number: int) -> list[str]:
    """What stands before the table, where it could be taken for it, and what is hidden."""
    told = [
        f"the worksheet {quote(grids[other].name)} is passed over, as it has no header of ours"
        for other in visible
        if other < number and grids[other].rows
    ]
    told += [f"the worksheet {quote(grid.name)} is hidden and was not read" for grid in grids if grid.hidden]
    return told


def _refused(grids: Sequence[Grid], message: str, hint: str) -> RefusedError:
    file = grids[0].file if grids else ""
    return RefusedError((Fault(Cell(file, 0), message, hint),))
