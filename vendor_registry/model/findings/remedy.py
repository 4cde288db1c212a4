"""A cell with which to begin."""

from dataclasses import dataclass

from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedy:
    """A cell, and how many findings are gone once it is filled or mended: proved by judging again."""

    cell: Cell
    write: str  # what to write there, as a sentence
    supposed: str  # what was written there to judge again, in the words of the sheet or the policy
    settles: int  # findings that are gone with what is supposed, less those that came up in their place
    together: tuple[Cell, ...] = ()  # other cells of the list that have to be filled too
