"""Strips: each frame a chain from left to right, one below another. No engine is needed."""

from collections.abc import Mapping
from dataclasses import dataclass

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import TITLE, measure, sign_of
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.picture.lettering import width
from vendor_registry.drawing.picture.picture import Cluster, Picture

_PADDING = 12.0
_HEAD = 26.0  # for the title of a frame
_GAP = 14.0  # between frames
_LINE = 64.0  # the shortest line between two boxes
_ARROW = 9.0
_MOST_COLUMNS = 3


def chains(picture: Picture, room: float) -> Layout:
    """Positions for a picture of strips, in as many columns as the room has for the widest."""
    strips = [_strip(picture, cluster) for cluster in picture.clusters]
    widest = max((strip.width for strip in strips), default=0.0)
    columns = max(min(int((room + _GAP) // (widest + _GAP)), _MOST_COLUMNS, len(strips)), 1)
    rows = -(-len(strips) // columns)
    boxes: dict[str, Point] = {}
    frames: dict[str, tuple[Point, Point]] = {}
    bottom = 0.0
    for column in range(columns):
        left, top = column * (widest + _GAP), 0.0
        for strip in strips[column * rows : (column + 1) * rows]:
            frames[strip.key] = (
                (round(left, 1), round(top, 1)),
                (round(left + widest, 1), round(top + strip.height, 1)),
            )
            boxes |= {key: (round(left + x, 1), round(top + y, 1)) for key, (x, y) in strip.boxes.items()}
            top += strip.height + _GAP
        bottom = max(bottom, top - _GAP)
    widths = {box.id: measure(box).width for box in picture.boxes}
    courses = {
        line.id: _straight(boxes[line.source], widths[line.source], boxes[line.target], widths[line.target])
        for line in picture.lines
    }
    return Layout(round(columns * (widest + _GAP) - _GAP, 1), round(max(bottom, 0.0), 1), boxes, frames, courses)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One chain, measured from its own corner."""

    key: str
    width: float
    height: float
    boxes: Mapping[str, Point]


def _strip(picture: Picture, cluster: Cluster) -> _Strip:
    """Every line goes from a box to the next one."""
    signs = {line.source: sign_of(line).width + 34 for line in picture.lines}
    members = [(box, measure(box)) for box in picture.boxes if box.cluster == cluster.id]
    height = max(size.height for _, size in members)
    boxes, x, gap = {}, _PADDING, 0.0
    for box, size in members:
        boxes[box.id] = (x + size.width / 2, _HEAD + height / 2)
        gap = max(_LINE, signs.get(box.id, 0.0))
        x += size.width + gap
    title = width(cluster.title, TITLE, bold=True) + 2 * _PADDING
    return _Strip(cluster.id, max(x - gap + _PADDING, title), _HEAD + height + _PADDING, boxes)


def _straight(start: Point, start_width: float, end: Point, end_width: float) -> Course:
    left, right, y = start[0] + start_width / 2, end[0] - end_width / 2, start[1]
    shaft = right - _ARROW - left
    points = tuple((round(left + shaft * part, 1), y) for part in (0.0, 1 / 3, 2 / 3, 1.0))
    return Course(points, (round(right, 1), y), (round(left + shaft / 2, 1), y))
