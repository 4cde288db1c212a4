"""Strips: each frame a chain from left to right, one below another. No engine is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import TITLE, Size, measure, sign_of
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.picture.lettering import width
from vendor_registry.drawing.picture.picture import Box, Cluster, Picture

_PADDING = 12.0
_HEAD = 26.0  # for the title of a frame
_GAP = 14.0  # between frames
_LINE = 64.0  # the shortest line between two boxes
_ARROW = 9.0
_TURN = 24.0  # beside and between the rows of a chain that goes on below
_MOST_COLUMNS = 3

Member = tuple[Box, Size]


def chains(picture: Picture, room: float) -> Layout:
    """Positions for a picture of strips, in as many columns as the room has for the widest."""
    strips = [_strip(picture, cluster, room) for cluster in picture.clusters]
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
    sizes = {box.id: measure(box) for box in picture.boxes}
    courses = {
        line.id: _course(boxes[line.source], sizes[line.source], boxes[line.target], sizes[line.target])
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


def _strip(picture: Picture, cluster: Cluster, room: float) -> _Strip:
    """Every line goes from a box to the next one; a chain that is wider than the room goes on below."""
    gaps = {line.source: max(_LINE, sign_of(line, picture.words).width + 34) for line in picture.lines}
    members = [(box, measure(box)) for box in picture.boxes if box.cluster == cluster.id]
    rows = _rows(members, gaps, room - 2 * _PADDING)
    if len(rows) > 1:
        rows = _rows(members, gaps, room - 2 * _PADDING - 2 * _TURN)
    edge = _PADDING + (_TURN if len(rows) > 1 else 0.0)
    boxes: dict[str, Point] = {}
    right, top = 0.0, _HEAD
    for row in rows:
        x, height = edge, max(size.height for _, size in row)
        for box, size in row:
            boxes[box.id] = (x + size.width / 2, top + height / 2)
            right = max(right, x + size.width + edge)
            x += size.width + gaps.get(box.id, 0.0)
        top += height + _TURN
    title = width(cluster.title, TITLE, bold=True) + 2 * _PADDING
    return _Strip(cluster.id, max(right, title), top - _TURN + _PADDING, boxes)


def _rows(members: Sequence[Member], gaps: Mapping[str, float], room: float) -> list[list[Member]]:
    """As many boxes beside each other as the room has."""
    rows: list[list[Member]] = [[]]
    x = 0.0
    for box, size in members:
        if rows[-1] and x + size.width > room:
            rows.append([])
            x = 0.0
        rows[-1].append((box, size))
        x += size.width + gaps.get(box.id, 0.0)
    return rows


def _course(start: Point, start_size: Size, end: Point, end_size: Size) -> Course:
    """Straight to the next box; where that begins a row below, around the end of this one."""
    right, left = start[0] + start_size.width / 2, end[0] - end_size.width / 2
    if left > right:
        return _through([(right, start[1]), (left - _ARROW, end[1])], (left, end[1]))
    between = end[1] - end_size.height / 2 - _TURN / 2
    out, back = right + _TURN / 2, left - _TURN / 2
    bends = [(out, start[1]), (out, between), (back, between), (back, end[1])]
    return _through([(right, start[1]), *bends, (left - _ARROW, end[1])], (left, end[1]))


def _through(corners: Sequence[Point], tip: Point) -> Course:
    """Straight legs, each as a curve; the label in the middle of the longest."""
    points = [corners[0]]
    for (x1, y1), (x2, y2) in pairwise(corners):
        points += [(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (1 / 3, 2 / 3, 1.0)]
    legs = pairwise(corners)
    (x1, y1), (x2, y2) = max(legs, key=lambda leg: abs(leg[0][0] - leg[1][0]))
    label = (round((x1 + x2) / 2, 1), round((y1 + y2) / 2, 1))
    return Course(tuple((round(x, 1), round(y, 1)) for x, y in points), (round(tip[0], 1), round(tip[1], 1)), label)
