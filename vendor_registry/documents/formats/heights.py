"""How high cells and lists get on paper, about: what must be allowed to break across two pages, and what need not."""

from vendor_registry.documents.document import Cell, Fields, Row

TALL = 900  # signs in a row of fields, so many that it may be longer than a page
WIDTH = 100  # signs in a line of the values of fields
_FITS = 28  # lines of a cell that fits a page in any column, two thirds of it: words do not fill their lines
_BRIEF = 3  # lines of a cell in a row that costs a page little when it is kept with another
_NARROW = 40  # signs in a line of a column, about
_WHOLE = 16  # lines of a list of fields that stays on one page, a third of it


def tall(cell: Cell, across: int) -> bool:
    """Whether a cell may not fit a page, so that its row may break across two; `across`: signs in one of its lines."""
    return _lines(cell, across) > _FITS


def brief(row: Row) -> bool:
    """Whether a row of a table takes so few lines that keeping it with another leaves no page half empty."""
    return all(_lines(cell, _NARROW) <= _BRIEF for cell in row.cells)


def short(block: Fields) -> bool:
    """Whether a list of fields is short enough to stay on one page as a whole."""
    return sum(_lines(cell, WIDTH) for _, cell in block.fields) <= _WHOLE


def _lines(cell: Cell, across: int) -> int:
    return sum(1 + sum(len(run.text) for run in line) // across for line in cell)
