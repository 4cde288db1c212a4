"""The legend in SVG: each sign drawn as on the picture, with its meaning."""

from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.courses import Course
from vendor_registry.drawing.layout.geometry import Sign, chip_width
from vendor_registry.drawing.palette import GREY, INK, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.legend import LegendItem, Sample, legend
from vendor_registry.drawing.picture.lettering import width
from vendor_registry.drawing.picture.picture import BoxKind, Mark, Picture, Status
from vendor_registry.drawing.svg.boxes import draw_badge, draw_bar, draw_chip, draw_shape
from vendor_registry.drawing.svg.elements import Type, add, text
from vendor_registry.drawing.svg.lines import Look, draw_course, draw_sign

SIZE = 11.5
_ROW = 23.0
_SAMPLE = 48.0  # width of a sign
_GAP = 22.0


def draw_legend(parent: Element, picture: Picture, left: float, top: float, room: float) -> float:
    """The legend in as many rows as it takes; its height."""
    group = add(parent, "g", role="list", aria_label=picture.words.say("legend.title"))
    x, y = left, top
    for entry in legend(picture):
        sample = _width(entry, picture)
        needed = sample + 8 + width(entry.text, SIZE) + _GAP
        if x + needed > left + room and x > left:
            x, y = left, y + _ROW
        item = add(group, "g", role="listitem")
        _draw_sample(item, entry, picture, x, y + _ROW / 2)
        text(item, entry.text, x + sample + 8, y + _ROW / 2 + 4, Type(SIZE))
        x += needed
    return y + _ROW - top


def _width(entry: LegendItem, picture: Picture) -> float:
    """Of a sign."""
    match entry.sample:
        case Sample.ZONE:
            return max(_SAMPLE, chip_width(entry.key) + 10)
        case Sample.CUT:
            return max(_SAMPLE, _cut(picture).width + 8)
        case _:
            return _SAMPLE


def _cut(picture: Picture) -> Sign:
    return Sign("", Mark.NONE, cut=picture.words.say("mark.cut"))


def _draw_sample(parent: Element, entry: LegendItem, picture: Picture, x: float, y: float) -> None:
    middle = (x + _SAMPLE / 2 - 4, y)
    match entry.sample:
        case Sample.BOX:
            draw_shape(parent, BoxKind(entry.key), (x + 6, y - 8), (_SAMPLE - 12, 16.0), GREY)
        case Sample.LINE | Sample.MARK | Sample.STATUS:
            _draw_line_sample(parent, entry, x, y)
        case Sample.CUT:
            draw_sign(parent, _cut(picture), (x + _width(entry, picture) / 2 - 4, y))
        case Sample.WAIVED:
            draw_sign(parent, Sign("", Mark.NONE, ("W1",)), middle)
        case Sample.BAR:
            draw_bar(parent, 0.6, (x, y - 6), (_SAMPLE, 12.0))
        case Sample.ZONE:
            right = x + max(_SAMPLE - 10, chip_width(entry.key))
            draw_chip(parent, entry.key, (right, y - 7), stroke(entry.key, picture.zones))
        case Sample.BADGE:
            draw_badge(parent, entry.key, (x + _SAMPLE / 2, y))


def _draw_line_sample(parent: Element, entry: LegendItem, x: float, y: float) -> None:
    """A line with what is wrong with it or what became of it; of a gap the sign alone."""
    tip, middle = x + _SAMPLE, (x + _SAMPLE / 2 - 4, y)
    line = Course(((x, y), (x + 10, y), (x + 20, y), (tip - 9, y)), (tip, y), (x, y))
    ground = GroundKind(entry.key) if entry.sample is Sample.LINE else GroundKind.NONE_NEEDED
    mark = Mark(entry.key) if entry.sample is Sample.MARK else Mark.NONE
    status = Status(entry.key) if entry.sample is Sample.STATUS else Status.SAME
    if ground is GroundKind.NOT_COVERED or mark is Mark.BROKEN:
        draw_course(parent, Look(ground, INK, Mark.BROKEN), line)
    elif mark is Mark.NONE:
        draw_course(parent, Look(ground, INK, status=status), line)
    if mark is not Mark.NONE or status is not Status.SAME:
        draw_sign(parent, Sign(status.sign, mark, ("V1",) if mark is Mark.BROKEN else ()), middle)
