"""DOT text, read back by Graphviz itself."""

import json

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.formats import as_dot
from vendor_registry.drawing.layout import engine
from vendor_registry.drawing.layout.dot_source import Arrangement, dot
from vendor_registry.drawing.picture.picture import Mark


def test_graphviz_reads_every_box_frame_and_line() -> None:
    picture = acme.picture(acme.small())
    graph = json.loads(engine.render(as_dot.write(acme.album(picture)).decode(), "wasm"))
    names = [one["name"] for one in graph["objects"]]
    assert sorted(names) == sorted(
        [box.id for box in picture.boxes] + [f"cluster_{one.id}" for one in picture.clusters]
    )
    assert [one["id"] for one in sorted(graph["edges"], key=lambda edge: int(edge["id"][1:]))] == [
        line.id for line in picture.lines
    ]


def test_it_can_be_drawn_by_the_program_dot() -> None:
    if not acme.system_engine():
        pytest.skip("no program `dot` on this machine")
    svg = engine.render(as_dot.write(acme.album(acme.picture(acme.small()))).decode(), "dot", "svg")
    assert "Oak Cloud" in svg


@pytest.mark.parametrize("name", ["<b>", 'a"b', "C:\\new", "a:b", "\\N", "{x|y}", "graph"])
def test_a_name_is_shown_to_the_letter(name: str) -> None:
    picture = acme.picture(make.case(make.engagement("oak", vendor=name)))
    svg = engine.render(as_dot.write(acme.album(picture)).decode(), "wasm", "svg")
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert f">{shown}<" in svg


def test_what_is_broken_is_double_and_has_a_cross() -> None:
    case = make.case(make.engagement("oak", country="IN"))
    picture = acme.picture(case, acme.VIEWS[0], acme.finding(case, "oak"))
    [line] = [line for line in picture.lines if line.mark is Mark.BROKEN]
    [written] = [one for one in dot(picture).splitlines() if f'label="{line.number} V1 ✗"' in one]
    assert 'color="#B00020:#FFFFFF:#B00020"' in written
    assert "penwidth=2" in written


def test_a_hub_is_kept_in_place_by_a_line_nobody_sees() -> None:
    picture = acme.hub()
    assert any(box.badge for box in picture.boxes)
    assert "style=invis" in dot(picture)


def test_arrangements_differ_in_direction_and_depth() -> None:
    picture = acme.picture(acme.large())
    assert "rankdir=LR" in dot(picture, Arrangement("LR"))
    assert "minlen=3" in dot(picture, Arrangement(ranks=3))
    assert "minlen=3" not in dot(picture)
