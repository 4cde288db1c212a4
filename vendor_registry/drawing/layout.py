"""Where everything stands: positions from Graphviz, measured from the upper left corner."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import dist
from typing import Any

from vendor_registry.drawing.as_dot import FRAME, Arrangement, dot
from vendor_registry.drawing.engine import render
from vendor_registry.drawing.picture import Picture

Point = tuple[float, float]
Points = Callable[[str], tuple[Point, ...]]  # reads the points that a text names
ARRANGEMENTS = tuple(Arrangement(*each) for each in product(("TB", "LR"), (True, False), (1, 2, 3)))
_NEARLY = 0.9  # of the largest: among these the tidiest is taken


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a line: a start, then cubic curves of three points each; the head points from end to tip."""

    points: tuple[Point, ...]
    tip: Point
    label: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions by id: the middle of a box, the corners of a frame, the course of a line."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    frames: Mapping[str, tuple[Point, Point]]
    courses: Mapping[str, Course]

    def scale(self, width: float, height: float) -> float:
        """By how much it grows or shrinks to fit into a room."""
        return min(width / self.width, height / self.height)

    @property
    def length(self) -> float:
        """Of all lines together."""
        return sum(dist(*leg) for course in self.courses.values() for leg in pairwise(course.points))


def best(picture: Picture, engine: str, width: float, height: float) -> Layout:
    """Of all arrangements the one that stands large in a room and has the shortest lines there.

    Raises UsageError where the engine is not installed, FailureError where it fails.
    """
    tried = [_read(json.loads(render(dot(picture, each), engine))) for each in ARRANGEMENTS]
    largest = max(layout.scale(width, height) for layout in tried)
    large = [layout for layout in tried if layout.scale(width, height) >= _NEARLY * largest]
    return min(large, key=lambda layout: layout.length * layout.scale(width, height))


def _read(graph: Mapping[str, Any]) -> Layout:
    left, bottom, right, top = map(float, graph["bb"].split(","))

    def points(text: str) -> tuple[Point, ...]:
        pairs = (pair.split(",") for pair in text.split())
        return tuple((round(float(x) - left, 1), round(top - float(y), 1)) for x, y in pairs)

    objects = graph.get("objects", [])
    return Layout(
        width=right - left,
        height=top - bottom,
        boxes={one["name"]: points(one["pos"])[0] for one in objects if "pos" in one},
        frames={one["name"].removeprefix(FRAME): _corners(one["bb"], points) for one in objects if "bb" in one},
        courses={one["id"]: _course(one, points) for one in graph.get("edges", []) if "id" in one},
    )


def _corners(box: str, points: Points) -> tuple[Point, Point]:
    left, bottom, right, top = box.split(",")
    upper, lower = points(f"{left},{top} {right},{bottom}")
    return upper, lower


def _course(edge: Mapping[str, str], points: Points) -> Course:
    """Graphviz writes the tip first: `e,x,y start control control point ...`."""
    tip, _, rest = edge["pos"].removeprefix("e,").partition(" ")
    return Course(points=points(rest), tip=points(tip)[0], label=points(edge["lp"])[0])
