"""HTML: one file that needs nothing else, in which only the script of ours may run."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from tests.drawing.page import office
from tests.drawing.test_hostile import hostile
from vendor_registry.drawing.formats import as_html
from vendor_registry.drawing.page.bundle import MODULES, hashed, read
from vendor_registry.drawing.picture.lettering import clean

TOP = re.compile(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttp|import\("
)


class Tags(HTMLParser):
    """Each tag with its attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            kind = self.tags[-1][1].get("type") or self.tags[-1][0]
            self.raw[kind] = self.raw.get(kind, "") + data


def facts(text: str) -> Any:
    return json.loads(Tags(text).raw["application/json"])


def test_only_the_script_and_the_style_of_ours_are_allowed(tmp_path: Path) -> None:
    text = office.page(tmp_path).read_text("utf-8")
    page = Tags(text)
    [policy] = [one["content"] for tag, one in page.tags if tag == "meta" and "http-equiv" in one]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashed(page.raw['style'])}'; "
        f"script-src 'sha256-{hashed(page.raw['module'])}'; base-uri 'none'; form-action 'none'"
    )
    assert "unsafe" not in policy


def test_it_loads_nothing_and_no_attribute_is_a_script(tmp_path: Path) -> None:
    page = Tags(office.page(tmp_path).read_text("utf-8"))
    assert not {"link", "img", "iframe", "object", "embed", "image", "use", "foreignobject"} & {
        tag for tag, _ in page.tags
    }
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")], tag
        assert attributes.get("href") in (None, "#stage")
    ids = [one["id"] for _, one in page.tags if one.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_text_of_a_stranger_becomes_an_element(text: str) -> None:
    plain = Tags(as_html.write(acme.album(hostile("Plain"))).decode())
    page = Tags(as_html.write(acme.album(hostile(text))).decode())
    kept = {"text", "g", "path", "circle", "polygon", "rect"}  # longer texts take more lines and other shapes
    assert [tag for tag, _ in page.tags if tag not in kept] == [tag for tag, _ in plain.tags if tag not in kept]
    assert page.raw["module"] == plain.raw["module"]


def test_facts_hold_no_sign_that_ends_their_element() -> None:
    text = "</script><script>alert(1)</script><!-- \u2028"
    case = make.case(make.engagement("oak", vendor=text, purpose=text))
    written = as_html.write_all([acme.album(acme.picture(case))]).decode()
    raw = Tags(written).raw["application/json"]
    assert not set("<>&\u2028") & set(raw)
    assert written.count("</script>") == 2


def test_it_knows_every_party_and_flow_and_where_each_is_drawn(tmp_path: Path) -> None:
    told = facts(office.page(tmp_path).read_text("utf-8"))
    [page] = told["pages"]
    drawn = [party for box in page["boxes"] for party in box["parties"]]
    assert sorted(drawn) == [*range(len(told["parties"]))]
    assert sorted(flow for line in page["lines"] for flow in line["flows"]) == [*range(len(told["flows"]))]
    names = {one["key"]: one for one in told["parties"]}
    assert names["yew"]["conditions"] == ["ai"]
    assert dict(names["oak"]["entry"])["Place of processing"] == ["Germany"], "the entry of the annex"
    assert names["fir"]["entry"] == [], "a controller stands in no annex"


def test_each_day_tells_who_is_there_and_on_what_flows_rest(tmp_path: Path) -> None:
    told = facts(office.page(tmp_path).read_text("utf-8"))
    keys = [one["key"] for one in told["parties"]]
    absent = {day["day"]: {keys[number] for number in day["absent"]} for day in told["days"]}
    assert absent["2026-11-23"] == {"yew"}
    assert absent["2027-01-01"] == {"yew", "box"}
    assert absent["2027-01-15"] == {"box"}
    [fir] = [str(number) for number, flow in enumerate(told["flows"]) if keys[flow["target"]] == "fir"]
    last = next(day for day in told["days"] if day["day"] == "2027-04-01")
    ground, mark = last["flows"][fir]
    assert (told["grounds"][ground], mark) == (["not-covered", "none for US"], "broken")
    assert told["findings"][last["findings"][1][0]]["text"].startswith("Fir Pay receives contact.email")


def test_modules_share_no_name_and_write_no_markup() -> None:
    """They are joined into one; and what strangers wrote goes in as text only."""
    names = [name for module in MODULES for name in TOP.findall(read(f"{module}.mjs"))]
    assert len(names) == len(set(names))
    for module in MODULES:
        assert not MARKUP.search(read(f"{module}.mjs")), module


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    assert office.page(first).read_bytes() == office.page(second).read_bytes()


def test_a_name_is_shown_cleaned() -> None:
    written = as_html.write(acme.album(hostile(TEXTS["bidi"]))).decode()
    assert clean(TEXTS["bidi"]) in written
    assert "\u202e" not in written
