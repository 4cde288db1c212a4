"""draw.io files, read back as XML."""

import pytest
from lxml import etree

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.drawing.formats import as_drawio
from vendor_registry.drawing.layout.geometry import measure


def test_every_box_frame_and_line_is_a_cell_bound_to_what_is_there() -> None:
    picture = acme.picture(acme.small())
    root = etree.fromstring(as_drawio.write(acme.album(picture)))
    cells = {cell.get("id"): cell for cell in root.iter("mxCell")}
    assert len(cells) == 2 + len(picture.boxes) + len(picture.clusters) + len(picture.lines)
    for cell in cells.values():
        for end in ("parent", "source", "target"):
            assert cell.get(end) is None or cell.get(end) in cells
    for box in picture.boxes:
        assert cells[box.id].get("parent") == (box.cluster or "1")
        assert float(cells[box.id].find("mxGeometry").get("width")) == pytest.approx(measure(box).width, abs=0.1)


def test_a_box_lies_inside_its_frame() -> None:
    picture = acme.picture(acme.small())
    root = etree.fromstring(as_drawio.write(acme.album(picture)))
    cells = {cell.get("id"): cell.find("mxGeometry") for cell in root.iter("mxCell")}
    for box in picture.boxes:
        if box.cluster:
            inner, outer = cells[box.id], cells[box.cluster]
            assert 0 < float(inner.get("x")) < float(outer.get("width")) - float(inner.get("width"))
            assert 0 < float(inner.get("y")) < float(outer.get("height")) - float(inner.get("height"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_hostile_name_stays_a_value_that_is_shown_as_text(text: str) -> None:
    case = make.case(make.engagement("oak", vendor=text))
    picture = acme.picture(case)
    root = etree.fromstring(as_drawio.write(acme.album(picture)))
    assert {node.tag for node in root.iter()} <= {
        "mxfile", "diagram", "mxGraphModel", "root", "mxCell", "mxGeometry", "Array", "mxPoint",
    }  # fmt: skip
    assert all("html=0" in cell.get("style") for cell in root.iter("mxCell") if cell.get("style"))
