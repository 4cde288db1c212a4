"""What is to be changed in a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, slots=True)
class Edit:
    """Cells to be filled anew, rows to be put behind the others, and lines on which rows to be taken out begin.

    A column that the sheet does not have yet is put behind the others.
    """

    cells: Mapping[Cell, str] = field(default_factory=dict)
    added: tuple[Mapping[str, str], ...] = ()  # texts by header
    removed: frozenset[int] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the edit fills, each once."""
        filled = (column for row in self.added for column, text in row.items() if text)
        return tuple(dict.fromkeys((*(cell.column for cell in self.cells), *filled)))
