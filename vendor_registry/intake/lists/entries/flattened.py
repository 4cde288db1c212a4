"""Tables that a page draws without saying so: cells of `div`, or of a table that was copied as text, one a line."""

from collections.abc import Sequence

from vendor_registry.intake.lists.entries.entry import SURE, Choice
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Block, Line, Paragraph, Table
from vendor_registry.intake.lists.words.names import is_name
from vendor_registry.intake.lists.words.where import is_place
from vendor_registry.model.text.unsaid import unsaid

MOST = 30  # titles of one table


def paragraphs_as_table(blocks: Sequence[Block], choice: Choice) -> list[Block]:
    """Blocks in which titles, one a paragraph, and the cells below them are a table.

    Nothing says where a row ends, so every row has to be full, each name a name, and each place a place.
    """
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = next((n for n in range(at, len(blocks)) if not isinstance(blocks[n], Paragraph)), len(blocks))
        run = [block for block in blocks[at:end] if isinstance(block, Paragraph)]
        found += _with_table(run, choice) if run else [blocks[at]]
        at = max(end, at + 1)
    return found


def _with_table(run: Sequence[Paragraph], choice: Choice) -> list[Block]:
    columns = [_column(one, choice) for one in run]
    ends = _ends(columns)
    for start in range(len(run)):
        wide = ends[start] - start
        titles = columns[start : start + MOST]
        if not 2 <= wide <= MOST or "vendor" not in titles[:wide]:
            continue
        cells = run[start + wide :]
        rows = [cells[at : at + wide] for at in range(0, len(cells), wide)]
        if cells and len(rows[-1]) == wide and all(_fits(row, titles) for row in rows):
            whole = [run[start : start + wide], *rows]
            lines = tuple(Line(tuple(cell.text for cell in row), row[0].place) for row in whole)
            return [*run[:start], Table(lines, run[start].place)]
        return list(run)
    return list(run)


def _ends(columns: Sequence[str]) -> list[int]:
    """For every paragraph, the first one from there on that is no title."""
    ends = [len(columns)] * (len(columns) + 1)
    for number in reversed(range(len(columns))):
        ends[number] = ends[number + 1] if columns[number] else number
    return ends


def _column(block: Paragraph, choice: Choice) -> str:
    """Ours, of a paragraph that is a title and nothing else."""
    said = by_title(block.text.text.rstrip(":"), choice.columns)
    return said.column if said and said.score == SURE else ""


def _fits(row: Sequence[Paragraph], columns: Sequence[str]) -> bool:
    texts = [block.text.text for block in row]
    return all(
        is_name(text.split("\n")[0]) if column == "vendor" else is_place(text) or unsaid(text) or column != "region"
        for text, column in zip(texts, columns, strict=False)
    )
