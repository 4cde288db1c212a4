"""A table of the album as a table of the page, which the script fills anew for another day or a part."""

from collections.abc import Iterator

from markupsafe import Markup

from vendor_registry.drawing.picture.picture import Grid, GridCell, Picture


def sheet(picture: Picture, grid: Grid) -> Markup:
    """The table as it is on the day of the diagram."""
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in (grid.corner, *grid.columns))
    rows = Markup("").join(_rows(grid))
    return Markup(
        '<div class="sheet"><table aria-label="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(picture.title, heads, rows)


def _rows(grid: Grid) -> Iterator[Markup]:
    for title, cells in zip(grid.rows, grid.cells, strict=True):
        written = Markup("").join(map(_cell, cells))
        yield Markup('<tr><th scope="row">{}</th>{}</tr>').format(title, written)


def _cell(cell: GridCell) -> Markup:
    lines = Markup("").join(Markup("<div>{}</div>").format(line) for line in cell.lines if line)
    classes = " ".join(word for word in ("inside" if cell.inside else "", cell.mark) if word)
    return Markup('<td class="{}">{}</td>').format(classes, lines)
