"""The pages: read by parsers that know nothing of us."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

from lxml import html

from tests.make import case, engagement
from tests.site.published import HOSTILE, SECOND, company, editions, names
from vendor_registry.documents.parts.phrases import languages
from vendor_registry.model.policy.terms import NoticeTerms, SiteTerms
from vendor_registry.site.edition import Edition, differing, public
from vendor_registry.site.page import Address, Pages
from vendor_registry.site.style import headers, look, source

BASE = "https://acme.example/sp/"
PLACES = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT "
    "NL PL PT RO SE SI SK NO IS LI GB US CA JP KR IN BR AU CH SG".split()
)
CODES = ("en", "de", "es", "fr")


def made(base: str = BASE, *, found: tuple[Edition, ...] = ()) -> dict[str, str]:
    found = found or editions()
    tongues = [names(found[0], code) for code in CODES]
    offered = {code: [f"annex/sub-processors.{code}.pdf"] for code in CODES}
    site = Pages(found, tongues, Address(base=base, languages=CODES), offered, look(found, SiteTerms()))
    return {name: content.decode() for name, content in site.written()}


class Tags(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_every_language_and_every_revision_has_a_page() -> None:
    assert sorted(languages()) == sorted(CODES)
    below = ("index.html", "revisions/1/index.html", "revisions/2/index.html")
    assert set(made()) == {f"{folder}{name}" for folder in ("", "de/", "es/", "fr/") for name in below}


def test_texts_of_strangers_are_shown_and_run_nowhere() -> None:
    for text in made().values():
        tags = Tags(text).found
        scripts = [attributes for tag, attributes in tags if tag == "script"]
        assert all(one in ({}, {"type": "application/ld+json"}) for one in scripts)
        assert re.findall(r"<script>(.*?)</script>", text, re.DOTALL) in ([], [source("page.js")])
        assert not {tag for tag, _ in tags} & {"img", "iframe", "form", "object", "b"}
        assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    tree = html.fromstring(made()["index.html"].encode())
    assert [one.text_content() for one in tree.xpath("//section[@id='announced']//h5")] == [HOSTILE]


def test_the_policy_of_a_page_allows_its_own_style_and_nothing_else() -> None:
    found = editions()
    for text in made().values():
        style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
        assert style
        styled, runs = (
            base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (style[1], source("page.js"))
        )
        own = f"style-src 'sha256-{styled}'; script-src 'sha256-{runs}'"
        allowed = f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"
        [told] = [one["content"] for tag, one in Tags(text).found if one.get("http-equiv")]
        assert told == allowed
        assert allowed in headers(look(found, SiteTerms())).decode()
        assert 'style="' not in text


def test_languages_name_each_other_absolutely_where_the_address_is_known() -> None:
    for name, text in made().items():
        links = {one["hreflang"]: one["href"] for tag, one in Tags(text).found if tag == "link" and "hreflang" in one}
        below = re.sub(r"^(de|es|fr)/|index\.html$", "", name.replace("/index.html", "/"))
        assert links == {
            "en": BASE + below,
            "de": f"{BASE}de/{below}",
            "es": f"{BASE}es/{below}",
            "fr": f"{BASE}fr/{below}",
            "x-default": BASE + below,
        }


def test_every_link_of_a_page_leads_to_a_file_of_the_site_or_to_an_anchor_of_its_own() -> None:
    found = made("")
    there = {
        *found,
        "feed.atom",
        "feed.json",
        "subprocessors.json",
        *(f"annex/sub-processors.{code}.pdf" for code in CODES),
    }
    for name, text in found.items():
        tags = Tags(text).found
        anchors = [one["id"] for _, one in tags if "id" in one]
        assert len(anchors) == len(set(anchors))
        for href in (one["href"] or "" for _, one in tags if "href" in one):
            if href.startswith("#"):
                assert href[1:] in anchors
            else:
                parts = [*name.split("/")[:-1], *href.split("/")]
                while ".." in parts:
                    at = parts.index("..")
                    del parts[at - 1 : at + 1]
                assert "/".join(parts) in there


def test_a_filter_hides_those_it_is_not_about() -> None:
    text = made()["index.html"]
    assert 'main:has(#place-US:target) li[data-place]:not([data-place~="US"])' in text
    tree = html.fromstring(text.encode())
    [cloud] = [one for one in tree.xpath("//li[@data-place]") if "Cloud" in one.text_content()]
    assert (cloud.get("data-place"), cloud.get("data-product"), cloud.get("data-zone")) == ("DE US", "mail", "eu")


def test_announced_changes_say_until_when_customers_may_object() -> None:
    """Announced on 20 November 2026 with 30 days: the last day is a Sunday, so the Monday after it."""
    assert "Customers may object until 21 December 2026." in made()["index.html"]
    specific = editions(notice=NoticeTerms(authorisation="specific"))
    assert "Customers may object" not in made(found=specific)["index.html"], "each change waits for an authorisation"


def test_the_signs_of_a_page_are_those_of_its_language() -> None:
    """Also beside who engages a vendor, between its days, and in what a revision changed."""
    found = editions()
    behind = engagement(
        "behind", vendor="Behind", engaged_by=("cloud",), since=date(2026, 1, 1), until=date(2027, 3, 31)
    )
    after = public(case(engagement("cloud"), behind, as_of=SECOND.date(), company=company()))
    pages = made(found=(found[0], replace(found[1], case=after, changes=differing(found[0].case, after))))
    for name in ("fr/index.html", "fr/revisions/2/index.html"):
        told = html.fromstring(re.sub(r"(?s)<(style|script).*?</\1>", "", pages[name]).encode()).text_content()
        assert "Behind" in told
        assert re.findall(r".{,9}(?<!\u202f)[;:](?=\s)", told) == [], name


def test_headings_leave_no_level_out_and_each_page_says_its_language() -> None:
    for name, text in made().items():
        levels = [int(tag[1]) for tag, _ in Tags(text).found if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert next(one["lang"] or "" for tag, one in Tags(text).found if tag == "html").startswith(
            name[:2] if name[2:3] == "/" else "en"
        )


def test_linked_data_is_read_as_what_it_says() -> None:
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', made()["index.html"], re.DOTALL)
    read = json.loads(block)
    assert (read["@context"], read["@type"], read["numberOfItems"]) == ("https://schema.org", "ItemList", 1)
    assert read["itemListElement"][0]["legalName"] == "Cloud GmbH"


def test_a_page_of_a_hundred_vendors_stays_small() -> None:
    """Each says as much as vendors do, in forty places altogether; German is the longest of the four."""
    rows = [
        engagement(
            f"v{number}",
            vendor=f"Vendor number {number}",
            legal_name=f"Vendor number {number} International Operations Limited",
            address="9180 Commerce Center Circle, Highlands Ranch, CO 80129",
            purpose="Data centres in which the platforms for sending and receiving e-mail run",
            region=f"{PLACES[number % 40]} (Frankfurt); BE",
            measures=("SCC M3 (2021-10-01)", "DPF (2023-09-01)", "data encryption"),
            since=date(2022, 5, 1),
        )
        for number in range(100)
    ]
    one = Edition(number=1, published_at=SECOND, digest="aa", case=public(case(*rows)), first=True)
    sizes = {name: len(text.encode()) for name, text in made(found=(one,)).items()}
    assert max(sizes.values()) <= 100_000, sizes
