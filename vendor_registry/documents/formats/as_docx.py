"""A document as a Word file, poured into a template that lawyers can change in Word (docs/word_template.md)."""

import html
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any, assert_never

from docx.oxml.ns import qn
from docx.shared import Mm
from markupsafe import Markup

from vendor_registry.documents.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Style,
    Table,
)
from vendor_registry.documents.formats.heights import brief
from vendor_registry.documents.formats.references import bound
from vendor_registry.documents.formats.side_by_side import pairs
from vendor_registry.documents.formats.word_layout import fit, part, without_numbers
from vendor_registry.documents.formats.word_template import delivered, environment, in_words, opened
from vendor_registry.model.text.visible import printable

_STYLES = {Style.STRONG: "Strong", Style.LABEL: "Label", Style.MISSING: "Missing"}  # character styles of the template
_LOOKS = {Style.PLAIN: ""} | {style: f'<w:rPr><w:rStyle w:val="{name}"/></w:rPr>' for style, name in _STYLES.items()}
_FIELD, _TEXT, _NESTED = "FieldText", "TableText", "TableNested"  # paragraph styles of the template
_HIGHEST = Mm(140)  # of a picture: its heading and caption fit on the page with it
_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_SEALED = b"vendors-seal"  # stands for the seal until the file is finished
_ZERO_WIDTH_SPACE = "\u200b"
_PAIR = re.compile(r"[^\W\d_]{14,}/[^\W\d_]{14,}")  # as wide as a column of labels
_MARK = re.compile(rb"<\?cell (\d+)\?>")
Drawn = Callable[[Picture], str]  # a picture as pieces of a line
_NAMES = ("title", "author", "footer", "before_page", "between_pages", "after_pages", "blocks")  # for templates
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip file can name


def as_docx(document: Document, template: bytes = b"") -> bytes:
    """The Word file; equal documents give equal bytes. Without a template of one's own it is the delivered one.

    Raises UsageError for a template that cannot be used, with all misspelt names.
    """
    return poured(document, template)(document)


def poured(document: Document, template: bytes = b"") -> Callable[[Document], bytes]:
    """A document laid out once: what writes it, and the same letter to others, which differs in its first field alone.

    Raises as `as_docx` does.
    """
    cells: list[str] = []
    word = opened(template or delivered(), _NAMES)
    word.init_docx()
    values = context(document, cells, partial(_drawing, word))
    with in_words(values):
        word.render(values, jinja_env=environment(), autoescape=True)  # escaping is said twice, and needed twice
    fit(word, document, cells)
    part(word)
    if not document.numbered:
        without_numbers(word)
    _describe(word, document)
    file = BytesIO()
    word.save(file)
    with zipfile.ZipFile(file) as written:
        parts = {name: written.read(name) for name in written.namelist()}
    others = cells[len(_first_field(document)) :]
    return lambda letter: _finished(parts, [*_first_field(letter), *others], letter.seal)


def escape(text: str) -> str:
    """Text inside Word's XML; the signs that docxtpl would take for escaped braces are spelled out."""
    inert = html.escape(printable(text))
    return inert.replace("{_", "{&#95;").replace("_}", "&#95;}").replace("%_", "%&#95;") if "_" in inert else inert


def context(document: Document, cells: list[str], drawn: Drawn) -> dict[str, Any]:
    """What a template may name. Values and cells go into the list, and their marks into the template: it would read
    each of them several times over. So do pictures, as what `drawn` makes of them."""
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return {
        "title": _seen(document.title),
        "author": _seen(document.author),
        "footer": _seen(document.footer),
        "before_page": _safe(before),
        "between_pages": _safe(between),
        "after_pages": _safe(after),
        "blocks": list(_blocks(document.blocks, cells, drawn)),
    }


def _blocks(blocks: Sequence[Block], cells: list[str], drawn: Drawn) -> Iterator[dict[str, Any]]:
    """The blocks, around two lists that stand beside each other the marks of a section of two columns."""
    beside = pairs(blocks)
    for number, block in enumerate(blocks):
        yield from [{"kind": "two columns"}] if number in beside else []
        values = _block(block, cells, drawn)
        sides = {-1: "above", 0: "left", 2: "right"}
        yield values | {"side": next((side for at, side in sides.items() if number - at in beside), "")}
        yield from [{"kind": "one column"}] if number - 3 in beside else []


