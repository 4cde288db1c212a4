"""Signs stand on their lines, clear of boxes and of each other."""

from itertools import combinations
from math import dist

from tests.drawing import acme
from vendor_registry.drawing.layout.courses import Course
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, Sign, measure, sign_of
from vendor_registry.drawing.layout.positions import Layout, best
from vendor_registry.drawing.layout.signs import around, meet, place_signs
from vendor_registry.drawing.picture.picture import Mark, Picture


def small() -> tuple[Picture, Layout]:
    picture = acme.picture(acme.small())
    return picture, best(picture, "wasm", 1550, 850)


def test_no_sign_lies_on_another_or_on_a_box() -> None:
    picture, layout = small()
    places = place_signs(picture, layout)
    signs = [around(places[line.id], sign_of(line).width, SIGN_HEIGHT) for line in picture.lines]
    boxes = [around(layout.boxes[box.id], size.width, size.height) for box in picture.boxes for size in [measure(box)]]
    assert not [pair for pair in combinations(signs, 2) if meet(*pair)]
    assert not [(sign, box) for sign in signs for box in boxes if meet(sign, box)]


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
