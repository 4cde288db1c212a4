"""The legend in SVG: each sign drawn as on the picture, with its meaning."""

from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.positions import Course
from vendor_registry.drawing.palette import GREY, INK, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.legend import Entry, Sample, legend
from vendor_registry.drawing.picture.lettering import width
from vendor_registry.drawing.picture.picture import BoxKind, Mark, Picture
from vendor_registry.drawing.svg.boxes import draw_badge, draw_chip, draw_shape
from vendor_registry.drawing.svg.elements import Type, add, text
from vendor_registry.drawing.svg.lines import draw_course, draw_sign

SIZE = 11.5
_ROW = 23.0
_SAMPLE = 48.0  # width of a sign
_GAP = 22.0


def draw_legend(parent: Element, picture: Picture, left: float, top: float, room: float) -> float:
    """The legend in as many rows as it takes; its height."""
    group = add(parent, "g", role="list", aria_label="Legend")
    x, y = left, top
    for entry in legend(picture):
        needed = _SAMPLE + 8 + width(entry.text, SIZE) + _GAP
        if x + needed > left + room and x > left:
            x, y = left, y + _ROW
        item = add(group, "g", role="listitem")
        _draw_sample(item, entry, picture, x, y + _ROW / 2)
        text(item, entry.text, x + _SAMPLE + 8, y + _ROW / 2 + 4, Type(SIZE))
        x += needed
    return y + _ROW - top


def _draw_sample(parent: Element, entry: Entry, picture: Picture, x: float, y: float) -> None:
    tip = x + _SAMPLE
    line = Course(((x, y), (x + 10, y), (x + 20, y), (tip - 9, y)), (tip, y), (x, y))
    match entry.sample:
        case Sample.BOX:
            draw_shape(parent, BoxKind(entry.key), (x + 6, y - 8), (_SAMPLE - 12, 16.0), GREY)
        case Sample.LINE:
            ground = GroundKind(entry.key)
            draw_course(parent, ground, Mark.BROKEN if ground is GroundKind.NOT_COVERED else Mark.NONE, line, INK)
        case Sample.MARK:
            mark = Mark(entry.key)
            if mark is Mark.BROKEN:
                draw_course(parent, GroundKind.NOT_COVERED, mark, line, INK)
            draw_sign(parent, "", mark, ("V1",) if mark is Mark.BROKEN else (), (x + _SAMPLE / 2 - 4, y))
        case Sample.ZONE:
            draw_chip(parent, entry.key, (x + _SAMPLE - 10, y - 7), stroke(entry.key, picture.zones))
        case Sample.BADGE:
            draw_badge(parent, entry.key, (x + _SAMPLE / 2, y))
