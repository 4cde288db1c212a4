"""Signs stand on their lines, clear of boxes and of each other."""

from dataclasses import replace
from itertools import combinations
from math import dist

from tests.drawing import acme
from vendor_registry.drawing.layout.choice import best
from vendor_registry.drawing.layout.courses import Course
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, Sign, measure, sign_of, title_room
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.layout.signs import around, hidden_signs, meet, place_signs
from vendor_registry.drawing.picture.picture import Mark, Picture
from vendor_registry.drawing.picture.words import english


def small() -> tuple[Picture, Layout]:
    picture = acme.picture(acme.small())
    return picture, best(picture, "wasm", 1550, 850)


def test_no_sign_lies_on_another_or_on_a_box() -> None:
    picture, layout = small()
    places = place_signs(picture, layout)
    signs = [around(places[line.id], sign_of(line, english()).width, SIGN_HEIGHT) for line in picture.lines]
    boxes = [around(layout.boxes[box.id], size.width, size.height) for box in picture.boxes for size in [measure(box)]]
    assert not [pair for pair in combinations(signs, 2) if meet(*pair)]
    assert not [(sign, box) for sign in signs for box in boxes if meet(sign, box)]


def test_where_its_line_has_no_free_place_a_sign_stands_beside_it_and_touches_it() -> None:
    """Two lines so short and so near each other that both signs cannot stand on theirs."""
    courses = [Course(points=((x, 0), (x, 1), (x, 2), (x, 3)), tip=(x, 12), label=(x, 2)) for x in (0, 12)]
    picture, _ = small()
    one, two, *_ = picture.lines
    picture = replace(acme.only(picture, one), lines=(one, two))
    layout = Layout(200, 200, {}, {}, {one.id: courses[0], two.id: courses[1]})
    places = place_signs(picture, layout)
    first, second = (around(places[line.id], sign_of(line, english()).width, SIGN_HEIGHT) for line in (one, two))
    assert not meet(first, second)
    assert first[0] <= 0 <= first[2]
    assert second[0] <= 12 <= second[2]


def test_a_sign_stands_on_its_own_line() -> None:
    course = Course(points=((0, 0), (0, 30), (0, 60), (0, 90)), tip=(0, 100), label=(20, 45))
    picture, layout = small()
    [line, *_] = picture.lines
    layout = Layout(200, 200, {}, {}, {line.id: course})
    picture = acme.only(picture, line)
    [(x, y)] = place_signs(picture, layout).values()
    assert x == 0
    assert dist((x, y), (0, 45)) < 6


def test_a_sign_says_number_trouble_and_how_many_more() -> None:
    assert Sign("7", Mark.NONE, ()).words == "7"
    assert Sign("7", Mark.GAP, ()).words == "7 ?"
    assert Sign("7", Mark.BROKEN, ()).words == "7"
    assert Sign("7", Mark.BROKEN, ("V1",)).words == "7 V1"
    assert Sign("7", Mark.BROKEN, ("V1", "V2", "?1")).words == "7 V1 +2"
    assert Sign("7", Mark.BROKEN).width > Sign("7", Mark.NONE).width


def test_no_sign_lies_on_the_title_of_a_frame_and_short_lines_choose_first() -> None:
    """A long line whose sign would take the one place that a short line has, and a title under its middle."""
    picture, _ = small()
    short, long, *_ = picture.lines
    [frame, *_] = picture.clusters
    picture = replace(acme.only(picture, long), lines=(long, short), boxes=(), clusters=(frame,))
    courses = {
        long.id: Course(points=((0, 0), (0, 60), (0, 120), (0, 180)), tip=(0, 190), label=(0, 90)),
        short.id: Course(points=((-2, 88), (-1, 89), (1, 91), (2, 92)), tip=(2, 92), label=(0, 90)),
    }
    layout = Layout(300, 300, {}, {frame.id: ((-20, 110), (280, 290))}, courses)
    places = place_signs(picture, layout)
    title = title_room(frame, layout.frames[frame.id])
    signs = [around(places[one.id], sign_of(one, english()).width, SIGN_HEIGHT) for one in (short, long)]
    assert not meet(*signs)
    assert not any(meet(one, title) for one in signs)
    assert hidden_signs(picture, layout) == 0


def test_a_sign_without_a_free_place_hides_as_little_as_it_can_and_is_counted() -> None:
    picture, _ = small()
    [line, *_] = picture.lines
    [box, *_] = picture.boxes
    picture = replace(acme.only(picture, line), boxes=(box,), clusters=())
    course = Course(points=((0, 0), (15, 0), (30, 0), (45, 0)), tip=(55, 0), label=(15, 0))
    layout = Layout(100, 100, {box.id: (0.0, 0.0)}, {}, {line.id: course})
    assert place_signs(picture, layout)[line.id] == (45, 0), "as far from the box as the line goes"
    assert hidden_signs(picture, layout) == 1
