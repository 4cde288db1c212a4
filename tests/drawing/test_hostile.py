"""Whatever stands in a cell, every format stays well-formed and shows it as text."""

import io
import json
from importlib import import_module
from xml.etree import ElementTree

import pypdf
import pytest

from tests import make
from tests.drawing import acme, png
from tests.drawing.hostile import TEXTS
from tests.drawing.mermaid import Flowchart, read
from vendor_registry.drawing.formats import as_dot, as_json, as_mermaid, as_pdf, as_png, as_svg
from vendor_registry.drawing.layout import engine
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.policy import Category, Named

PDFIUM = import_module("pypdfium2")  # has no types
EVERY = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
BOTH = pytest.mark.parametrize("view", acme.VIEWS, ids=lambda view: view.name)


def hostile(text: str, view: View = acme.VIEWS[0]) -> Picture:
    """The text is in every cell and every name that a picture shows."""
    case = make.case(
        make.engagement("oak", vendor=text, service="s", purpose=text, country="IN", products=("*",), data=("d",)),
        make.engagement("elm", vendor=f"{text}!", service="s", country="US", products=("*",), zone="us"),
        make.engagement("ash", vendor=text, service=text, engaged_by=("oak",), region="US", data=None),
        company=Company(name=text),
        products={"mail": Named(key="mail", name={"": text})},
        services={"s": Named(key="s", name={"": text})},
        data_subjects={"customers": Named(key="customers", name={"": text})},
        data={"d": Category(key="d", name={"": text})},
        systems={"sys": make.system("sys", name={"": text}, zone="*")},
    )
    found = acme.finding(case, "oak", message=text)
    return acme.picture(case, view, found)


@EVERY
@BOTH
def test_svg_is_xml_without_a_script_and_says_the_whole_text_once(text: str, view: View) -> None:
    root = ElementTree.fromstring(as_svg.write(acme.album(hostile(text, view))))
    assert not {"script", "foreignObject", "image", "a", "style"} & {one.tag.rpartition("}")[2] for one in root.iter()}
    assert all(not name.rpartition("}")[2].startswith("on") for one in root.iter() for name in one.attrib)
    titles = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}title")]
    assert any(clean(text) in title for title in titles), "the whole text stands in a title, however long"


@EVERY
@BOTH
def test_dot_is_read_by_graphviz_with_the_same_boxes_and_labels(text: str, view: View) -> None:
    picture = hostile(text, view)
    graph = json.loads(engine.render(as_dot.write(acme.album(picture)).decode(), "wasm", "json0"))
    boxes = {one["name"]: one["label"] for one in graph["objects"] if not one["name"].startswith("cluster_")}
    assert set(boxes) == {box.id for box in picture.boxes}
    assert len(graph["edges"]) == len(picture.lines)
    assert not any("shape" not in one for one in graph["objects"] if one["name"] in boxes)


@EVERY
@BOTH
def test_mermaid_is_read_by_its_grammar_with_the_same_boxes_and_texts(text: str, view: View) -> None:
    picture = hostile(text, view)
    chart: Flowchart = read(as_mermaid.write(acme.album(picture)).decode())
    assert set(chart.boxes) == {box.id for box in picture.boxes}
    assert len(chart.edges) == len(picture.lines)
    for box in picture.boxes:
        shown = chart.boxes[box.id].split("\n")[0].removesuffix("…").strip()
        assert shown
        assert box.title.startswith(shown)


@EVERY
def test_json_holds_the_cleaned_text_unchanged(text: str) -> None:
    values = json.loads(as_json.write(acme.album(hostile(text))))
    assert values["company"] == clean(text)


@pytest.mark.parametrize("name", ["typst", "xml", "emoji", "bidi", "ansi", "long", "script", "surrogate"])
def test_png_and_pdf_can_be_opened(name: str) -> None:
    picture = hostile(TEXTS[name])
    assert png.read(as_png.write(acme.album(picture)))[0] > 1600
    pages = as_pdf.write(acme.album(picture))
    assert len(pypdf.PdfReader(io.BytesIO(pages)).pages) >= 2
    sheet = PDFIUM.PdfDocument(pages)[0].render(scale=0.2)
    assert sheet.width > sheet.height


def test_pdf_shows_typesetting_commands_as_text() -> None:
    pages = pypdf.PdfReader(io.BytesIO(as_pdf.write(acme.album(hostile("#panic() *b* $x$")))))
    assert "#panic() *b* $x$" in pages.pages[1].extract_text()
