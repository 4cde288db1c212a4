"""What a Word file gets after it was poured: widths of columns, rows kept on one page, headings without numbers."""

import re
from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml.etree import ProcessingInstruction

from vendor_registry.documents.document import Document, Fields, Table
from vendor_registry.documents.formats.heights import TALL, short
from vendor_registry.documents.formats.side_by_side import pairs
from vendor_registry.model.text.visible import printable

_TAG = re.compile("<[^>]*>")
_LABEL = 2_950  # twips, of the labels in a list that has half of the page
_BETWEEN = 340  # twips, half of the space between two columns
_TWIPS = 635  # Word counts widths in twentieths of a point, its library in English metric units


def fit(word: Any, document: Document, cells: Sequence[str]) -> None:
    """Give each column its share of the line, and keep rows and short lists of fields whole; `cells` by the marks that
    stand for them.

    A template cannot, since it does not know how many columns there will be.
    """
    _flatten_end(word)
    section = word.docx.sections[0]
    line = (section.page_width - section.left_margin - section.right_margin) // _TWIPS
    tables = iter(word.docx.tables)
    columns = len(word.docx.sections) > 1  # a template may show all of it in one
    halved = [document.blocks[at + step] for at in pairs(document.blocks) for step in (1, 3)] if columns else []
    for block in _tables(document):
        table = next((one for one in tables if _caption(one) == printable(block.name)), None)
        if table is None:  # a template may show its blocks in another way
            return
        if isinstance(block, Table):
            whole = sum(column.width for column in block.columns)
            _set_widths(table._tbl, [line * column.width // whole for column in block.columns])
        else:
            if block in halved:
                _set_widths(table._tbl, [_LABEL, line // 2 - _LABEL - _BETWEEN])
            for row in table._tbl.tr_lst:
                _keep_whole(row, cells)
            if short(block) and block not in halved:  # LibreOffice 7.4 ends where kept paragraphs meet columns
                _keep_together(table.rows)


def _flatten_end(word: Any) -> None:
    """Make what Word asks for behind a last table as low as can be: where the page is full, it would open another."""
    body = word.docx.element.body
    last = [one for one in body if one.tag in (qn("w:p"), qn("w:tbl"))][-2:]
    if [one.tag for one in last] == [qn("w:tbl"), qn("w:p")]:
        word.docx.paragraphs[-1].paragraph_format.line_spacing = Pt(1)


def _keep_whole(row: Any, cells: Sequence[str]) -> None:
    """Keep a row of fields on one page, unless it may be longer than one."""
    whole = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None  # as the template may have it
    marked = (cells[int(mark.text)] for mark in row.iter(ProcessingInstruction))
    signs = sum(len(text.text or "") for text in row.iter(qn("w:t"))) + sum(len(_TAG.sub("", cell)) for cell in marked)
    if not whole and signs <= TALL:
        row.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _keep_together(rows: Any) -> None:
    """Keep all rows on one page: each with the next, by the first paragraph of its first cell."""
    for row in list(rows)[:-1]:
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def part(word: Any) -> None:
    """Let a page end behind a paragraph that leads to nothing: before a heading, or at the end.

    Others stay with the table below them. A paragraph that stayed with a heading would take its own heading along, and
    where all that does not fit a page, LibreOffice leaves the first heading alone at the foot.
    """
    for one in word.docx.paragraphs:
        following = one._p.getnext()
        style = following.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if following is not None else None
        leads = following is not None and following.tag != qn("w:sectPr") and not _is_heading(style)
        if not leads and not one.style.name.startswith("Heading"):
            for kept in one._p.findall(f"{qn('w:pPr')}/{qn('w:keepNext')}"):
                kept.getparent().remove(kept)


def _is_heading(style: Any) -> bool:
    return style is not None and str(style.get(qn("w:val"))).startswith("Heading")


def without_numbers(word: Any) -> None:
    """Take the numbers of the template from the headings, of a document whose headings have their own."""
    for level in (1, 2, 3):
        properties = next(one for one in word.docx.styles if one.name == f"Heading {level}").element.pPr
        for number in properties.findall(qn("w:numPr")) if properties is not None else ():
            properties.remove(number)


def _caption(table: Any) -> str:
    found = table._tbl.tblPr.find(qn("w:tblCaption"))
    return "" if found is None else str(found.get(qn("w:val")))


def _tables(document: Document) -> list[Fields | Table]:
    return [block for block in document.blocks if isinstance(block, Fields | Table)]


def _set_widths(table: Any, widths: list[int]) -> None:
    for column, width in zip(table.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.findall(qn("w:tr")):
        for cell, width in zip(row.findall(qn("w:tc")), widths, strict=True):
            cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(width))
