"""DOCX: headings, paragraphs, lists and tables of a Word document. Macros and external parts are never touched."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import escape

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph

from vendor_registry.intake.lists.formats.markup import blocks
from vendor_registry.intake.lists.formats.page import Block
from vendor_registry.intake.lists.formats.text import refused

OLE = b"\xd0\xcf\x11\xe0"  # how Office wraps a file that is locked with a password
LARGEST = 100_000_000  # bytes, unpacked
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, PackageNotFoundError, KeyError, ValueError, OSError, SyntaxError),
    *(NotImplementedError, AttributeError, TypeError),  # the last two where an element stands in the place of another
)
HEADING = re.compile(r"(?:Heading|Überschrift|Titre|Título) ([1-6])|Title|Titel")


def read(raw: bytes, name: str) -> list[Block]:
    """The blocks of a document; raises RefusedError where it is locked, damaged, or unpacks to too much."""
    if raw.startswith(OLE):
        raise refused(name, 0, "the document is locked with a password, or in the format of old", "Save it as DOCX.")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise refused(
                    name, 0, f"the document unpacks to more than {LARGEST:,} bytes", "Hand in the list alone."
                )
        text = "".join(_html(docx.Document(io.BytesIO(raw))))
    except DAMAGED:
        hint = "Open it in a word processor and save it again as DOCX."
        raise refused(name, 0, "the document cannot be opened: it is damaged, or another kind of file", hint) from None
    return blocks(text)


def _html(document: Document) -> Iterator[str]:
    tables = 0
    for number, block in enumerate(document.iter_inner_content(), start=1):
        if isinstance(block, Table):
            tables += 1
            yield from _table(block, tables)
        else:
            yield _paragraph(block, number)


def _paragraph(paragraph: Paragraph, number: int) -> str:
    style = (paragraph.style.name or "") if paragraph.style else ""
    heading = HEADING.fullmatch(style)
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    tag = f"h{heading[1] or 1}" if heading else "li" if numbered or style.startswith("List") else "p"
    inner = f'<{tag} data-place="paragraph {number}">{_inline(paragraph)}</{tag}>'
    return f"<ul>{inner}</ul>" if tag == "li" else inner


def _inline(paragraph: Paragraph) -> str:
    parts = []
    for part in paragraph.iter_inner_content():
        text = escape(part.text).replace("\n", "<br>")
        if isinstance(part, Hyperlink):
            parts.append(f'<a href="{escape(part.url or "")}">{text}</a>')
        else:
            parts.append(f"<b>{text}</b>" if part.bold and text.strip() else text)
    return "".join(parts)


def _table(table: Table, number: int) -> Iterator[str]:
    yield f'<table data-place="table {number}">'
    for row_number, row in enumerate(table.rows, start=1):
        yield f'<tr data-place="table {number} row {row_number}">'
        before = None
        for cell in row.cells:
            same = before is not None and cell._tc is before  # a cell that covers several columns stands once
            before = cell._tc
            inner = "" if same else "".join(f"<p>{_inline(one)}</p>" for one in cell.paragraphs)
            yield f"<td>{inner}</td>"
        yield "</tr>"
    yield "</table>"
