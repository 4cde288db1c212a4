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
    Picture,
    Run,
    Style,
    Table,
    line,
)
from vendor_registry.model.text.visible import printable

_MARKS = re.compile(r"([\\`*_\[\]{}<>#|~]|&(?=#?\w+;))")
_AT_THE_START = re.compile(r"^(\s*\d*)([-+=.)])")
_NESTED = "↳ "  # Markdown tables have no levels
_DEEPEST = 4


def as_markdown(document: Document) -> bytes:
    """The whole document as UTF-8."""
    parts = [f"# {escape(document.title)}", *(part for block in document.blocks for part in _block(block))]
    parts += ["---", _paragraph(line(document.footer))]
    parts += [f"<!-- vendors-seal: {document.seal} -->"] if document.seal else []
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escape(text: str) -> str:
    """Text that Markdown shows as it was written: no mark-up, no HTML, no table bar, no entity."""
    return _MARKS.sub(r"\\\1", printable(text))


def _paragraph(content: Line) -> str:
    """A line of its own, which must not turn into a list, a rule or a heading."""
    return _AT_THE_START.sub(lambda start: f"{start[1]}\\{start[2]}", _line(content).strip())


def _colon(label: str) -> str:
    """What stands between a label and its value, unless the label is a question."""
    return "" if label.endswith("?") else ":"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escape(block.text)}"
        case Paragraph():
            yield _paragraph(block.line)
        case Fields():
            yield "\n".join(f"- **{escape(label)}{_colon(label)}** {_cell(value)}" for label, value in block.fields)
        case Table():
            yield _table(block)
        case Picture():
            yield f"*{escape(block.alt)}*"
            yield _paragraph(line(block.caption))
        case _:
            assert_never(block)


def _table(table: Table) -> str:
    rows = [[escape(column.title) for column in table.columns], ["---"] * len(table.columns)]
    for row in table.rows:
        first, *others = (_cell(one) for one in row.cells)
        rows.append([_NESTED * min(row.level, _DEEPEST) + first, *others])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_line, cell))


def _line(content: Line) -> str:
    return "".join(map(_run, content))


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
