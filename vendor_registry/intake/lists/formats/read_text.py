"""Plain text: one entry a line ("Acme Inc. - hosting - Germany"); with marks of Markdown it is read as that."""

import re
from collections.abc import Iterator
from itertools import groupby

from vendor_registry.intake.lists.dialects.recognised import is_recognised
from vendor_registry.intake.lists.formats import read_markdown
from vendor_registry.intake.lists.formats.page import Block, Heading, Item, Items, Paragraph, Text
from vendor_registry.intake.lists.formats.text import text_of_file

MARKS = re.compile(r"^(?:\s*[-*+] |\s*\d+[.)] |\s*\||<\w)|^(?:={3,}|-{3,})\s*$", re.MULTILINE)
HEADING = re.compile(r"(#{1,6}) (.+?)#*")
BETWEEN = re.compile(r"\s+[-–—|]+\s+|\t+|\s*;\s+|;(?=\S)")
BRACKETED = re.compile(r"[A-Z][^()]{0,80}[^()\s] \([^()]*[,;–-][^()]*\)[.,;]?")  # Acme Inc. (hosting, US)
TALLEST = 6  # lines of a card
FEWEST = 2  # lines of a list
VENDORS = "Vendors, one a line"  # what a list without any words above it is taken for


def read(raw: bytes, name: str) -> list[Block]:
    """The blocks of a text: lines with dashes, tabs or semicolons between are points, all others paragraphs."""
    text = text_of_file(raw, name)
    marked = MARKS.search(text) or is_recognised(text)
    return read_markdown.read(raw, name, lines_count=True) if marked else list(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    if cards := _cards(text):
        yield from cards
        return
    lines = [(str(number), line.strip()) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for listed, run in groupby(lines, key=lambda one: bool(BETWEEN.search(one[1]) or BRACKETED.fullmatch(one[1]))):
        few = list(run)
        if listed and len(few) >= FEWEST:
            yield Paragraph(Text(VENDORS), few[0][0])
            yield Items(tuple(Item(Text(BETWEEN.sub(" – ", line)), place) for place, line in few), few[0][0])
        else:
            yield from (_words(line, place) for place, line in few)


def _cards(text: str) -> list[Block]:
    """Texts with blank lines between, most of as many lines, as paragraphs that keep their lines; [] for others."""
    numbered = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    runs = [list(run) for filled, run in groupby(numbered, key=lambda one: bool(one[1])) if filled]
    sizes = [len(run) for run in runs if len(run) > 1]
    alike = max(map(sizes.count, sizes), default=0)
    if alike < FEWEST or 2 * alike <= len(sizes) or max(sizes) > TALLEST or BETWEEN.search(text):
        return []
    return [Paragraph(Text("\n".join(line for _, line in run)), str(run[0][0])) for run in runs]


def _words(line: str, place: str) -> Block:
    heading = HEADING.fullmatch(line)
    return Heading(len(heading[1]), Text(heading[2].strip()), place) if heading else Paragraph(Text(line), place)
