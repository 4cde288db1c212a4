"""Lines in SVG: the style says on what a flow rests, a sign of its own what is wrong."""

from collections.abc import Mapping, Sequence
from math import hypot
from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, TEXT, sign_width, sign_words
from vendor_registry.drawing.layout.positions import Course, Point
from vendor_registry.drawing.layout.signs import around
from vendor_registry.drawing.palette import BROKEN, GAP, INK, PAPER, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import Box, Line, Mark, Picture
from vendor_registry.drawing.svg.elements import Type, add, curve, points, text, title

_DASHES: Mapping[GroundKind, str] = {
    GroundKind.CERTIFICATE: "10 4 2 4",
    GroundKind.CLAUSES: "9 5",
    GroundKind.DEROGATION: "2 4",
    GroundKind.UNKNOWN: "2 4",
}
_COLOURS = {Mark.NONE: INK, Mark.GAP: GAP, Mark.BROKEN: BROKEN}
_HEAD = 4.0  # half the width of an arrow head


def draw_line(parent: Element, line: Line, course: Course, picture: Picture, boxes: Mapping[str, Box]) -> None:
    """A line with its head; the sign comes later, so that no line runs over it."""
    group = add(parent, "g", role="listitem", id=f"{picture.view}-{line.id}")
    title(group, line.about)
    draw_course(group, line.ground, line.mark, course, _colour(line, picture, boxes))


def _colour(line: Line, picture: Picture, boxes: Mapping[str, Box]) -> str:
    """Of the data region that the flow serves, where either end says so."""
    zones = [boxes[end].zone for end in (line.source, line.target)]
    return stroke(next((zone for zone in zones if zone not in ("", "*")), ""), picture.zones)


def draw_course(parent: Element, ground: GroundKind, mark: Mark, course: Course, colour: str) -> None:
    """The line with its head: thick and double where it is broken, otherwise in the style of its ground."""
    path = {"d": curve(course.points), "fill": "none"}
    if mark is Mark.BROKEN:
        colour = BROKEN
        add(parent, "path", **path, stroke=colour, stroke_width=5.0)
        add(parent, "path", **path, stroke=PAPER, stroke_width=1.8)
    elif ground is GroundKind.BINDING_RULES:
        add(parent, "path", **path, stroke=colour, stroke_width=4.0)
        add(parent, "path", **path, stroke=PAPER, stroke_width=1.8)
    else:
        element = add(parent, "path", **path, stroke=colour, stroke_width=1.5)
        if ground in _DASHES:
            element.set("stroke-dasharray", _DASHES[ground])
    _draw_head(parent, course, colour, hollow=ground is GroundKind.ADEQUACY and mark is not Mark.BROKEN)


def _draw_head(parent: Element, course: Course, colour: str, *, hollow: bool) -> None:
    (x, y), (end_x, end_y) = course.points[-1], course.tip
    length = hypot(end_x - x, end_y - y) or 1.0
    across, along = (end_y - y) / length * _HEAD, (end_x - x) / length * _HEAD
    corners = [(x - across, y + along), (end_x, end_y), (x + across, y - along)]
    add(parent, "polygon", points=points(corners), fill=PAPER if hollow else colour, stroke=colour, stroke_width=1.2)


def draw_sign(parent: Element, number: str, mark: Mark, signs: Sequence[str], middle: Point) -> None:
    """A number in a small frame; a cross and the sign of the finding where it is broken, a question mark for a gap."""
    colour = _COLOURS[mark]
    across = sign_width(number, mark, signs)
    left, top, right, _ = around(middle, across, SIGN_HEIGHT)
    weight = 0.6 if mark is Mark.NONE else 1.4
    place = {"x": left, "y": top, "width": across, "height": SIGN_HEIGHT, "rx": 3.0}
    add(parent, "rect", **place, fill=PAPER, stroke=colour, stroke_width=weight)
    text(parent, sign_words(number, mark, signs), left + 3.5, middle[1] + 4, Type(TEXT, bold=True, fill=colour))
    if mark is Mark.BROKEN:
        _draw_cross(parent, (right - 7.5, middle[1]), colour)


def _draw_cross(parent: Element, middle: Point, colour: str) -> None:
    """Drawn, as few fonts have one."""
    (x, y), arm = middle, 3.5
    down = points([(x - arm, y - arm), (x + arm, y + arm)])
    up = points([(x - arm, y + arm), (x + arm, y - arm)])
    add(parent, "path", d=f"M{down} M{up}", stroke=colour, stroke_width=2.0, fill="none")
