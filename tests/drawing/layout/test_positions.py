"""Positions: everything has one, nothing lies on anything else, and the room is used."""

import json
from itertools import combinations

import pytest

from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.layout.choice import best
from vendor_registry.drawing.layout.dot_source import dot
from vendor_registry.drawing.layout.engine import render
from vendor_registry.drawing.layout.geometry import measure
from vendor_registry.drawing.layout.positions import Layout, read
from vendor_registry.drawing.picture.picture import Box, Picture
from vendor_registry.drawing.picture.view import View

CASES = [acme.small(), acme.large()]
Rectangle = tuple[float, float, float, float]


def rectangles(picture: Picture, layout: Layout) -> dict[str, Rectangle]:
    return {box.id: _rectangle(box, layout) for box in picture.boxes}


def _rectangle(box: Box, layout: Layout) -> Rectangle:
    (x, y), size = layout.boxes[box.id], measure(box)
    return x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2


@pytest.mark.parametrize("case", CASES, ids=["small", "large"])
@pytest.mark.parametrize("view", acme.VIEWS, ids=lambda view: view.name)
def test_no_box_lies_on_another_and_each_lies_in_its_frame(case: Case, view: View) -> None:
    picture = acme.picture(case, view)
    layout = best(picture, "wasm", 1550, 850)
    places = rectangles(picture, layout)
    for one, other in combinations(places.values(), 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for box in picture.boxes:
        if box.cluster:
            (left, top), (right, bottom) = layout.frames[box.cluster]
            x1, y1, x2, y2 = places[box.id]
            assert left < x1 < x2 < right
            assert top < y1 < y2 < bottom


def test_everything_drawn_has_a_place_on_the_page() -> None:
    picture = acme.picture(acme.small())
    layout = best(picture, "wasm", 1550, 850)
    assert set(layout.courses) == {line.id for line in picture.lines}
    assert set(layout.frames) == {cluster.id for cluster in picture.clusters}
    for x, y in layout.boxes.values():
        assert 0 < x < layout.width
        assert 0 < y < layout.height


def test_a_line_ends_at_the_edge_of_its_target() -> None:
    picture = acme.picture(acme.small())
    layout = best(picture, "wasm", 1550, 850)
    places = rectangles(picture, layout)
    for line in picture.lines:
        left, top, right, bottom = places[line.target]
        x, y = layout.courses[line.id].tip
        assert left - 3 <= x <= right + 3
        assert top - 3 <= y <= bottom + 3


def test_a_wide_room_gets_another_arrangement_than_a_high_one() -> None:
    picture = acme.picture(acme.small())
    wide, high = best(picture, "wasm", 2000, 500), best(picture, "wasm", 500, 2000)
    assert wide.width / wide.height > high.width / high.height


def test_both_engines_place_everything() -> None:
    picture = acme.picture(acme.small())
    if not acme.system_engine():
        pytest.skip("no program `dot` on this machine")
    assert set(best(picture, "dot", 1550, 850).boxes) == {box.id for box in picture.boxes}


def test_a_line_that_graphviz_loses_is_drawn_straight() -> None:
    picture = acme.picture(acme.small())
    graph = json.loads(render(dot(picture), "wasm"))
    lost = [edge for edge in graph["edges"] if edge["id"] == "e6"]
    lost[0].pop("pos")
    layout = read(picture, graph)
    [line] = [line for line in picture.lines if line.id == "e6"]
    assert layout.lost == 1
    assert layout.courses["e6"].points[0] == layout.boxes[line.source]
    assert layout.courses["e6"].tip == layout.boxes[line.target]


def test_a_layout_that_loses_no_line_is_preferred() -> None:
    picture = acme.picture(acme.large(), acme.VIEWS[0], acme.finding(acme.large(), "v001"))
    assert best(picture, "wasm", 1550, 850).lost == 0
