"""Lines in SVG: the style says on what a flow rests, a sign of its own what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot
from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, TEXT, Sign
from vendor_registry.drawing.layout.signs import around
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, PALE, PAPER, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import Box, Line, Mark, Picture, Status
from vendor_registry.drawing.svg.elements import Type, add, curve, points, text, title
from vendor_registry.model.register.coverage import ALL

DASHES: Mapping[GroundKind, str] = {  # of lines by their ground
    GroundKind.CERTIFICATE: "10 4 2 4",
    GroundKind.CLAUSES: "9 5",
    GroundKind.DEROGATION: "2 4",
    GroundKind.UNKNOWN: "2 4",
}
_COLOURS = {Mark.NONE: INK, Mark.GAP: GAP, Mark.BROKEN: BROKEN}
_WEIGHTS = {Status.ADDED: 3.2, Status.CHANGED: 2.4}
_HEAD = 4.0  # half the width of an arrow head


def draw_line(parent: Element, line: Line, course: Course, picture: Picture, boxes: Mapping[str, Box]) -> None:
    """A line with its head; the sign comes later, so that no line runs over it."""
    group = add(parent, "g", role="listitem", id=f"{picture.key}-{line.id}")
    title(group, line.about)
    draw_course(group, look_of(line, line_colour(line, picture, boxes)), course)


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is drawn."""

    ground: GroundKind
    colour: str
    mark: Mark = Mark.NONE
    status: Status = Status.SAME
    dim: bool = False


def look_of(line: Line, colour: str) -> Look:
    """A line that takes no part in what is highlighted is pale and thin, whatever is wrong with it."""
    if line.dim:
        return Look(line.ground, PALE, dim=True)
    return Look(line.ground, colour, line.mark, line.status)


def line_colour(line: Line, picture: Picture, boxes: Mapping[str, Box]) -> str:
    """Of the data region that the flow serves, where either end says so."""
    zones = [boxes[end].zone for end in (line.source, line.target)]
    return stroke(next((zone for zone in zones if zone not in ("", ALL)), ""), picture.zones)


def draw_course(parent: Element, look: Look, course: Course) -> None:
    """The line with its head: thick and double where it is broken, otherwise in the style of its ground."""
    path = {"d": curve(course.points), "fill": "none"}
    colour, broken = look.colour, look.mark is Mark.BROKEN
    if broken:
        colour = BROKEN
        add(parent, "path", **path, stroke=colour, stroke_width=5.0)
        add(parent, "path", **path, stroke=PAPER, stroke_width=1.8)
    elif look.ground is GroundKind.BINDING_RULES:
        add(parent, "path", **path, stroke=colour, stroke_width=4.0)
        add(parent, "path", **path, stroke=PAPER, stroke_width=1.8)
    else:
        element = add(parent, "path", **path, stroke=colour, stroke_width=_WEIGHTS.get(look.status, 1.5))
        if look.ground in DASHES:
            element.set("stroke-dasharray", DASHES[look.ground])
    draw_head(parent, course, colour, hollow=look.ground is GroundKind.ADEQUACY and not broken)


def draw_head(parent: Element, course: Course, colour: str, *, hollow: bool) -> None:
    (x, y), (end_x, end_y) = course.points[-1], course.tip
    length = hypot(end_x - x, end_y - y) or 1.0
    across, along = (end_y - y) / length * _HEAD, (end_x - x) / length * _HEAD
    corners = [(x - across, y + along), (end_x, end_y), (x + across, y - along)]
    add(parent, "polygon", points=points(corners), fill=PAPER if hollow else colour, stroke=colour, stroke_width=1.2)


def draw_sign(parent: Element, sign: Sign, middle: Point) -> None:
    """A number in a small frame; a cross and the sign of the finding where it is broken, a question mark for a gap."""
    colour = PALE if sign.dim else _COLOURS[sign.mark]
    left, top, right, _ = around(middle, sign.width, SIGN_HEIGHT)
    weight = 0.6 if sign.mark is Mark.NONE else 1.4
    place = {"x": left, "y": top, "width": sign.width, "height": SIGN_HEIGHT, "rx": 3.0}
    add(parent, "rect", **place, fill=PAPER, stroke=colour, stroke_width=weight)
    words = GREY if sign.dim else colour
    text(parent, sign.words, left + 3.5, middle[1] + 4, Type(TEXT, bold=not sign.dim, fill=words))
    if sign.mark is Mark.BROKEN:
        _draw_cross(parent, (right - 7.5, middle[1]), colour)


def _draw_cross(parent: Element, middle: Point, colour: str) -> None:
    """Drawn, as few fonts have one."""
    (x, y), arm = middle, 3.5
    down = points([(x - arm, y - arm), (x + arm, y + arm)])
    up = points([(x - arm, y + arm), (x + arm, y - arm)])
    add(parent, "path", d=f"M{down} M{up}", stroke=colour, stroke_width=2.0, fill="none")
