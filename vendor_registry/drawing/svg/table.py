"""A table in SVG, under the picture."""

from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.geometry import TITLE
from vendor_registry.drawing.palette import GREY, NO_ZONE_FILL
from vendor_registry.drawing.picture.lettering import wrap
from vendor_registry.drawing.picture.tables import Table
from vendor_registry.drawing.svg.elements import Type, add, text

SIZE = 11.0
_LINE = 13.5
_PADDING = 4.0
_MOST_LINES = 6  # of one cell
_HEADING = 30.0

Place = tuple[float, float, float]  # left, top, width


def draw_table(parent: Element, table: Table, left: float, top: float, room: float) -> float:
    """The table with its heading; its height."""
    text(parent, table.title, left, top + 18, Type(TITLE, bold=True))
    group = add(parent, "g", role="table", aria_label=table.title)
    y = top + _HEADING
    for number, row in enumerate((table.columns, *table.rows)):
        y += _draw_row(group, row, table.shares, (left, y, room), heading=number == 0)
    return y - top


def _draw_row(
    parent: Element, row: tuple[str, ...], shares: tuple[float, ...], place: Place, *, heading: bool
) -> float:
    left, top, room = place
    widths = [share * room for share in shares]
    written = [
        wrap(cell, width - 2 * _PADDING, SIZE, most=_MOST_LINES, bold=heading)
        for cell, width in zip(row, widths, strict=True)
    ]
    height = max(map(len, written)) * _LINE + 2 * _PADDING
    group = add(parent, "g", role="row")
    if heading:
        add(group, "rect", x=left, y=top, width=room, height=height, fill=NO_ZONE_FILL)
    for lines, width in zip(written, widths, strict=True):
        cell = add(group, "g", role="columnheader" if heading else "cell")
        for number, line in enumerate(lines, start=1):
            text(cell, line, left + _PADDING, top + _PADDING + number * _LINE - 3.5, Type(SIZE, bold=heading))
        left += width
    add(group, "path", d=f"M{left - room:g},{top + height:g} h{room:g}", stroke=GREY, stroke_width=0.4)
    return height
