"""A document as plain text: for terminals, and for e-mails that everybody can read."""

import textwrap
from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

from vendor_registry.documents.document import Block, Cell, Document, Fields, Heading, Line, Paragraph, Picture, Table
from vendor_registry.model.text.visible import visible

_WIDTH = 96  # columns; as wide as a page of mail, and read on every terminal
_STEP = "  "
_RULES = {1: "=", 2: "-"}


def as_text(document: Document) -> bytes:
    """The whole document as UTF-8, lines of at most 96 columns but for words that are longer."""
    parts = [_titled(document.title, "="), *(part for block in document.blocks for part in _block(block))]
    seal = [f"vendors-seal: {document.seal}"] if document.seal else []
    return ("\n\n".join([*parts, escape(document.footer), *seal]) + "\n").encode("utf-8")


def escape(text: str) -> str:
    """Text that no terminal obeys and no build server takes for a command."""
    shown = visible(text)
    return shown.replace("::", r"\x3a:", 1) if shown.lstrip().startswith("::") else shown


def _titled(text: str, rule: str) -> str:
    shown = escape(text)
    return f"{shown}\n{rule * min(len(shown), _WIDTH)}"


@lru_cache(maxsize=256)  # letters to many customers share nearly all of it
def _block(block: Block) -> tuple[str, ...]:
    return tuple(_parts(block))


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _titled(block.text, _RULES.get(block.level, "-")) if block.level < 3 else escape(block.text)
        case Paragraph():
            yield _filled(_line(block.line), "")
        case Fields():
            yield _labelled(block.fields, "")
        case Table():
            yield "\n\n".join(_rows(block))
        case Picture():
            yield _filled(f"[{escape(block.alt)}]", "")
            yield _filled(escape(block.caption), "")
        case _:
            assert_never(block)


def _rows(table: Table) -> Iterator[str]:
    """Each row as its first cell, and below it the others with the titles of their columns."""
    for row in table.rows:
        first, *others = row.cells
        indent = _STEP * row.level
        named = tuple(zip((column.title for column in table.columns[1:]), others, strict=True))
        told = ", ".join(filter(None, map(_line, first)))
        yield f"{_filled(told, indent)}\n{_labelled(named, indent + _STEP)}"


def _labelled(fields: tuple[tuple[str, Cell], ...], indent: str) -> str:
    wide = min(max((len(label) for label, _ in fields), default=0), _WIDTH // 3)
    return "\n".join(_field(label, value, indent, wide) for label, value in fields)


def _field(label: str, value: Cell, indent: str, wide: int) -> str:
    """A label, and beside it the lines of its value, one under the other; below it where the label is too long."""
    named, under = f"{indent}{escape(label)}", f"{indent}{' ' * wide}  "
    fits = len(named) <= len(indent) + wide
    beside = under if not fits else f"{named.ljust(len(indent) + wide)}  "
    filled = [_filled(_line(one), under if number else beside, under) for number, one in enumerate(value)]
    return "\n".join(filled if fits else [_filled(escape(label), indent), *filled])


def _filled(text: str, indent: str, following: str | None = None) -> str:
    later = indent if following is None else following
    return (
        textwrap.fill(
            text,
            max(_WIDTH, len(later) + 20),
            initial_indent=indent,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
        or indent.rstrip()
    )


def _line(content: Line) -> str:
    return escape("".join(run.text for run in content))
