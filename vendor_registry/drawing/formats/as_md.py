"""The pages as Markdown tables: the matrix, the findings with their cells, the flows."""

import re
from collections.abc import Iterator, Sequence

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.picture.picture import Grid, Picture
from vendor_registry.drawing.picture.tables import marked, tables, title_block

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~$@:=-])")


def write(album: Album) -> bytes:
    """GitHub-flavoured Markdown, UTF-8."""
    return "\n".join(line for page in album.pages for line in _page(page.picture)).encode()


def escape(text: str) -> str:
    """The one way by which a text gets into Markdown: no markup, no HTML, no reference, no new cell."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", plain)


def _page(picture: Picture) -> Iterator[str]:
    yield f"# {escape(picture.title)}"
    yield ""
    yield escape(title_block(picture))
    yield ""
    yield escape(picture.description)
    yield ""
    if picture.grid:
        yield from _grid(picture, picture.grid)
    for table in tables(picture):
        yield f"## {escape(table.title)}"
        yield ""
        yield from _table(table.columns, table.rows)
    for note in picture.notes:
        yield f"- {escape(note)}"
    yield ""


def _grid(picture: Picture, grid: Grid) -> Iterator[str]:
    rows = [
        (name, *(" · ".join(line for line in (*cell.lines, marked(picture, cell)) if line) for cell in cells))
        for name, cells in zip(grid.rows, grid.cells, strict=True)
    ]
    yield from _table((grid.corner, *grid.columns), rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(columns)
    yield "|" + "---|" * len(columns)
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escape, cells)) + " |"
