"""Where a cell begins and ends in the text of its file."""

from collections.abc import Callable
from dataclasses import dataclass

from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, slots=True)
class Span:
    """From the first character of a cell to behind its last one, its quotation marks included.

    Lines and columns count from 1, columns in UTF-16 code units, as editors and code scanning services count. A byte
    order mark is no column. A blank cell ends where it begins.
    """

    line: int
    column: int
    end_line: int
    end_column: int


Locate = Callable[[Cell], Span | None]


def unlocated(cell: Cell) -> Span | None:
    """Nobody has looked: of no cell more is known than its line."""
    return None
