"""One page in SVG: title block, drawing or grid, legend, notes."""

from xml.etree.ElementTree import Element

from vendor_registry.drawing.album import Page
from vendor_registry.drawing.layout.courses import Point
from vendor_registry.drawing.layout.geometry import sign_of
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.layout.readability import HEAD, MARGIN, scale_of
from vendor_registry.drawing.layout.signs import place_signs
from vendor_registry.drawing.palette import GREY
from vendor_registry.drawing.picture.lettering import width as width_of
from vendor_registry.drawing.picture.lettering import wrap
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.tables import page_count
from vendor_registry.drawing.svg.boxes import draw_box, draw_frame, draw_frame_title
from vendor_registry.drawing.svg.elements import Type, add, text
from vendor_registry.drawing.svg.grid import draw_grid
from vendor_registry.drawing.svg.legend import draw_legend
from vendor_registry.drawing.svg.lines import draw_line, draw_sign

SMALL = 11.5  # font size


def draw_page(parent: Element, page: Page) -> tuple[float, float]:
    """The page with its upper left corner at the origin; its width and its height."""
    picture, target = page.picture, page.target
    layout = page.layout
    scale = scale_of(layout, target) if not picture.grid else 1.0
    across = max(target.width, layout.width * scale + 2 * MARGIN)
    room = across - 2 * MARGIN
    _draw_title(parent, picture, room)
    y = HEAD
    if picture.grid:
        y += draw_grid(parent, picture.grid, (MARGIN, y), room)
    else:
        _draw_drawing(parent, picture, layout, (MARGIN + (room - layout.width * scale) / 2, y), scale)
        y += layout.height * scale
    y += 14
    y += draw_legend(parent, picture, MARGIN, y, room)
    y += _draw_notes(parent, picture, y, room)
    return across, y


def _draw_title(parent: Element, picture: Picture, room: float) -> None:
    end = Type(SMALL, fill=GREY, anchor="end")
    words = picture.words
    as_of = words.say("block.as_of", day=picture.day) + (f" · {page_count(picture)}" if picture.pages > 1 else "")
    free = room - width_of(as_of, 15, bold=True) - 20
    text(parent, " ".join(wrap(picture.title, free, 22, most=1, bold=True)), MARGIN, 32, Type(22, bold=True))
    about = " · ".join(part for part in (picture.company, picture.filter) if part)
    text(parent, " ".join(wrap(about, room * 0.6, 13, most=1)), MARGIN, 52, Type(13))
    text(parent, as_of, MARGIN + room, 24, Type(15, bold=True, anchor="end"))
    text(parent, " ".join(wrap(picture.source, room * 0.38, SMALL, most=1)), MARGIN + room, 40, end)
    text(parent, picture.rules, MARGIN + room, 55, end)


def _draw_drawing(parent: Element, picture: Picture, layout: Layout, corner: Point, scale: float) -> None:
    """Frames below, then lines, boxes and last the signs on the lines."""
    boxes = {box.id: box for box in picture.boxes}
    drawing = add(parent, "g", transform=f"translate({corner[0]:.1f} {corner[1]:.1f}) scale({scale:.3f})")
    for cluster in picture.clusters:
        draw_frame(drawing, cluster, layout.frames[cluster.id], picture)
    flows = add(drawing, "g", role="list", aria_label=picture.words.say("description.flows"))
    for line in picture.lines:
        draw_line(flows, line, layout.courses[line.id], picture, boxes)
    for cluster in picture.clusters:
        draw_frame_title(drawing, cluster, layout.frames[cluster.id], picture)
    parties = add(drawing, "g", role="list", aria_label=picture.words.say("description.parties_list"))
    for box in picture.boxes:
        draw_box(parties, box, layout.boxes[box.id], picture)
    signs = add(drawing, "g", aria_hidden="true")
    places = place_signs(picture, layout)
    for line in picture.lines:
        draw_sign(signs, sign_of(line, picture.words), places[line.id])


def _draw_notes(parent: Element, picture: Picture, top: float, room: float) -> float:
    lines = wrap(" ".join(picture.notes), room, SMALL, most=5)
    for number, line in enumerate(lines, start=1):
        text(parent, line, MARGIN, top + number * 14 + 2, Type(SMALL, fill=GREY))
    return len(lines) * 14 + 8
