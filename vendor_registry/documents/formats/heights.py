"""How high cells and lists get on paper, about: what must be allowed to break across two pages, and what need not."""

from vendor_registry.documents.document import Cell, Fields

TALL = 900  # signs in a cell, in the narrowest column about three quarters of a page
_SHORT = 25  # signs that a line counts for at least: a cell of many short lines is tall as well
_WHOLE, _WIDTH = 16, 100  # lines of a list of fields that stays on one page, a third of it; signs in one


def tall(cell: Cell) -> bool:
    """Whether a cell may not fit a page, so that its row may break across two."""
    return sum(max(_SHORT, sum(len(run.text) for run in line)) for line in cell) > TALL


def short(block: Fields) -> bool:
    """Whether a list of fields is short enough to stay on one page as a whole."""
    values = (sum(1 + sum(len(run.text) for run in line) // _WIDTH for line in cell) for _, cell in block.fields)
    return sum(values) <= _WHOLE
