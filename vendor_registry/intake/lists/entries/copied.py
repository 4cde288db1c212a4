"""Tables that have lost their cells: copied out of a document, or written as lines with marks between."""

from collections.abc import Sequence
from itertools import groupby

from vendor_registry.intake.lists.entries.entry import SURE, Choice
from vendor_registry.intake.lists.entries.phrases import titled
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Block, Item, Items, Line, Paragraph, Table, Text
from vendor_registry.intake.lists.words.names import company_at_start, is_name
from vendor_registry.intake.lists.words.where import is_place

BETWEEN = " – "  # as lines of a text come here, whatever stood between
PLACES = ("region", "country")
LONGEST = 5  # words of a title, or of a place
MOST = 15  # words of a line of titles
VENDORS = "Vendors, one a line"  # what stands below such titles


def copied_tables(blocks: Sequence[Block], choice: Choice) -> list[Block]:
    """Blocks in which lines below a line of titles are the rows of a table, or points of a list."""
    found: list[Block] = []
    for is_line, run in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        few = list(run)
        lines = [one for one in few if isinstance(one, Paragraph)]
        found += (
            (_cards(lines, choice) or _with_points(lines, choice))
            if is_line
            else [_as_table(one, choice) for one in few]
        )
    return found


def _as_table(block: Block, choice: Choice) -> Block:
    """Points of as many parts each, of which the first is one of titles: a table with something between its cells."""
    if not isinstance(block, Items) or any(item.below for item in block.items):
        return block
    rows = [item.text.text.split(BETWEEN) for item in block.items]
    columns = [_column(text, choice) for text in rows[0]] if rows else []
    if "vendor" not in columns or columns.count("") * 2 > len(columns) or len({*map(len, rows)}) > 1 or len(rows) < 2:
        return block
    cells = (tuple(Text(text.strip()) for text in row) for row in rows)
    return Table(tuple(Line(row, item.place) for row, item in zip(cells, block.items, strict=True)), block.place)


def _cards(run: Sequence[Paragraph], choice: Choice) -> list[Block]:
    """Paragraphs of a name, what it does and where, each on a line of its own, as points; [] where they are others."""
    found: list[Block] = []
    for is_card, few in groupby(run, key=lambda block: _is_card(block) or _is_form(block, choice)):
        cards = list(few)
        texts = [
            card.text.text if _is_form(card, choice) else BETWEEN.join(card.text.text.split("\n")) for card in cards
        ]
        points = tuple(Item(Text(text, card.text.links), card.place) for text, card in zip(texts, cards, strict=True))
        found += [Items(points, points[0].place)] if is_card and len(cards) > 1 else cards
    return found if any(isinstance(one, Items) for one in found) else []


def _is_card(block: Paragraph) -> bool:
    lines = block.text.text.split("\n")
    return 3 <= len(lines) <= LONGEST and is_name(lines[0]) and is_place(lines[-1]) and not is_place(lines[0])


def _is_form(block: Paragraph, choice: Choice) -> bool:
    """Whether lines with titles stand below a name: "Acme Inc.", "Purpose: hosting", "Location: Ireland"."""
    name, *below = block.text.text.split("\n")
    told = [titled(Text(line), choice.columns) for line in below[:MOST]]
    columns = {one.column for one in told if one}
    return is_name(name) and len(below) < MOST and all(told) and "purpose" in columns and len(columns) > 1


def _with_points(run: Sequence[Paragraph], choice: Choice) -> list[Block]:
    """Lines of which one holds titles and nothing else, "Name Purpose Location", and those below have lost their cells.

    Only a company with its legal form in front, and a place at the end, can be told apart again.
    """
    headers = [_titles(line.text.text.split()[:MOST], choice) for line in run]
    at = next((number for number, columns in enumerate(headers) if 1 < len(columns) <= 3), -1)
    if at < 0:
        return list(run)
    columns = headers[at]
    rows = [_parts(line.text.text, columns[-1] in PLACES) for line in run[at + 1 :]]
    last = max((n for n, row in enumerate(rows) if row), default=-1)
    if sum(map(bool, rows)) < 2:
        return list(run)
    lines = run[at + 1 : at + 2 + last]
    texts = [Text(BETWEEN.join(row) or line.text.text) for row, line in zip(rows, lines, strict=False)]
    points = tuple(Item(text, line.place) for text, line in zip(texts, lines, strict=True))
    about = Paragraph(Text(VENDORS), points[0].place)
    return [*run[: at + 1], about, Items(points, points[0].place), *run[at + 2 + last :]]


def _parts(text: str, placed: bool) -> list[str]:
    """A company, what it does, and where; [] where these cannot be told apart."""
    name = company_at_start(text)
    words = text[len(name) :].split() if name else []
    for count in range(min(LONGEST, len(words) - 1), 0, -1):
        if placed and words[-count][0].isupper() and is_place(" ".join(words[-count:])):
            return [name, " ".join(words[:-count]), " ".join(words[-count:])]
    return [name, " ".join(words)] if words and not placed else []


def _titles(words: Sequence[str], choice: Choice, before: tuple[str, ...] = ("vendor",)) -> list[str]:
    """The columns that a line of titles names, the names first, each once; [] for any other line."""
    for count in range(1, min(LONGEST, len(words)) + 1):
        column = _column(" ".join(words[:count]), choice)
        first = before == ("vendor",)
        if not column or (column != "vendor" if first else column in before):
            continue
        rest = _titles(words[count:], choice, (*before, column))
        if count == len(words) or rest:
            return [column, *rest]
    return []


def _column(text: str, choice: Choice) -> str:
    said = by_title(text, choice.columns)
    return said.column if said and said.score == SURE else ""
