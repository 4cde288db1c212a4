"""A document before it has a format: what is said, in which order, and nothing of how it looks.

To add a kind of block: one class here; every writer then fails to type-check until it can write it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Style(StrEnum):
    """What a piece of text is, for writers to show in their own way."""

    PLAIN = "plain"
    STRONG = "strong"  # the name of a thing
    LABEL = "label"  # says what the text after it is
    MISSING = "missing"  # stands where the registry has nothing


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    style: Style = Style.PLAIN
    day: date | None = None  # the day that it writes out, for formats that know days


Line = tuple[Run, ...]
Cell = tuple[Line, ...]  # lines one under the other; never empty, since a blank cell says nothing


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1  # below the title; 1 to 3, none left out


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values, one under the other."""

    name: str  # what the fields say, for people who cannot see them
    fields: tuple[tuple[str, Cell], ...]
    narrow: bool = False  # short enough to stand beside another such list where a page is wide


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int  # share of the line, relative to the other columns


@dataclass(frozen=True, slots=True)
class Row:
    """As many cells as the table has columns; a row of level 1 belongs to the nearest row of level 0 above it."""

    cells: tuple[Cell, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns whose titles are repeated on every page; the first cell names its row."""

    name: str  # what the table lists, for people who cannot see it
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, which a writer asks for in the form that it can show; drawn only then, since text needs none."""

    svg: Callable[[], bytes]  # one page that needs nothing but itself
    png: Callable[[], bytes]
    alt: str  # what it shows, for people who cannot see it
    caption: str


Block = Heading | Paragraph | Fields | Table | Picture


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What a writer is given. `day` is the day it speaks of, and the only date that gets into the file."""

    title: str
    language: str  # BCP 47: "en", "de"
    day: date
    sender: str = ""  # of a letter: who can be reached where, as people write it
    recipient: str = ""
    author: str
    footer: str  # on every page
    page: str  # "Page {page} of {pages}", in the document's language
    blocks: tuple[Block, ...]
    numbered: bool = True  # headings get numbers where a format has them; no: the law has letters for them
    seal: str = ""  # what it says of itself to programs, see seal.py


def line(text: str, style: Style = Style.PLAIN) -> Line:
    """A line of one piece."""
    return (Run(text, style),)


def cell(text: str, missing: str) -> Cell:
    """The lines of a text as written, or the word that stands for nothing."""
    lines = tuple(line(part.strip()) for part in text.splitlines() if part.strip())
    return lines or (line(missing, Style.MISSING),)
