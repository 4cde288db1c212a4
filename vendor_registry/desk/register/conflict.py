"""What somebody saw before they wrote, and what is said where the sheet is another by then."""

from collections.abc import Mapping
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
        row = self.key or f"line {self.cell.line}"
        return f"{row}, {self.cell.column}" if self.cell.column else row


class ConflictError(ProblemError):
    """Somebody changed the row since it was looked at: nothing is written, and both texts are shown."""

    def __init__(self, seen: Seen, now: Standing, line: int | None) -> None:
        self.seen, self.now, self.line = seen, now, line
        there = now.text(replace(seen.cell, line=line)) if line else ""
        said = f'"{there}"' if there else "nothing" if line else "no longer there"
        yours = (
            f'You wrote "{seen.text}" into {seen.place}; the cell says {said} now.'
            if seen.cell.column
            else f"You wanted to take out the row {seen.place}; look at what it says now."
        )
        super().__init__(
            409,
            f"Somebody changed this since you looked at it; nothing was written. {yours}",
            more={"yours": seen.text, "now": there, "version": now.version, "row": now.row_digest(line or 0)},
        )


def row_in_words(texts: Mapping[str, str]) -> str:
    """All that a row says, for the trail: "key: post; vendor: Post & Co"."""
    return "; ".join(f"{column}: {text}" for column, text in texts.items() if text)
