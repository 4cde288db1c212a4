"""The legend in SVG: each sign drawn as on the picture, with its meaning."""

from xml.etree.ElementTree import Element

from vendor_registry.drawing.ground import GroundKind
from vendor_registry.drawing.legend import Entry, Sample, legend
from vendor_registry.drawing.lettering import width
from vendor_registry.drawing.palette import GREY, INK, stroke
from vendor_registry.drawing.picture import BoxKind, Mark, Picture
from vendor_registry.drawing.svg import Type, add, text
from vendor_registry.drawing.svg_boxes import draw_badge, draw_chip, draw_shape
from vendor_registry.drawing.svg_lines import draw_course, draw_sign

SIZE = 11.5
_ROW = 23.0
_SAMPLE = 40.0  # width of a sign
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
    match entry.sample:
        case Sample.BOX:
            draw_shape(parent, BoxKind(entry.key), (x + 2, y - 8), (_SAMPLE - 6, 16.0), GREY)
        case Sample.LINE:
            ground = GroundKind(entry.key)
            mark = Mark.BROKEN if ground is GroundKind.NOT_COVERED else Mark.NONE
            straight = [(x, y), (x + 12, y), (x + 24, y), (x + _SAMPLE, y)]
            draw_course(parent, ground, mark, straight, INK)
        case Sample.MARK:
            mark = Mark(entry.key)
            draw_sign(parent, "7", mark, ("V1",) if mark is Mark.BROKEN else (), (x + 20, y))
        case Sample.ZONE:
            draw_chip(parent, entry.key, (x + _SAMPLE - 4, y - 7), stroke(entry.key, picture.zones))
        case Sample.BADGE:
            draw_badge(parent, entry.key, (x + 20, y))
