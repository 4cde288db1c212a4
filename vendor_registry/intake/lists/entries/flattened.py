"""Tables that a page draws without saying so: cells of `div`, or of a table that was copied as text, one a line."""

from collections.abc import Sequence
from itertools import pairwise

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS, SURE, Choice
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Block, Heading, Line, Paragraph, Table
from vendor_registry.intake.lists.words.names import is_company, is_name
from vendor_registry.intake.lists.words.where import is_place
from vendor_registry.model.text.unsaid import unsaid

MOST = 30  # titles of one table
MOST_UNTITLED = 6  # paragraphs of a row, where nothing says what they are
COMPANIES = 0.7  # of the names there that have a legal form


def paragraphs_as_table(blocks: Sequence[Block], choice: Choice) -> list[Block]:
    """Blocks in which titles, one a paragraph, and the cells below them are a table.

    Nothing says where a row ends, so every row has to be full, each name a name, and each place a place.
    """
    found: list[Block] = []
    at = 0
    about = False  # whether a heading above speaks of vendors
    while at < len(blocks):
        end = next((n for n in range(at, len(blocks)) if not isinstance(blocks[n], Paragraph)), len(blocks))
        run = [block for block in blocks[at:end] if isinstance(block, Paragraph)]
        heading = blocks[at]
        about |= isinstance(heading, Heading) and bool(ABOUT_VENDORS.search(heading.text.text))
        found += _with_table(run, choice, about) if run else [blocks[at]]
        at = max(end, at + 1)
    return found


def _with_table(run: Sequence[Paragraph], choice: Choice, about: bool) -> list[Block]:
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
    about |= any(ABOUT_VENDORS.search(block.text.text) for block in run[:1])
    return _without_titles(run) if about else list(run)


def _without_titles(run: Sequence[Paragraph]) -> list[Block]:
    """Names and places that come again and again, as many paragraphs apart, are the rows of a table without titles."""
    places = [number for number, block in enumerate(run) if is_place(block.text.text)]
    apart = {after - before for before, after in pairwise(places)}
    wide = apart.pop() if len(apart) == 1 else 0
    for before in range(min(wide - 1, places[0] if places else 0), 0, -1):
        starts = [place - before for place in places]
        companies = [is_company(run[start].text.text) for start in starts]
        names = all(is_name(run[start].text.text) for start in starts)
        if wide <= MOST_UNTITLED and names and sum(companies) >= COMPANIES * len(starts):
            rows = [run[start : start + wide] for start in starts]
            rows[-1] = rows[-1][: before + 1] if len(rows[-1]) < wide else rows[-1]
            lines = tuple(Line(tuple(cell.text for cell in row), row[0].place) for row in rows)
            return [*run[: starts[0]], Table(lines, run[starts[0]].place), *run[starts[-1] + wide :]]
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
