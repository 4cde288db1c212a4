"""The courses of lines, and how often they cross."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

Point = tuple[float, float]
Piece = tuple[Point, Point]
_STEPS = 4  # straight pieces by which a curve is measured


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a line: a start, then cubic curves of three points each; the head points from end to tip."""

    points: tuple[Point, ...]
    tip: Point
    label: Point


def crossings(courses: Sequence[Course]) -> int:
    """How often two lines cross, each curve measured by straight pieces."""
    lines = [_Line(tuple(_along(course.points))) for course in courses]
    return sum(one.crossings(other) for one, other in combinations(lines, 2))


class _Line:
    """A line in straight pieces, with the rectangle around it: most pairs are told apart by that alone."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.pieces: list[Piece] = list(pairwise(points))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.left, self.right, self.top, self.bottom = min(xs), max(xs), min(ys), max(ys)

    def crossings(self, other: "_Line") -> int:
        if self.right < other.left or other.right < self.left or self.bottom < other.top or other.bottom < self.top:
            return 0
        return sum(_cross(a, b, c, d) for a, b in self.pieces for c, d in other.pieces)


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


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two pieces cross; touching at an end is no crossing."""
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
