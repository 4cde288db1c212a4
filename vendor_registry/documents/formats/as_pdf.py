"""A document as PDF: tagged for screen readers, fit for archives, in our own fonts."""

import atexit
import json
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib.resources import as_file, files
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, assert_never

import typst

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
    line,
)
from vendor_registry.documents.formats.heights import WIDTH, short, tall
from vendor_registry.documents.formats.long_words import BREAK, WORD, Breaking, pieces
from vendor_registry.documents.formats.references import bound
from vendor_registry.documents.formats.shapes import FAMILIES, number, shaped, unshaped
from vendor_registry.model.text.visible import printable, visible

_TOLD, _SHOWN = 5, 40  # warnings; signs of a text in one
_Pieces = tuple[tuple[Style, str, str], ...]
_Cells = dict[tuple[Cell, int], int]  # every cell of the tables with the letters that fit it: its number
_ACROSS = 165  # letters of words across a table; of bold ones a tenth less
_LINE_END = "\n"  # escaped text has none of its own


class PdfStandardWarning(UserWarning):
    """The PDF could be made, but not to the standards for archives and accessibility; says why."""


class MissingShapeWarning(UserWarning):
    """A character is in none of our fonts, so that its number is printed; says where."""


def as_pdf(document: Document) -> bytes:
    """The pages, to the standards for archives (ISO 19005-2, PDF/A-2a) and accessibility (ISO 14289-1, PDF/UA-1), which
    the typesetter checks; equal documents give equal bytes.

    Warns with MissingShapeWarning where the fonts lack a character, and with PdfStandardWarning where letters and
    marks of several scripts stand on each other as no font has them: then only the pages can be made.
    """
    for text, character in islice(unshaped(_texts(document)), _TOLD):
        beginning = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        warnings.warn(
            f'our fonts have no shape for {number(character)}, so its number is printed in "{visible(beginning)}"; '
            "DOCX and HTML do not have this limit",
            MissingShapeWarning,
            stacklevel=2,
        )
    try:
        return _typeset(document, strict=True)
    except typst.TypstError as refusal:
        pages = _typeset(document, strict=False)
        reason = str(refusal).splitlines()[0].partition("error: ")[2] or str(refusal)
        warnings.warn(f"the PDF meets neither PDF/A-2a nor PDF/UA-1: {reason}", PdfStandardWarning, stacklevel=2)
        return pages


def _typeset(document: Document, strict: bool) -> bytes:
    template = files("vendor_registry.documents").joinpath("templates", "document.typ").read_bytes()
    noon = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
    return typst.compile(
        template,
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"document": json.dumps(_values(document), ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"] if strict else [],
        timestamp=int(noon.timestamp()),
    )


@cache
def _fonts() -> typst.Fonts:
    """Our fonts, for as long as the process lives: it takes longer to look them through than to set a page."""
    held = ExitStack()
    atexit.register(held.close)
    folder = held.enter_context(as_file(files("vendor_registry").joinpath("fonts")))
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def escape(text: str) -> str:
    """Text for the typesetter, which reads no mark-up in values."""
    return shaped(printable(text))


def _texts(document: Document) -> Iterator[str]:
    """Every text of the sheet or of the policy, each once."""
    texts = [document.title, document.author]
    for block in document.blocks:
        match block:
            case Heading():
                texts.append(block.text)
            case Paragraph():
                texts += [run.text for run in block.line]
            case Fields():
                texts += [run.text for _, cell in block.fields for line in cell for run in line]
            case Picture():
                texts.append(block.caption)
            case Table():
                texts += [run.text for row in block.rows for cell in row.cells for line in cell for run in line]
            case _:
                assert_never(block)
    yield from dict.fromkeys(map(printable, texts))


def _values(document: Document) -> dict[str, Any]:
    cells: _Cells = {}  # filled while the tables are told
    return {
        "name": escape(document.title),
        "title": _text(document.title),
        "language": document.language.split("-"),
        "day": [document.day.year, document.day.month, document.day.day],
        "author": escape(document.author),
        "footer": _text(document.footer),
        "page": document.page,
        "fonts": FAMILIES,
        "seal": document.seal,
        "blocks": [_block(block, cells) for block in document.blocks],
        "cells": [_cell(*cell) for cell in cells],
    }


def _block(block: Block, cells: _Cells) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": _text(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "line": _cell((block.line,))}
        case Fields():
            fields = [
                {"label": _text(label), "value": _cell(one), "tall": tall(one, WIDTH)} for label, one in block.fields
            ]
            return {"kind": "fields", "fields": fields, "narrow": block.narrow, "whole": short(block)}
        case Table():
            columns = [{"title": _text(column.title), "width": column.width} for column in block.columns]
            across = _across(block)
            return {"kind": "table", "columns": columns, "rows": [_row(row, across, cells) for row in block.rows]}
        case Picture():
            drawn = {"svg": block.svg().decode(), "alt": escape(block.alt), "caption": _text(block.caption)}
            return {"kind": "picture", **drawn}
        case _:
            assert_never(block)


def _across(table: Table) -> list[int]:
    """How many letters a line has in each column, about."""
    every = sum(column.width for column in table.columns)
    return [max(1, _ACROSS * column.width // every) for column in table.columns]


def _row(row: Row, across: list[int], cells: _Cells) -> dict[str, Any]:
    """A word of a cell may be as long as a line of its column, in any but narrow ones as long as words are."""
    placed = list(zip(row.cells, across, strict=True))
    numbers = [cells.setdefault((cell, min(WORD, letters)), len(cells)) for cell, letters in placed]
    return {"level": row.level, "tall": any(tall(cell, letters) for cell, letters in placed), "cells": numbers}


def _text(text: str) -> _Pieces:
    return _cell((line(text),))


@lru_cache(maxsize=2048)  # documents of many customers share nearly all of them
def _cell(cell: Cell, fitting: int = WORD) -> _Pieces:
    """Pieces of text, each with its style and how it may be broken, as few as can be: each costs time."""
    runs = [(run.style, escape(bound(run.text)) + end) for line in cell for run, end in _with_ends(line)]
    runs[-1] = (runs[-1][0], runs[-1][1].removesuffix(_LINE_END))
    same_style = ((style, "".join(text for _, text in runs)) for style, runs in groupby(runs, key=itemgetter(0)))
    return tuple(
        (style, piece, breaking if breaking is not Breaking.MARKED or BREAK in piece else "")
        for style, text in same_style
        for piece, breaking in pieces(text, fitting * 9 // 10 if style == "strong" else fitting)
    )


def _with_ends(line: Line) -> Iterator[tuple[Run, str]]:
    yield from ((run, "") for run in line[:-1])
    yield line[-1], _LINE_END
