"""A grid in SVG: a matrix of crossings, or bars."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import Sign
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, NO_ZONE_FILL, PAPER
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import wrap, wrap_name
from vendor_registry.drawing.picture.picture import Grid, GridCell, Mark
from vendor_registry.drawing.svg.boxes import draw_bar
from vendor_registry.drawing.svg.elements import Type, add, text
from vendor_registry.drawing.svg.lines import Look, draw_course, draw_sign

SIZE = 12.0
_LEADING = 15.0
_PADDING = 7.0
_WIDEST = 330.0  # of a column
_FIRST = 0.15  # share of the first column
_MOST_LINES = 5  # of one text in a cell
_SAMPLE = 16.0  # kept for the line of a ground
_BAR = 14.0
_BORDERS = {Mark.NONE: (GREY, 0.6), Mark.GAP: (GAP, 1.6), Mark.BROKEN: (BROKEN, 3.2)}


def draw_grid(parent: Element, grid: Grid, corner: Point, room: float) -> float:
    """The grid; its height."""
    first = min(room * _FIRST, _WIDEST)
    across = min((room - first) / max(len(grid.columns), 1), _WIDEST)
    group = add(parent, "g", role="table", aria_label=grid.corner)
    y = corner[1]
    y += _draw_row(group, (grid.corner, *grid.columns), (), (corner[0], y), (first, across))
    for name, cells in zip(grid.rows, grid.cells, strict=True):
        y += _draw_row(group, (name,), cells, (corner[0], y), (first, across))
    return y - corner[1]


def _draw_row(
    parent: Element, titles: Sequence[str], cells: Sequence[GridCell], corner: Point, sizes: tuple[float, float]
) -> float:
    """Titles in bold, then cells; the first as wide as the first size, the others as the second."""
    (x, y), (first, across) = corner, sizes
    widths = [first] + [across] * (len(titles) + len(cells) - 1)
    heads = [wrap_name(one, size - 2 * _PADDING, SIZE, bold=True) for one, size in zip(titles, widths, strict=False)]
    bodies = [_lines(cell, across) for cell in cells]
    height = 2 * _PADDING + max([*(len(one) * _LEADING for one in heads), *map(_height, cells, bodies)])
    row = add(parent, "g", role="row")
    for lines, size in zip(heads, widths, strict=False):
        group = add(row, "g", role="rowheader" if cells else "columnheader")
        add(group, "rect", x=x, y=y, width=size, height=height, fill=NO_ZONE_FILL, stroke=GREY, stroke_width=0.6)
        _write(group, lines, (x, y), Type(SIZE, bold=True))
        x += size
    for cell, lines in zip(cells, bodies, strict=True):
        _draw_cell(add(row, "g", role="cell"), cell, lines, (x, y), (across, height))
        x += across
    return height


def _lines(cell: GridCell, across: float) -> tuple[str, ...]:
    return tuple(piece for line in cell.lines for piece in wrap(line, across - 2 * _PADDING, SIZE, most=_MOST_LINES))


def _height(cell: GridCell, lines: Sequence[str]) -> float:
    bar = _BAR + 4 if cell.share is not None else 0.0
    return len(lines) * _LEADING + bar + (_SAMPLE if _has_sample(cell) else 0.0)


def _has_sample(cell: GridCell) -> bool:
    return cell.ground is not None and not (cell.ground is GroundKind.NONE_NEEDED and cell.mark is Mark.NONE)


def _draw_cell(parent: Element, cell: GridCell, lines: Sequence[str], corner: Point, size: Point) -> None:
    (x, y), (across, down) = corner, size
    colour, weight = _BORDERS[cell.mark]
    inset = weight / 2
    place = {"x": x + inset, "y": y + inset, "width": across - weight, "height": down - weight}
    add(parent, "rect", **place, fill=NO_ZONE_FILL if cell.inside else PAPER, stroke=colour, stroke_width=weight)
    top = y
    if cell.share is not None:
        draw_bar(parent, cell.share, (x + _PADDING, y + _PADDING), (across - 2 * _PADDING, _BAR))
        top += _BAR + 4
    _write(parent, lines, (x, top), Type(SIZE))
    if cell.ground is not None and _has_sample(cell):
        _draw_sample(parent, cell, cell.ground, (x + _PADDING, y + down - _PADDING - _SAMPLE / 2), across)


def _draw_sample(parent: Element, cell: GridCell, ground: GroundKind, start: Point, across: float) -> None:
    """The line of the least safe ground, with the mark of what is wrong."""
    (x, y), tip = start, start[0] + min(across - 2 * _PADDING, 70.0)
    third = (tip - 9 - x) / 3
    course = Course(((x, y), (x + third, y), (x + 2 * third, y), (tip - 9, y)), (tip, y), (x, y))
    draw_course(parent, Look(ground, INK, cell.mark if cell.mark is Mark.BROKEN else Mark.NONE), course)
    if cell.mark is not Mark.NONE:
        sign = Sign("", cell.mark, ())
        draw_sign(parent, sign, ((x + tip - 9) / 2, y))


def _write(parent: Element, lines: Sequence[str], corner: Point, type_: Type) -> None:
    for number, line in enumerate(lines, start=1):
        text(parent, line, corner[0] + _PADDING, corner[1] + _PADDING + number * _LEADING - 3.5, type_)
