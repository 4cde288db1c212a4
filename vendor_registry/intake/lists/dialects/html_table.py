"""A table of another markup as one line of HTML, which Markdown passes on."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt

_INLINE = MarkdownIt("commonmark", {"html": True, "breaks": True})


@dataclass(slots=True)
class DrawnCell:
    """One cell: its words in Markdown, with line breaks where the page has some, and how much it covers."""

    text: str
    wide: int = 1
    high: int = 1


@dataclass(slots=True)
class DrawnRow:
    """One row, and on which line of the page it begins."""

    line: int
    cells: list[DrawnCell]


def html_table(rows: Sequence[DrawnRow], count: int, caption: str = "") -> list[str]:
    """The rows as so many lines of a page: the first is the table, the others are blank."""
    head = f"<caption>{shown(caption)}</caption>" if caption else ""
    inner = "".join(f'<tr data-place="{row.line}">{"".join(map(_cell, row.cells))}</tr>' for row in rows)
    return [f"<table>{head}{inner}</table>", *[""] * (count - 1)]


def separated(line: str, mark: str) -> list[DrawnCell]:
    """The cells of a line with commas, or another mark, between them; one cell where it is no such line."""
    try:
        parts = next(csv.reader([line.strip()], delimiter=mark, skipinitialspace=True), [])
    except csv.Error:  # a quotation mark without an end, a text without any
        parts = [line]
    return [DrawnCell(part.strip()) for part in parts]


def shown(text: str) -> str:
    """Words in Markdown as HTML on one line."""
    return str(_INLINE.renderInline(text)).replace("\n", " ")


def _cell(cell: DrawnCell) -> str:
    spans = "".join(
        f' {name}="{count}"' for name, count in (("colspan", cell.wide), ("rowspan", cell.high)) if count > 1
    )
    return f"<td{spans}>{shown(cell.text)}</td>"
