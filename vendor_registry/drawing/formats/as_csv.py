"""The table of flows as CSV, for spreadsheets; of a view that is a table, that table."""

import csv
import io
from collections.abc import Iterator, Sequence

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.picture.picture import FlowRow, Grid
from vendor_registry.model.text.inert import inert

COLUMNS = ("page", "number", "from", "to", "data", "ground", "state", "findings", "written_in")


def write(album: Album) -> bytes:
    """UTF-8, comma-separated; what a spreadsheet would take for a formula is written as text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for row in _rows(album):
        writer.writerow([inert(cell) for cell in row])
    return out.getvalue().encode()


def _rows(album: Album) -> Iterator[Sequence[str]]:
    flows = [(page.picture.key, row) for page in album.pages for row in page.picture.rows]
    grids = [page.picture.grid for page in album.pages if page.picture.grid]
    if flows or not grids:
        yield COLUMNS
        yield from (_flow(key, row) for key, row in flows)
    else:
        for grid in grids:
            yield from _grid(grid)


def _flow(key: str, row: FlowRow) -> Sequence[str]:
    return (key, row.number, row.source, row.target, row.data, row.ground, row.mark, " ".join(row.signs), row.place)


def _grid(grid: Grid) -> Iterator[Sequence[str]]:
    yield (grid.corner, *grid.columns)
    for name, cells in zip(grid.rows, grid.cells, strict=True):
        yield (name, *("; ".join(line for line in cell.lines if line) for cell in cells))
