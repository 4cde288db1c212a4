"""A document for programs: one versioned object, keys in a fixed order (docs/document.schema.json)."""

import json
import re
from typing import Any, assert_never

from vendor_registry.documents.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Row,
    Run,
    Style,
    Table,
)
from vendor_registry.model.text.visible import steers

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def as_json(document: Document) -> bytes:
    """The object as UTF-8; every text is there as it was written."""
    return (escape(json.dumps(values(document), ensure_ascii=False, indent=2)) + "\n").encode("utf-8")


def escape(text: str) -> str:
    """JSON in which no character steers a terminal; readers of JSON get the same texts."""
    return _BEYOND_ASCII.sub(lambda found: json.dumps(found[0])[1:-1] if steers(found[0]) else found[0], text)


def values(document: Document) -> dict[str, Any]:
    """The document as JSON knows it."""
    return {
        "version": VERSION,
        "title": document.title,
        "language": document.language,
        "as_of": document.day.isoformat(),
        "author": document.author,
        "footer": document.footer,
        "seal": json.loads(document.seal) if document.seal else None,
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"kind": "paragraph", "line": _line(block.line)}
        case Fields():
            fields = [{"label": label, "value": _cell(value)} for label, value in block.fields]
            return {"kind": "fields", "name": block.name, "fields": fields}
        case Table():
            columns = [column.title for column in block.columns]
            return {"kind": "table", "name": block.name, "columns": columns, "rows": [_row(row) for row in block.rows]}
        case Picture():
            return {"kind": "picture", "alt": block.alt, "caption": block.caption}
        case _:
            assert_never(block)


def _row(row: Row) -> dict[str, Any]:
    return {"level": row.level, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> list[list[dict[str, Any]]]:
    return [_line(line) for line in cell]


def _line(line: Line) -> list[dict[str, Any]]:
    return [_run(run) for run in line]


def _run(run: Run) -> dict[str, Any]:
    """A piece of text; its style where it has one, and the day it writes out where it does."""
    styled = {} if run.style is Style.PLAIN else {"style": run.style.value}
    return {"text": run.text, **styled, **({"day": run.day.isoformat()} if run.day else {})}
