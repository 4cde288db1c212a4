"""What somebody saw before they wrote, and what is said where the sheet is another by then."""

from dataclasses import dataclass, replace

from vendor_registry.desk.problem import ProblemError
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.desk.standing import Standing


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell as somebody saw it, and what they want it to say."""

    version: str  # of the sheet
    row: str  # what the whole row was known by
    cell: Cell
    key: str
    text: str

    @property
    def place(self) -> str:
        """The cell in words that stay true when lines move."""
        return f"{self.key or f'line {self.cell.line}'}, {self.cell.column}"


class ConflictError(ProblemError):
    """Somebody changed the row since it was looked at: nothing is written, and both texts are shown."""

    def __init__(self, seen: Seen, now: Standing, line: int | None) -> None:
        self.seen, self.now, self.line = seen, now, line
        there = now.text(replace(seen.cell, line=line)) if line else ""
        said = f'"{there}"' if there else "nothing" if line else "no longer there"
        super().__init__(
            409,
            f'Somebody changed this since you looked at it; nothing was written. You wrote "{seen.text}" into '
            f"{seen.place}; the cell says {said} now.",
            more={"yours": seen.text, "now": there, "version": now.version, "row": now.row_digest(line or 0)},
        )
