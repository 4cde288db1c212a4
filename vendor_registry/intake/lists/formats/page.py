"""A published list before anyone asked what it says: headings, texts, tables, points and data, with their places."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words with line breaks where the page has some, and what stands out in them."""

    text: str
    links: tuple[tuple[str, str], ...] = ()  # (words, web or mail address)
    strong: tuple[str, ...] = ()  # words in bold
    marks: tuple[str, ...] = ()  # of footnotes, as they stand above the line


@dataclass(frozen=True, slots=True)
class Heading:
    """What the blocks behind it are about."""

    level: int
    text: Text
    place: str  # line of the file, or "table 2 row 3" where there are no lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose."""

    text: Text
    place: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table."""

    cells: tuple[Text, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as they stand; which of them is the header is not known yet."""

    lines: tuple[Line, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, with the points below it."""

    text: Text
    place: str
    below: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list: bullets, numbers, or terms with what is said of them."""

    items: tuple[Item, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Node:
    """A value of JSON or YAML with its place."""

    value: "str | tuple[Node, ...] | Mapping[str, Node]"
    place: str


def spot(file: str, place: str) -> str:
    """Where something stands, as reports say it: `list.md:12`, or `list.xlsx!Vendors!12:12` for a row of a workbook."""
    return f"{file}{place}" if place.startswith("!") else f"{file}:{place}" if place else file


Block = Heading | Paragraph | Table | Items | Node
