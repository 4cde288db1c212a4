"""Where on its line each sign stands free."""

from collections.abc import Iterator, Mapping, Sequence
from math import dist

from vendor_registry.drawing.layout.courses import Course, Point
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, measure, sign_of
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.picture.picture import Picture

_STEPS = 16  # places tried on each curve
_AIR = 1.5  # between signs

Rectangle = tuple[float, float, float, float]  # left, top, right, bottom


def place_signs(picture: Picture, layout: Layout) -> Mapping[str, Point]:
    """The middle of each sign: on its line, near where Graphviz kept room, clear of boxes and of other signs."""
    taken = [around(layout.boxes[box.id], size.width, size.height) for box in picture.boxes for size in [measure(box)]]
    places = {}
    for line in picture.lines:
        course = layout.courses[line.id]
        across = sign_of(line).width + 2 * _AIR
        places[line.id] = middle = _free(course, across, taken)
        taken.append(around(middle, across, SIGN_HEIGHT + 2 * _AIR))
    return places


def around(middle: Point, across: float, down: float) -> Rectangle:
    """The rectangle of a size around a point."""
    x, y = middle
    return x - across / 2, y - down / 2, x + across / 2, y + down / 2


def _free(course: Course, across: float, taken: Sequence[Rectangle]) -> Point:
    near = sorted(_along(course), key=lambda place: dist(place, course.label))
    rectangles = ((place, around(place, across, SIGN_HEIGHT)) for place in near)
    return next((place for place, own in rectangles if not any(meet(own, other) for other in taken)), near[0])


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
