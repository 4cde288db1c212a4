"""A document as Markdown with pipe tables, as CommonMark viewers with tables read it."""

import re
from collections.abc import Iterator
from typing import assert_never

from vendor_registry.documents.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    Run,
    Style,
    Table,
)
from vendor_registry.documents.printable import printable

_MARKS = re.compile(r"([\\`*_\[\]{}<>#|~]|&(?=#?\w+;))")
_AT_THE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")  # would begin a list, a rule or a heading
_NESTED = "↳ "  # Markdown tables have no levels


def as_markdown(document: Document) -> bytes:
    """The whole document as UTF-8."""
    parts = [f"# {escape(document.title)}", *(part for block in document.blocks for part in _block(block))]
    parts += ["---", escape(document.footer)]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escape(text: str) -> str:
    """Text that Markdown shows as it was written: no mark-up, no HTML, no table bar, no entity."""
    marked = _MARKS.sub(r"\\\1", printable(text))
    return _AT_THE_START.sub(_defused, marked)


def _defused(start: re.Match[str]) -> str:
    mark = start[2]
    return f"{start[1]}{mark}\\" if mark.isdigit() else f"{start[1]}\\{mark}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Paragraph():
            yield _line(block.line)
        case Fields():
            yield "\n".join(f"- **{escape(label)}:** {_cell(value)}" for label, value in block.fields)
        case Table():
            yield _table(block)
        case _:
            assert_never(block)


def _table(table: Table) -> str:
    rows = [[escape(column.title) for column in table.columns], ["---"] * len(table.columns)]
    for row in table.rows:
        first, *others = (_cell(one) for one in row.cells)
        rows.append([_NESTED * row.level + first, *others])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(line) for line in cell)


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    text = escape(run.text)
    match run.style:
        case Style.PLAIN | Style.LABEL:
            return text
        case Style.STRONG:
            return f"**{text}**" if text.strip() == text and text else text
        case Style.MISSING:
            return f"*{text}*"
        case _:
            assert_never(run.style)
