"""One worksheet as texts, and what its cells say beside their texts. No room is made for cells that are blank."""

from dataclasses import dataclass, field
from datetime import date

from vendor_registry.intake.sheet.limits import CELLS, COLUMNS, ROWS, too_large
from vendor_registry.intake.words.complaints import quote
from vendor_registry.model.text.sheet import Row

At = tuple[int, int]  # the row as the spreadsheet counts it, from 1, and the place in it, from 0


@dataclass(slots=True)
class Grid:
    """The cells of one worksheet that hold anything. The line of a row is its number in the spreadsheet."""

    file: str
    name: str = ""
    hidden: bool = False
    rows: list[Row] = field(default_factory=list)
    unclear: dict[At, tuple[str, str]] = field(default_factory=dict)  # cells without a value: why, and what to do
    links: dict[At, str] = field(default_factory=dict)  # the address behind a text
    numbers: dict[At, int] = field(default_factory=dict)  # whole numbers, which a column of days takes for days
    merged: list[tuple[int, int, int]] = field(default_factory=list)  # first and last row, and the column of the value
    out_of_sight: list[int] = field(default_factory=list)  # rows that a filter, or a person, has hidden
    narrow: list[int] = field(default_factory=list)  # columns that are hidden, by their place
    first_day: date = date(1899, 12, 30)  # day 0 of the workbook
    lines: int = 0  # how far down it reaches
    width: int = 0  # and how far to the right

    def add(self, line: int, cells: dict[int, str]) -> None:
        """A row with the texts of its cells; raises RefusedError where the worksheet becomes too large."""
        if not cells:
            return
        width = max(cells) + 1
        self.lines, self.width = max(self.lines, line), max(self.width, width)
        if line > ROWS or width > COLUMNS or self.lines * self.width > CELLS:
            reach = f"row {self.lines:,} and column {letters(self.width - 1)}"
            hint = f"Delete what stands far from the table, near {letters(width - 1)}{line}, or save it as CSV UTF-8."
            raise too_large(
                self.file, f"the worksheet {quote(self.name)} reaches {reach}: more than {CELLS:,} cells", hint
            )
        self.rows.append(Row(line, tuple(cells.get(place, "") for place in range(width))))

    def sorted_rows(self) -> list[Row]:
        """In the order of the spreadsheet, whatever that of the file."""
        return sorted(self.rows, key=lambda row: row.line)


def letters(place: int) -> str:
    """The name of a column: A for 0, Z for 25, AA for 26."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def place_of(name: str) -> int:
    """The place of a column by its letters, from 0; raises ValueError for anything else."""
    place = 0
    for letter in name:
        place = place * 26 + " ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter, 1)
    if not 0 < place <= COLUMNS:
        raise ValueError(name)
    return place - 1
