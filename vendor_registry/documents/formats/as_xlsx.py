"""A document as a workbook: a page of what is said, and one for each list, to be sorted and filtered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Row,
    Style,
    Table,
)
from vendor_registry.documents.formats.workbook.pages import Book, Styled, height, write
from vendor_registry.model.text.visible import printable

_SAID = (48, 110)  # characters: labels, values
_LIST, _GROUP, _NARROWEST = 160, 20, 12  # characters: a list over its whole width, the column of groups, any other
_DIGITS = 9  # longer ones are names of something, such as telephone numbers


@dataclass(frozen=True, slots=True)
class _List:
    """The tables under one heading with the same columns, and for each row the table it is of."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, Row], ...]

    @property
    def grouped(self) -> bool:
        return len({name for name, _ in self.rows}) > 1


def as_xlsx(document: Document) -> bytes:
    """The workbook; equal documents give equal bytes. Every text stays a text: none becomes a formula or a link."""
    book = Book(document)
    _said(book, document)
    for one in _lists(document):
        _list(book, one)
    return book.finished()


def escape(text: str) -> str:
    """Text for a cell. No sign is put before it: the writer of cells is told that it is a text."""
    return printable(text)


def _said(book: Book, document: Document) -> None:
    """The first page: all but the lists."""
    page = book.page(document.title, _SAID)
    at = write(page, 0, [(escape(document.title), book.titles[0])], _SAID[:1]) + 1
    page.set_row(0, height([""], _SAID[:1]) * 1.6)
    for block in _but_headings_of_lists(document.blocks):
        for cells in _across(book, block):
            if isinstance(block, Paragraph | Picture):
                page.merge_range(at, 0, at, 1, "", book.text)
            at = write(page, at, cells, (sum(_SAID),) if len(cells) == 1 else _SAID)
        at += isinstance(block, Paragraph | Fields)
    page.merge_range(at, 0, at, 1, "", book.label)
    write(page, at, [(escape(document.footer), book.label)], (sum(_SAID),))


def _but_headings_of_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Below the first level they stand in the rows of the list."""
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if not (isinstance(block, Heading) and block.level > 1 and isinstance(following, Table)):
            yield block


def _across(book: Book, block: Block) -> Iterator[list[Styled]]:
    """The rows of a block on the first page."""
    match block:
        case Heading():
            yield [(escape(block.text), book.titles[block.level])]
        case Paragraph():
            yield [(_text((block.line,)), book.text)]
        case Fields():
            for label, value in block.fields:
                yield [(escape(label), book.label), _typed(book, value)]
        case Picture():
            yield [(escape(block.alt), book.text)]
            yield [(escape(block.caption), book.label)]
        case Table():
            pass
        case _:
            assert_never(block)


def _lists(document: Document) -> Iterator[_List]:
    heading, found = document.title, list[_List]()
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            heading = block.text
        elif isinstance(block, Table):
            rows = tuple((block.name, row) for row in block.rows)
            if found and (found[-1].name, found[-1].columns) == (heading, block.columns):
                rows = (*found.pop().rows, *rows)
            found.append(_List(heading, block.columns, rows))
    yield from found


def _list(book: Book, found: _List) -> None:
    """A head that stays in sight, filters, and the rows; each says of which group it is, as filters need it."""
    whole = sum(column.width for column in found.columns)
    widths = [max(_NARROWEST, _LIST * column.width // whole) for column in found.columns]
    titles = [column.title for column in found.columns]
    if found.grouped:
        widths, titles = [_GROUP, *widths], [found.name, *titles]
    page = book.page(found.name, widths)
    at = write(page, 0, [(escape(title), book.head) for title in titles], widths)
    for name, row in found.rows:
        first, *others = row.cells
        group: list[Styled] = [(escape(name), book.text)] if found.grouped else []
        named: Styled = (_text(first), book.nested if row.level else book.text)
        at = write(page, at, [*group, named, *(_typed(book, cell) for cell in others)], widths)
    page.freeze_panes(1, 1 + found.grouped)
    page.repeat_rows(0)
    page.autofilter(0, 0, max(at - 1, 1), len(titles) - 1)


def _typed(book: Book, cell: Cell) -> Styled:
    """A value and its style: a day where the cell is one, a number where it is one, else a text."""
    runs = [run for line in cell for run in line]
    only = runs[0] if len(runs) == 1 else None
    if only and only.day:
        return only.day, book.day
    if only and only.text.isascii() and only.text.isdigit() and len(only.text) <= _DIGITS:
        number = int(only.text)
        if str(number) == only.text:
            return number, book.number
    return _text(cell), book.missing if only and only.style is Style.MISSING else book.text


def _text(cell: Iterable[Line]) -> str:
    return "\n".join(escape("".join(run.text for run in line)) for line in cell)
