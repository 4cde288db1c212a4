"""Where everything stands: positions from Graphviz, measured from the upper left corner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.dot_source import FRAME
from vendor_registry.drawing.picture.picture import Picture

Points = Callable[[str], tuple[Point, ...]]  # reads the points that a text names


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by id: the middle of a box, the corners of a frame, the course of a line."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    frames: Mapping[str, tuple[Point, Point]]
    courses: Mapping[str, Course]
    lost: int = 0  # lines for which Graphviz found no course

    def scale(self, width: float, height: float) -> float:
        """By how much it grows or shrinks to fit into a room."""
        return min(width / max(self.width, 1.0), height / max(self.height, 1.0))

    @property
    def length(self) -> float:
        """Of all lines together."""
        return sum(course.length for course in self.courses.values())


def read(picture: Picture, graph: Mapping[str, Any]) -> Layout:
    """The positions in what Graphviz writes as `json0`."""
    left, bottom, right, top = map(float, graph["bb"].split(","))

    def points(text: str) -> tuple[Point, ...]:
        pairs = (pair.split(",") for pair in text.split())
        return tuple((round(float(x) - left, 1), round(top - float(y), 1)) for x, y in pairs)

    objects = graph.get("objects", [])
    boxes = {one["name"]: points(one["pos"])[0] for one in objects if "pos" in one}
    found = {one["id"]: _course(one, points) for one in graph.get("edges", []) if "id" in one and "pos" in one}
    straight = {line.id: _straight(boxes[line.source], boxes[line.target]) for line in picture.lines}
    return Layout(
        width=right - left,
        height=top - bottom,
        boxes=boxes,
        frames={one["name"].removeprefix(FRAME): _corners(one["bb"], points) for one in objects if "bb" in one},
        courses=straight | found,
        lost=len(straight) - len(found),
    )


def _corners(box: str, points: Points) -> tuple[Point, Point]:
    left, bottom, right, top = box.split(",")
    upper, lower = points(f"{left},{top} {right},{bottom}")
    return upper, lower


def _course(edge: Mapping[str, str], points: Points) -> Course:
    """Graphviz writes the tip first: `e,x,y start control control point ...`."""
    tip, _, rest = edge["pos"].removeprefix("e,").partition(" ")
    return Course(points=points(rest), tip=points(tip)[0], label=points(edge["lp"])[0])


def _straight(source: Point, target: Point) -> Course:
    """For a line that Graphviz loses, as it does now and then in crossing frames: from middle to middle."""
    (x1, y1), (x2, y2) = source, target
    thirds = [(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (0.0, 0.3, 0.6, 0.9)]
    return Course(points=tuple(thirds), tip=target, label=thirds[2])
