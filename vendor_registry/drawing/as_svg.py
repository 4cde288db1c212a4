"""The picture as one self-contained SVG page: title, drawing, legend, findings, table of flows."""

from math import ceil
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vendor_registry.drawing.layout.positions import Layout, Point, best
from vendor_registry.drawing.layout.signs import place_signs
from vendor_registry.drawing.palette import GREY, PAPER
from vendor_registry.drawing.picture.lettering import wrap
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.tables import tables
from vendor_registry.drawing.svg.boxes import draw_box, draw_frame, draw_frame_title
from vendor_registry.drawing.svg.elements import FONTS, Type, add, text, title
from vendor_registry.drawing.svg.legend import draw_legend
from vendor_registry.drawing.svg.lines import draw_line, draw_sign
from vendor_registry.drawing.svg.table import draw_table

WIDTH, HEIGHT = 1600.0, 1000.0  # of a screen; title, drawing and legend fit on it
MARGIN = 24.0
_TITLE = 62.0  # height of the title block
_LEGEND = 84.0  # height kept for the legend
SMALLEST = 0.8  # a drawing is never shrunk further, so that its texts stay at 9 px or more
_LARGEST = 1.25
SMALL = 11.5  # font size


def write(picture: Picture, engine: str) -> bytes:
    """The SVG page, UTF-8.

    Raises UsageError where the engine is not installed, FailureError where it fails.
    """
    return page(picture, engine, with_tables=True)


def page(picture: Picture, engine: str, *, with_tables: bool) -> bytes:
    """The page as SVG, with or without the tables under the drawing."""
    layout = best(picture, engine, WIDTH - 2 * MARGIN, HEIGHT - _TITLE - _LEGEND)
    root = draw(picture, layout, with_tables=with_tables)
    indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def draw(picture: Picture, layout: Layout, *, with_tables: bool) -> Element:
    """The page as elements, its size set when everything on it has found its place."""
    scale = min(max(layout.scale(WIDTH - 2 * MARGIN, HEIGHT - _TITLE - _LEGEND), SMALLEST), _LARGEST)
    width = max(WIDTH, layout.width * scale + 2 * MARGIN)
    room = width - 2 * MARGIN
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "group", "font-family": FONTS})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    title(root, f"{picture.title}. {picture.company}, {picture.as_of}")
    SubElement(root, "desc").text = picture.description
    paper = add(root, "rect", width=width, height=0.0, fill=PAPER)
    _draw_title(root, picture, room)
    y = _TITLE
    _draw_drawing(root, picture, layout, (MARGIN + (room - layout.width * scale) / 2, y), scale)
    y += layout.height * scale + 14
    y += draw_legend(root, picture, MARGIN, y, room)
    y += _draw_notes(root, picture, y)
    for table in tables(picture) if with_tables else ():
        y += draw_table(root, table, MARGIN, y, room) + 10
    for element in (root, paper):
        element.set("width", f"{width:g}")
        element.set("height", f"{ceil(y + MARGIN)}")
    root.set("viewBox", f"0 0 {width:g} {ceil(y + MARGIN)}")
    return root


def _draw_title(parent: Element, picture: Picture, room: float) -> None:
    text(parent, picture.title, MARGIN, 32, Type(22, bold=True))
    text(parent, picture.company, MARGIN, 52, Type(13))
    text(parent, f"As of {picture.as_of}", MARGIN + room, 32, Type(15, bold=True, anchor="end"))
    text(parent, picture.source, MARGIN + room, 52, Type(SMALL, fill=GREY, anchor="end"))


def _draw_drawing(parent: Element, picture: Picture, layout: Layout, corner: Point, scale: float) -> None:
    """Frames below, then lines, boxes and last the signs on the lines."""
    boxes = {box.id: box for box in picture.boxes}
    drawing = add(parent, "g", transform=f"translate({corner[0]:.1f} {corner[1]:.1f}) scale({scale:.3f})")
    for cluster in picture.clusters:
        draw_frame(drawing, cluster, layout.frames[cluster.id], picture)
    flows = add(drawing, "g", role="list", aria_label="Flows")
    for line in picture.lines:
        draw_line(flows, line, layout.courses[line.id], picture, boxes)
    for cluster in picture.clusters:
        draw_frame_title(drawing, cluster, layout.frames[cluster.id], picture)
    parties = add(drawing, "g", role="list", aria_label="Parties")
    for box in picture.boxes:
        draw_box(parties, box, layout.boxes[box.id], picture)
    signs = add(drawing, "g", aria_hidden="true")
    places = place_signs(picture, layout)
    for line in picture.lines:
        draw_sign(signs, str(line.number), line.mark, line.signs, places[line.id])


def _draw_notes(parent: Element, picture: Picture, top: float) -> float:
    lines = wrap(" ".join(picture.notes), WIDTH - 2 * MARGIN, SMALL, most=4)
    for number, line in enumerate(lines, start=1):
        text(parent, line, MARGIN, top + number * 14 + 2, Type(SMALL, fill=GREY))
    return len(lines) * 14 + 8