def _block(block: Block, cells: list[str], drawn: Drawn) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": f"heading {block.level}", "text": _seen(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "line": Markup(_runs(block.line))}
        case Fields():
            fields = [
                {"label": _label(label), "value": _mark(_cell(value, _FIELD), cells)} for label, value in block.fields
            ]
            return {"kind": "fields", "name": _safe(block.name), "fields": fields}
        case Table():
            columns = [{"title": _seen(column.title)} for column in block.columns]
            kept = [len(block.rows) > 1 and all(map(brief, block.rows[:2])), *[False] * len(block.rows)]
            rows = [
                {"cells": [_mark(one, cells) for one in _row(row.cells, row.level, kept=first)]}
                for row, first in zip(block.rows, kept, strict=False)
            ]
            return {"kind": "table", "name": _safe(block.name), "columns": columns, "rows": rows}
        case Picture():
            return {"kind": "paragraph", "line": _mark(drawn(block), cells)}
        case _:
            assert_never(block)


def _safe(text: str) -> Markup:
    return Markup(escape(text))


def _seen(text: str) -> Markup:
    return _safe(bound(text))


def _label(text: str) -> Markup:
    """With places to break in pairs of long words ("controller/processor"), which Word breaks in a syllable else."""
    return _seen(text).replace("/", f"/{_ZERO_WIDTH_SPACE}") if _PAIR.search(text) else _seen(text)


def _row(cells: tuple[Cell, ...], level: int, *, kept: bool) -> list[str]:
    """The cells of a row; the first of a table stays with the second where both are brief, since LibreOffice 7.4 may
    lose all others where it ends a page alone below the head."""
    first, *others = cells
    return [_cell(first, _NESTED if level else _TEXT, kept=kept), *(_cell(one, _TEXT) for one in others)]


def _cell(cell: Cell, style: str, *, kept: bool = False) -> str:
    head = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if kept else ""}</w:pPr>'
    return "".join(f"{head}{_runs(line)}</w:p>" for line in cell)


def _mark(cell: str, cells: list[str]) -> Markup:
    """Stands for a cell until the file is finished; no text can hold it, since there "<" is escaped."""
    cells.append(cell)
    return Markup(f"<?cell {len(cells) - 1}?>")


def _runs(line: Line) -> str:
    return "".join(
        f'<w:r>{_LOOKS[run.style]}<w:t xml:space="preserve">{escape(bound(run.text))}</w:t></w:r>' for run in line
    )


def _drawing(word: Any, picture: Picture) -> str:
    """A picture as large as the line and the page allow, its caption on the line below it in the same paragraph."""
    section, file = word.docx.sections[0], BytesIO(picture.png())
    inline = word.docx.part.new_pic_inline(file)
    line = section.page_width - section.left_margin - section.right_margin
    scale = min(line / inline.extent.cx, _HIGHEST / inline.extent.cy)
    for extent in (inline.extent, inline.graphic.graphicData.pic.spPr.xfrm.find(qn("a:ext"))):
        extent.cx, extent.cy = int(extent.cx * scale), int(extent.cy * scale)
    inline.docPr.set("descr", printable(picture.alt))
    caption = f'<w:r>{_LOOKS[Style.LABEL]}<w:br/><w:t xml:space="preserve">{escape(picture.caption)}</w:t></w:r>'
    return f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>{caption}"


def _describe(word: Any, document: Document) -> None:
    noon = datetime(document.day.year, document.day.month, document.day.day, 12, tzinfo=UTC)
    core = word.docx.core_properties
    core.title, core.language = printable(document.title)[:255], document.language
    core.author = core.last_modified_by = printable(document.author)[:255]
    core.created = core.modified = noon
    core.comments = _SEALED.decode()
    for language in word.docx.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)


def _first_field(document: Document) -> list[str]:
    """The first cell that is marked, of a document that begins with fields."""
    first = document.blocks[0] if document.blocks else None
    return [_cell(first.fields[0][1], _FIELD)] if isinstance(first, Fields) and first.fields else []


def _finished(parts: Mapping[str, bytes], cells: Sequence[str], seal: str) -> bytes:
    """The parts in a zip file, with the cells in the place of their marks, the seal, and no time of writing."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as fixed:
        for name, part in parts.items():
            if name == _BODY:
                part = _MARK.sub(lambda mark: cells[int(mark[1])].encode("utf-8"), part)
            elif name == _CORE:  # its library refuses more than 255 signs, Word does not
                part = part.replace(_SEALED, html.escape(seal, quote=False).encode("ascii"))
            fixed.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
