"""A document as a Word file, poured into a template that lawyers can change in Word (docs/word_template.md)."""

import html
import zipfile
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from typing import Any, assert_never

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

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
from vendor_registry.model.visible import printable

_STYLES = {Style.STRONG: "Strong", Style.LABEL: "Label", Style.MISSING: "Missing"}  # character styles of the template
_FIELD, _TEXT, _NESTED = "FieldText", "TableText", "TableNested"  # paragraph styles of the template
_TWIPS = 635  # Word counts widths in twentieths of a point, its library in English metric units
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can name


def as_docx(document: Document) -> bytes:
    """The Word file; equal documents give equal bytes."""
    source = files("vendor_registry.documents").joinpath("templates", "document.docx").read_bytes()
    word = DocxTemplate(BytesIO(source))
    # A sandbox, since a template changed by others may call things; strict, so that a misspelt name stops; escaping
    # said twice, since without either the text after a "&" or "<" would be lost in silence.
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    word.render(context(document), jinja_env=environment, autoescape=True)
    _fit_columns(word, document)
    _describe(word, document)
    file = BytesIO()
    word.save(file)
    return _with_fixed_dates(file.getvalue())


def escape(text: str) -> Markup:
    """Text inside Word's XML; the signs that docxtpl would take for escaped braces are spelled out."""
    return Markup(html.escape(printable(text)).replace("{_", "{&#95;").replace("_}", "&#95;}").replace("%_", "%&#95;"))


def context(document: Document) -> dict[str, Any]:
    """What a template may name."""
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {
        "title": escape(document.title),
        "author": escape(document.author),
        "footer": escape(document.footer),
        "before_page": escape(before),
        "between_pages": escape(between),
        "after_pages": escape(after),
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": f"heading {block.level}", "text": escape(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "line": _runs(block.line)}
        case Fields():
            fields = [{"label": escape(label), "value": _cell(value, _FIELD)} for label, value in block.fields]
            return {"kind": "fields", "name": escape(block.name), "fields": fields}
        case Table():
            columns = [{"title": escape(column.title)} for column in block.columns]
            rows = [{"cells": _row(row.cells, row.level)} for row in block.rows]
            return {"kind": "table", "name": escape(block.name), "columns": columns, "rows": rows}
        case _:
            assert_never(block)


def _row(cells: tuple[Cell, ...], level: int) -> list[Markup]:
    first, *others = cells
    return [_cell(first, _NESTED if level else _TEXT), *(_cell(one, _TEXT) for one in others)]


def _cell(cell: Cell, style: str) -> Markup:
    paragraph = Markup('<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p>')
    return Markup("").join(paragraph.format(style, _runs(line)) for line in cell)


def _runs(line: Line) -> Markup:
    return Markup("").join(_run(run) for run in line)


def _run(run: Run) -> Markup:
    style = Markup('<w:rPr><w:rStyle w:val="{}"/></w:rPr>').format(_STYLES[run.style]) if run.style in _STYLES else ""
    return Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(style, escape(run.text))


def _fit_columns(word: Any, document: Document) -> None:
    """Give each column its share of the line; a template cannot, since it does not know how many there will be."""
    section = word.docx.sections[0]
    line = (section.page_width - section.left_margin - section.right_margin) // _TWIPS
    for table, block in zip(word.docx.tables, _tables(document), strict=True):
        if isinstance(block, Table):
            whole = sum(column.width for column in block.columns)
            _set_widths(table._tbl, [line * column.width // whole for column in block.columns])


def _tables(document: Document) -> list[Fields | Table]:
    return [block for block in document.blocks if isinstance(block, Fields | Table)]


def _set_widths(table: Any, widths: list[int]) -> None:
    for column, width in zip(table.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.findall(qn("w:tr")):
        for cell, width in zip(row.findall(qn("w:tc")), widths, strict=True):
            cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(width))


def _describe(word: Any, document: Document) -> None:
    noon = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
    core = word.docx.core_properties
    core.title, core.language = printable(document.title)[:255], document.language
    core.author = core.last_modified_by = printable(document.author)[:255]
    core.created = core.modified = noon
    for language in word.docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)


def _with_fixed_dates(content: bytes) -> bytes:
    """The same zip without the time of writing."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as written, zipfile.ZipFile(out, "w") as fixed:
        for name in written.namelist():
            fixed.writestr(zipfile.ZipInfo(name, _EPOCH), written.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
