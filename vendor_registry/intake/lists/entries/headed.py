"""Names that are paragraphs of their own, with what is said of them under titles below: points, or paragraphs."""

import re
from collections.abc import Sequence

from vendor_registry.intake.lists.entries.entry import Choice
from vendor_registry.intake.lists.entries.phrases import titled
from vendor_registry.intake.lists.formats.page import Block, Item, Items, Paragraph, Text
from vendor_registry.intake.lists.words.names import is_name

FEWEST = 2
_NUMBER = re.compile(r"^\d{1,3}[.)]\s*")


def names_with_points(blocks: Sequence[Block], choice: Choice) -> list[Block]:
    """Blocks in which such names, one after the other, are the points of a list."""
    found: list[Block] = []
    points: list[Item] = []
    run: list[Block] = []
    at = 0
    while at <= len(blocks):
        end, below = _below(blocks, at, choice)
        block = blocks[at] if at < len(blocks) else None
        if below and isinstance(block, Paragraph):
            name = _NUMBER.sub("", block.text.text).rstrip(" :")
            points.append(Item(Text(name, block.text.links), block.place, below))
            run += blocks[at:end]
            at = end
            continue
        found += [Items(tuple(points), points[0].place)] if len(points) >= FEWEST else run
        points, run = [], []
        found += [block] if block else []
        at += 1
    return found


def _below(blocks: Sequence[Block], at: int, choice: Choice) -> tuple[int, tuple[Item, ...]]:
    """The block behind what is said of the name at a place, and what that is; nothing where no name stands there."""
    block = blocks[at] if at < len(blocks) else None
    words = _NUMBER.sub("", block.text.text).rstrip(" :") if isinstance(block, Paragraph) else ""
    if "\n" in words or not is_name(words):
        return at, ()
    end = at + 1
    below: list[Item] = []
    while end < len(blocks):
        after = blocks[end]
        items = after.items if isinstance(after, Items) else ()
        items = (Item(after.text, after.place),) if isinstance(after, Paragraph) else items
        if not items or not all(titled(item.text, choice.columns) and not item.below for item in items):
            break
        below += items
        end += 1
    columns = {said.column for item in below if (said := titled(item.text, choice.columns))}
    return (end, tuple(below)) if len(columns) > 1 and columns & {"purpose", "service"} else (at, ())
