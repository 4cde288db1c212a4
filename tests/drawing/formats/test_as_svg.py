"""The SVG page: whole, self-contained, readable and accessible."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.formats import as_svg
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.view import View

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture: Picture) -> Element:
    return fromstring(as_svg.write(acme.album(picture)))


def texts(root: Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def test_it_has_a_title_block_a_legend_the_findings_and_the_flows() -> None:
    case = acme.small()
    shown = texts(drawn(acme.picture(case, acme.VIEWS[0], acme.finding(case, "desk-in"))))
    for expected in ("Data flows by place of processing", "Acme Mail", "As of 2026-11-23", "Flows", "own data store"):
        assert expected in shown
    assert "Content reaches India (apart)" in shown


def test_every_box_and_line_is_a_named_item_and_ids_are_unique() -> None:
    picture = acme.picture(acme.small())
    root = drawn(picture)
    names = {one.get("id"): one.findtext(f"{SVG}title") for one in root.iter(f"{SVG}g") if one.get("id")}
    assert names == {
        **{f"region-{box.id}": box.about for box in picture.boxes},
        **{f"region-{line.id}": line.about for line in picture.lines},
    }
    assert root.findtext(f"{SVG}title") == "Data flows by place of processing. Acme Mail, 2026-11-23"
    assert root.findtext(f"{SVG}desc") == picture.description


def test_it_needs_nothing_but_itself() -> None:
    written = as_svg.write(acme.album(acme.picture(acme.small()))).decode()
    outside = re.sub(r'xmlns(:\w+)?="[^"]*"', "", written)
    assert not re.search(r"https?:|href|url\(|@import|data:|/home|/tmp|Graphviz", outside)


@pytest.mark.parametrize("case", [acme.small(), acme.large()], ids=["small", "large"])
@pytest.mark.parametrize("view", acme.VIEWS, ids=lambda view: view.name)
def test_no_text_is_smaller_than_nine_pixels(case: Case, view: View) -> None:
    root = drawn(acme.picture(case, view))
    [scale] = [
        float(found[1]) for one in root.iter() if (found := re.search(r"scale\((.+)\)", one.get("transform", "")))
    ]
    drawing = next(one for one in root.iter(f"{SVG}g") if one.get("transform"))
    assert min(float(one.get("font-size", "0")) for one in drawing.iter(f"{SVG}text")) * scale >= 9
    assert min(float(one.get("font-size", "0")) for one in root.iter(f"{SVG}text")) >= 9


def test_a_small_register_fits_on_a_screen() -> None:
    root = drawn(acme.picture(acme.small()))
    assert root.get("width") == "1600"
    flows = next(one for one in root.iter(f"{SVG}text") if one.text == "Flows")
    assert float(flows.get("y", "9999")) < 1000, "title, drawing and legend stand above the table"


def test_what_is_broken_is_thick_double_crossed_and_signed_and_not_only_red() -> None:
    case = make.case(make.engagement("oak"), make.engagement("elm"))
    sound = as_svg.write(acme.album(acme.picture(case))).decode()
    broken = as_svg.write(acme.album(acme.picture(case, acme.VIEWS[0], acme.finding(case, "oak")))).decode()
    assert 'stroke-width="5"' not in sound
    assert broken.count('stroke-width="5"') == 2, "the line and its sample in the legend"
    assert ">V1<" in broken.replace(" V1<", ">V1<")


def test_the_legend_explains_only_what_occurs() -> None:
    shown = texts(drawn(acme.picture(make.case(make.engagement("oak")))))
    assert "third party" in shown
    assert "fourth party (engaged by a third)" not in shown
    assert "own data store" not in shown
    assert "contractual clauses (SCC and the like)" not in shown


def test_without_tables_it_is_the_first_page_only() -> None:
    picture = acme.picture(acme.small())
    page = fromstring(as_svg.pictures(acme.album(picture).pages))
    assert "Flows" not in texts(page)
    assert float(page.get("height", "9999")) < 1010


def test_a_case_with_nothing_in_it_is_a_page_too() -> None:
    picture = acme.picture(make.case(systems={}, data_subjects={}))
    assert texts(drawn(picture))[0] == "Data flows by place of processing"
