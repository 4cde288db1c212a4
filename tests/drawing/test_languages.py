"""A picture speaks one language: nothing of the English wording is left in the others, whatever the view and format.

What stands in the sheet and the policy is taken away first, and the words of findings, which say that they are English.
"""

import csv
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats import as_html, as_svg
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.index_page import Shown, index_page
from vendor_registry.drawing.picture.words import english, languages, words
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.use_cases.api import load
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.page import behind
from vendor_registry.use_cases.diagrams.views import drawn_for
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.diagrams.written import written
from vendor_registry.use_cases.judgement.check import check

DATA = Path(__file__).parents[2] / "data"
OTHERS = tuple(one for one in languages() if one != "en")
OF = {"data": "contact.email", "vendor": "zendesk"}
PURPOSE = 60  # characters of a purpose in the title of a frame
SHORTEST = 4  # letters: shorter words are words of several languages
DRAWN = tuple(view for view in VIEWS if view != "diff")  # which is about two states


@cache
def demo() -> Case:
    return load(DATA / "vendors.csv", DATA / "policy.toml").case(date(2023, 1, 16))


@cache
def album(view: str, language: str) -> Album:
    case = demo()
    return drawn_for(Behind(case), check(case), Wish(view=view, of=OF.get(view, ""), language=language))


@cache
def ours() -> tuple[str, ...]:
    """What the sheet, the policy and the rules say, the longest first."""
    with (DATA / "vendors.csv").open(encoding="utf-8", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    policy = tomllib.loads((DATA / "policy.toml").read_text("utf-8"))
    said = {text for one in check(demo()).findings for text in (one.message, one.mend, one.rule)}
    cited = {one.answer.citation for one in transfers(demo())}
    found = {
        " ".join(text.split())
        for text in {*cells, *strings(policy), *said, *policy["products"], *policy["services"], *cited}
    }
    cut = {one[: PURPOSE - 1].rstrip() for one in found if len(one) > PURPOSE}
    return tuple(sorted((one for one in found | cut if len(one) > 2), key=len, reverse=True))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@cache
def english_of(language: str) -> re.Pattern[str]:
    """What English says and the language says otherwise, between values, as far as the language has no such word."""
    theirs = words(language).texts
    own = {word for text in theirs.values() for word in re.findall(r"[^\W_]+", text.casefold())}
    found = {
        part.strip(' .,;:()"↓→')
        for key, text in english().texts.items()
        if text != theirs[key]
        for part in re.split(r"\{\w+\}", text)
    }
    foreign = {one for one in found if len(one) >= SHORTEST and not {*re.findall(r"[^\W_]+", one.casefold())} <= own}
    assert len(foreign) > 250
    return re.compile(
        "|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in sorted(foreign, key=len, reverse=True)), re.I
    )


def left(texts: Iterator[str], language: str) -> list[str]:
    """The texts in which English is left, without what the register says."""
    pattern, register = english_of(language), ours()
    found = []
    for text in dict.fromkeys(" ".join(one.split()) for one in texts):
        if not pattern.search(text) or any(text.strip("… ") in one for one in register):
            continue
        rest = text
        for one in register:
            rest = rest.replace(one, " ")
        if pattern.search(rest):
            found.append(text)
    return found


def texts_of(drawn: Album) -> Iterator[str]:
    """What is drawn around the boxes as it is drawn; of the boxes their texts before they are broken into lines."""
    for page in drawn.pages:
        for box in page.picture.boxes:
            yield from (box.title, *box.lines, box.about)
    root = ElementTree.fromstring(as_svg.pictures(drawn.pages))
    items = [item for item in root.iter() if item.get("role") == "listitem"]
    boxes = {id(one) for item in items for one in item.iter() if one.tag.endswith("text")}
    for element in root.iter():
        text = element.text or ""
        if id(element) not in boxes and not text.endswith("…"):  # what is cut stands whole in a title element
            yield from (text, element.get("aria-label", ""))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("view", DRAWN)
def test_no_english_is_left_in_a_picture(view: str, language: str) -> None:
    drawn = album(view, language)
    assert f'xml:lang="{language}"'.encode() in as_svg.pictures(drawn.pages)
    assert left(texts_of(drawn), language) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("form", ["md", "txt"])
def test_no_english_is_left_in_a_text(form: str, language: str) -> None:
    content, _ = written(album("region", language), FORMATS[form], "light")
    mark = words(language).original(".").removeprefix(".")
    lines = (re.sub(r"\\(?=\W)", "", line) for line in content.decode().splitlines())
    texts = (part for line in lines if mark not in line for part in line.split("|"))
    assert left(texts, language) == []


@pytest.mark.parametrize("form", ["mermaid", "d2", "dot", "drawio"])
def test_what_goes_on_elsewhere_names_badges_and_cuts_in_the_language(form: str) -> None:
    drawn = acme.album(replace(acme.hub(), words=words("de")))
    content = written(drawn, FORMATS[form], "light")[0].decode()
    assert "an A" in content
    assert "to A" not in content


@pytest.mark.parametrize("language", OTHERS)
def test_a_finding_says_that_it_is_english(language: str) -> None:
    [first, *_] = album("violations", language).pages
    content, _ = written(album("violations", language), FORMATS["txt"], "light")
    for remark in first.picture.remarks:
        assert words(language).original(remark.text) in content.decode()


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_the_page_that_can_be_asked(language: str) -> None:
    known = behind(demo(), words(language))
    drawn = drawn_for(known, check(demo()), Wish(language=language))
    assert known.supplement is not None
    page = as_html.write(drawn, known.supplement).decode()
    assert f'<html lang="{language}">' in page
    frame, _, rest = re.sub(r"<style>.*?</style>", "", page, flags=re.S).partition('<script type="application/json"')
    assert left(iter(re.split(r"<[^>]*?>|\"", frame)), language) == []
    facts = json.loads(rest.partition(">")[2].partition("</script>")[0])
    assert facts["words"]["language"] == language
    told = [facts[name] for name in ("names", "rules", "words")]
    told += [[page["title"], page["notes"]] for page in facts["pages"]]
    told += [[view["title"], view["question"]] for view in facts["views"]]
    told += [[flow["data"]] for flow in facts["flows"]]
    assert left(strings(told), language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_the_index_of_a_set(language: str) -> None:
    picture = album("region", language).pages[0].picture
    shown = Shown("region.svg", album("region", language).view.answers(words(language)), picture)
    page = index_page([shown], [], "all.html").decode()
    assert f'<html lang="{language}">' in page
    body = re.sub(r"<style>.*?</style>|<meta[^>]*>|<details>.*?</details>", "", page, flags=re.S)
    assert left(iter(re.split(r"<[^>]*?>|\"", body)), language) == []


def test_machine_formats_keep_their_names_in_every_language() -> None:
    for language in languages():
        written_, _ = written(album("region", language), FORMATS["csv"], "light")
        assert written_.decode().splitlines()[0] == "page,number,from,to,data,ground,state,findings,written_in"
    values = [json.loads(written(album("transfers", one), FORMATS["json"], "light")[0]) for one in ("en", "de")]
    assert [one.get("language") for one in values] == [None, "de"]
    assert {*values[0]} == {*values[1]} - {"language"}
    for name in ("parties", "flows"):
        assert [one["key"] for one in values[0][name]] == [one["key"] for one in values[1][name]]
    assert [one["key"] for one in values[0]["grounds"]] == [one["key"] for one in values[1]["grounds"]]
