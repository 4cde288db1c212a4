"""The courses of lines, and how often they cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import dist

Point = tuple[float, float]
_STEPS = 4  # straight pieces by which a curve is measured


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a line: a start, then cubic curves of three points each; the head points from end to tip."""

    points: tuple[Point, ...]
    tip: Point
    label: Point

    @property
    def length(self) -> float:
        """From point to point."""
        return sum(dist(*leg) for leg in pairwise(self.points))


def crossings(courses: Sequence[Course]) -> int:
    """How often two lines cross, each curve measured by straight pieces."""
    lines = [_Line(tuple(_along(course.points))) for course in courses]
    return sum(one.crossings(other) for one, other in combinations(lines, 2))


class _Line:
    """A line in straight pieces, with the rectangle around it: most pairs are told apart by that alone."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.pieces = [_Piece(a, b) for a, b in pairwise(points)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.left, self.right, self.top, self.bottom = min(xs), max(xs), min(ys), max(ys)

    def crossings(self, other: "_Line") -> int:
        if self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top:
            return 0
        mine, others = self._within(other), other._within(self)
        return sum(_cross(one, two) for one in mine for two in others) if mine and others else 0

    def _within(self, other: "_Line") -> "list[_Piece]":
        """The pieces that reach into the rectangle around another line."""
        left, right, top, bottom = other.left, other.right, other.top, other.bottom
        return [
            one
            for one in self.pieces
            if one.left <= right and left <= one.right and one.top <= bottom and top <= one.bottom
        ]


class _Piece:
    """A straight piece with the rectangle around it."""

    __slots__ = ("a", "b", "bottom", "left", "right", "top")

    def __init__(self, a: Point, b: Point) -> None:
        self.a, self.b = a, b
        self.left, self.right = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
        self.top, self.bottom = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])


def _along(points: Sequence[Point]) -> Iterator[Point]:
    """Points on cubic curves of three points each, after a start."""
    yield points[0]
    for start in range(0, len(points) - 3, 3):
        a, b, c, d = points[start : start + 4]
        for step in range(1, _STEPS + 1):
            t, u = step / _STEPS, 1 - step / _STEPS
            w = (u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t)
            x, y = (w[0] * a[i] + w[1] * b[i] + w[2] * c[i] + w[3] * d[i] for i in (0, 1))
            yield x, y


def _cross(one: _Piece, two: _Piece) -> bool:
    """Whether two pieces cross; touching at an end is no crossing."""
    if one.right < two.left or two.right < one.left or one.bottom < two.top or two.bottom < one.top:
        return False
    a, b, c, d = one.a, one.b, two.a, two.b
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
