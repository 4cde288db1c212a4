"""Which row of a table is its header: people put a title, a logo and a date above it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from vendor_registry.intake import kinds
from vendor_registry.intake.columns import BY_HEADER, as_ours, column
from vendor_registry.intake.words.characters import BLANKS, trim
from vendor_registry.model.text.sheet import Row

FIRST_ROWS = 30  # of a sheet, in which the header is looked for
ENOUGH = 3  # titles that are ours: fewer stand in rows of a table, and in sentences, by chance
WIDEST = 256  # columns that are looked at: a file of numbers has more
SURE = 6  # titles that are ours: nothing but a header has as many
LONGEST = 80  # characters of a title
GLANCE = 8  # titles of which one is ours, if half of them all are
SHARE = 0.5  # of the titles that the best row has: whoever has less is no second header


@dataclass(frozen=True, slots=True)
class Expected:
    """What the columns of a sheet are called, and what some of them hold."""

    ours: Callable[[Sequence[str]], tuple[str, ...]]  # titles as a file has them, by their names
    known: Callable[[str], bool]  # whether a name is that of a column
    days: Collection[str]  # columns of days: a number there is one that a spreadsheet counts

    def recognised(self, row: Row) -> int:
        """How many titles of the row are names of columns, each counted once."""
        titles = [trim(value) for value in row.values[:WIDEST] if 0 < len(value) <= LONGEST]
        if len(titles) < ENOUGH or not any(map(self.known, self.ours(titles[:GLANCE]))):
            return 0  # as nearly every row of a table
        return sum(map(self.known, set(self.ours(titles))))


ENGAGEMENTS = Expected(
    as_ours,
    lambda name: column(name) is not None,
    frozenset(one.header for one in BY_HEADER.values() if one.kind is kinds.DAY),
)


def engagements(mapped: Mapping[str, str]) -> Expected:
    """What a sheet of engagements has, given what the policy says of titles."""
    return replace(ENGAGEMENTS, ours=partial(as_ours, mapped=mapped)) if mapped else ENGAGEMENTS


def headers(rows: Iterable[Row], expected: Expected) -> list[Row]:
    """The rows among the first thirty lines that look like the header: none, the one, or several."""
    counted: list[tuple[int, Row]] = []
    titles: frozenset[str] = frozenset()
    for row in rows:
        if row.line > FIRST_ROWS:
            break
        if titles and titles.isdisjoint(row.values):
            continue  # below a header only another one holds some of its titles
        counted.append((expected.recognised(row), row))
        if counted[-1][0] >= SURE:
            titles = frozenset((*filter(None, row.values), *expected.ours(tuple(map(trim, row.values)))))
    best = max((count for count, _ in counted), default=0)
    return [row for count, row in counted if count >= max(ENOUGH, best * SHARE)]


def header(rows: Sequence[Row], expected: Expected) -> Row | None:
    """The row that is the header: the first that looks like one, else the first that holds anything."""
    found = headers(rows[:FIRST_ROWS], expected)
    return found[0] if found else next((row for row in rows if filled(row)), None)


def filled(row: Row) -> bool:
    """Whether any cell of the row holds anything: the first letter of a key tells it at once."""
    return bool(row.values and (row.values[0][:1].isalnum() or "".join(row.values).strip(BLANKS)))
