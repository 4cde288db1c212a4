"""Where on its line each sign stands free."""

from collections.abc import Iterator, Mapping, Sequence
from math import dist

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, measure, sign_of, title_room
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.picture.picture import Picture

_STEPS = 16  # places tried on each curve
_AIR = 1.5  # between signs
_TOUCHING = 0.7  # of half its size lies a sign beside its line at most

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


def place_signs(picture: Picture, layout: Layout) -> Mapping[str, Point]:
    """The middle of each sign: on its line, near where Graphviz kept room, clear of boxes, titles and other signs.

    Short lines, which have the fewest places, come first. Where nothing is free, the place that hides least.
    """
    return {key: middle for key, middle, _ in _placed(picture, layout)}


def hidden_signs(picture: Picture, layout: Layout) -> int:
    """How many signs find no free place."""
    return sum(not free for *_, free in _placed(picture, layout))


def _placed(picture: Picture, layout: Layout) -> Iterator[tuple[str, Point, bool]]:
    """The line, the middle of its sign, and whether that is free."""
    taken = [around(layout.boxes[box.id], size.width, size.height) for box in picture.boxes for size in [measure(box)]]
    taken += [title_room(cluster, layout.frames[cluster.id]) for cluster in picture.clusters if cluster.title]
    for line in sorted(picture.lines, key=lambda one: layout.courses[one.id].length):
        across = sign_of(line, picture.words).width + 2 * _AIR
        middle, free = _free(layout.courses[line.id], across, taken)
        taken.append(around(middle, across, SIGN_HEIGHT + 2 * _AIR))
        yield line.id, middle, free


def around(middle: Point, across: float, down: float) -> Rectangle:
    """The rectangle of a size around a point."""
    x, y = middle
    return x - across / 2, y - down / 2, x + across / 2, y + down / 2


def _free(course: Course, across: float, taken: Sequence[Rectangle]) -> tuple[Point, bool]:
    near = sorted(_along(course), key=lambda place: dist(place, course.label))
    for place in (*near, *_beside(near, across)):
        if not any(meet(around(place, across, SIGN_HEIGHT), other) for other in taken):
            return place, True
    rectangles = [(place, around(place, across, SIGN_HEIGHT)) for place in near]
    return min(rectangles, key=lambda one: sum(_common(one[1], other) for other in taken))[0], False


def _beside(near: Sequence[Point], across: float) -> Iterator[Point]:
    """Places from which a sign still touches its line, where none on the line itself is free."""
    right, down = _TOUCHING * across / 2, _TOUCHING * SIGN_HEIGHT / 2
    for x, y in near:
        yield from ((x + i * right, y + j * down) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)


def _common(one: Rectangle, other: Rectangle) -> float:
    """The area that two rectangles have in common."""
    across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles have any area in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _along(course: Course) -> Iterator[Point]:
    """Points on the cubic curves of a line."""
    for start in range(0, len(course.points) - 3, 3):
        curve = course.points[start : start + 4]
        for step in range(_STEPS + 1):
            t = step / _STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            x, y = (sum(w * point[axis] for w, point in zip(weights, curve, strict=True)) for axis in (0, 1))
            yield round(x, 1), round(y, 1)
