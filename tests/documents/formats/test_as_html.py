"""One page of HTML that needs nothing but itself."""

import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from itertools import cycle
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from tests.documents.sample import CHINESE, HOSTILE, STEERING, SVG, drawn, everywhere, plain
from vendor_registry.documents.document import Column, Row, Table, line
from vendor_registry.documents.formats.as_html import as_html
from vendor_registry.documents.formats.references import bound
from vendor_registry.model.text.visible import printable

TAGS = {"html", "head", "meta", "title", "style", "body", "main", "footer", "h1", "h2", "h3", "p", "div", "span", "br"}
TAGS |= {"figure", "img", "figcaption"}
TAGS |= {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}


class Reader(HTMLParser):
    """Collects the tags and attributes a browser would see."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tree(page: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(page)


def texts(page: bytes, tag: str) -> list[str]:
    return ["".join(element.itertext()) for element in tree(page).iter(tag)]


def test_the_page_says_what_it_is_and_in_which_language() -> None:
    page = as_html(plain())
    assert page.startswith(b"<!DOCTYPE html>")
    assert tree(page).get("lang") == "en-GB"
    assert texts(page, "title") == ["List of things – List of things Ltd"]
    assert texts(page, "h1") == ["List of things"]
    assert texts(page, "h2") == ["Who", "Others"]
    assert texts(page, "h3") == ["Hosting"]


def test_a_picture_is_an_image_with_a_text_for_people_who_do_not_see_it() -> None:
    [figure] = tree(as_html(drawn())).iter("figure")
    image, caption = figure
    assert image.get("alt") == "From <us> to {{all}}"
    head, _, content = (image.get("src") or "").partition(",")
    assert (head, b64decode(content)) == ("data:image/svg+xml;base64", SVG)
    assert caption.text == "Flows, drawn"


def test_tables_are_readable_without_eyes() -> None:
    page = as_html(plain())
    _, table = tree(page).iter("table")
    assert [cell.get("scope") for cell in table.iter("th")] == ["col"] * 3 + ["row"] * 2
    assert texts(page, "caption") == ["Who", "Hosting"]
    [region] = tree(page).iter("div")
    assert (region.get("role"), region.get("aria-label"), region.get("tabindex")) == ("region", "Hosting", "0")
    assert [row.get("class") for row in table.iter("tr")] == [None, "level-0", "level-1"]


def test_nothing_is_loaded_from_elsewhere_and_no_script_runs() -> None:
    for page in (as_html(plain()), *(as_html(everywhere(text)) for text in HOSTILE)):
        for tag, attributes in Reader(page).seen:
            assert tag in TAGS
            assert not {"href", "onerror", "onclick"} & set(attributes)
            assert (attributes.get("src") or "data:image/svg+xml;").startswith("data:image/svg+xml;")
        style = re.search(rb"<style>.*</style>", page, re.DOTALL)
        assert style is not None
        assert b"url(" not in style[0]
        assert b"@import" not in style[0]
        assert b"default-src 'none'" in page


@pytest.mark.parametrize("text", [*HOSTILE, *STEERING, CHINESE])
def test_hostile_text_is_shown_and_does_nothing(text: str) -> None:
    page = as_html(everywhere(text))
    inert = printable(text)
    assert texts(page, "h1") == texts(page, "h2") == texts(page, "h3") == texts(page, "p") == [inert]
    assert texts(page, "td")[1:] == [f"left{inert}|{inert}"] * 2
    assert [tag for tag, _ in Reader(page).seen] == [tag for tag, _ in Reader(as_html(everywhere("x"))).seen]


@given(st.text())
@settings(max_examples=40)
def test_any_text_survives(text: str) -> None:
    page = as_html(everywhere(text))
    assert texts(page, "h2") == [bound(printable(text))], "references to the law keep together"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert as_html(plain()) == as_html(plain())


TORN = """() => [...document.querySelectorAll("td, th")].flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), torn = [];
  for (let text; (text = walk.nextNode());)
    for (const word of text.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(one => one.top)).size > 1) torn.push(word[0]);
    }
  return torn;
})"""


@pytest.mark.parametrize(
    "widths", [(17, 21, 19, 10, 24, 9), (15, 13, 9, 25, 9, 9, 11, 9, 16)], ids=["annex", "transfers"]
)
def test_no_date_or_word_of_a_narrow_column_is_torn(widths: tuple[int, ...], chromium: Browser) -> None:
    """A page that is too narrow for it scrolls the table."""
    words = cycle(("Verarbeitung", "01.01.2024", "angegeben", "Vereinbart"))
    columns = tuple(Column("Vereinbart", width) for width in widths)
    rows = tuple(Row(tuple((line(next(words)),) for _ in widths)) for _ in range(4))
    page = chromium.new_page(viewport={"width": 1000, "height": 700})
    page.set_content(as_html(replace(plain(), blocks=(Table("Wide", columns, rows),))).decode())
    assert page.evaluate(TORN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
