"""Lines and sentences that name vendors one after the other: "Acme Inc. (hosting, US) and Beta GmbH (mail, DE)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS
from vendor_registry.intake.lists.formats.page import Block, Item, Items, Paragraph, Text
from vendor_registry.intake.lists.words.names import is_name
from vendor_registry.intake.lists.words.where import is_place

FEWEST = 2
LONGEST = 5000  # characters of a paragraph
_NAMED = re.compile(r"(?P<name>[^\s(),;:][^();:]{0,80}?)\s*\((?P<about>[^()]{2,200})\)(?=\s*(?:[,;.]|$|\w))")
_DASH = re.compile(r"\s+[-–—|]+\s+")
_BEFORE = re.compile(r"^(?:,?\s*(?:and|und|et|y|e|en|as well as|sowie)\s+|,\s*)", re.IGNORECASE)


def lines_as_points(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which lines that begin with a name and end in a place, with dashes between, are points."""
    found: list[Block] = []
    for listed, run in groupby(blocks, key=_is_all_lines):
        few = list(run)
        points = [point for block in few if listed and isinstance(block, Paragraph) for point in _points(block)]
        found += [Items(tuple(points), points[0].place)] if len(points) >= FEWEST else few
    return found


def _is_all_lines(block: Block) -> bool:
    lines = block.text.text.split("\n") if isinstance(block, Paragraph) else []
    parts = [_DASH.split(line) for line in lines]
    return bool(parts) and all(len(one) > 1 and is_name(one[0]) and is_place(one[-1]) for one in parts)


def _points(block: Paragraph) -> Iterator[Item]:
    for line in block.text.text.split("\n"):
        links = tuple(link for link in block.text.links if link[0] in line)
        yield Item(Text(line, links), block.place)


def enumerations_as_points(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which such sentences, where they speak of vendors, are followed by their parts as points."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Block]:
    yield block
    if not isinstance(block, Paragraph) or len(block.text.text) > LONGEST or not ABOUT_VENDORS.search(block.text.text):
        return
    found = [(_BEFORE.sub("", one["name"]).strip(), one["about"]) for one in _NAMED.finditer(block.text.text)]
    placed = [_is_placed(about) for _, about in found]
    if len(found) >= FEWEST and all(is_name(name) for name, _ in found) and all(placed):
        points = tuple(Item(Text(f"{name} ({about})"), block.place) for name, about in found)
        yield Items(points, block.place)


def _is_placed(about: str) -> bool:
    """Whether a bracket says more than where: what a vendor does, and a place behind the last comma."""
    head, comma, tail = about.rpartition(",")
    return bool(comma) and is_place(tail.strip()) and not is_place(head.strip())
