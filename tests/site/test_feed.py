"""Feeds are read by a parser that knows nothing of us, and held against RFC 4287 and JSON Feed 1.1."""

import json
import re
from xml.etree import ElementTree

import feedparser
import pytest

from tests.site.published import HOSTILE, company, editions, names
from vendor_registry.site.as_atom import as_atom
from vendor_registry.site.as_json_feed import as_json_feed
from vendor_registry.site.feed import Feed, feed

ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[A-Za-z0-9:-]+")  # RFC 4151, as far as ours go
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")  # RFC 3339


def made(base: str = "https://acme.example/sp/", website: str = "https://www.acme.example/about") -> Feed:
    found = editions(company=company(website))
    return feed(found, names(found[0]), base)


def test_a_parser_reads_the_feed_without_complaint() -> None:
    read = feedparser.parse(as_atom(made()))
    assert (read.bozo, read.version) == (False, "atom10")
    newest, oldest = read.entries
    assert newest.link == "https://acme.example/sp/revisions/2/"
    assert oldest.title == "Revision 1, published 1 March 2026"
    assert "published for the first time" in oldest.content[0].value
    assert "place widened" in newest.content[0].value
    assert "in force from 15 January 2027" in newest.content[0].value
    assert "<script" not in newest.content[0].value


def test_the_feed_keeps_the_rules_of_rfc_4287() -> None:
    root = ElementTree.fromstring(as_atom(made()))
    for element in (root, *root.findall(f"{ATOM}entry")):  # 4.1.1, 4.1.2: exactly one of each
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert TAG.fullmatch(element.findtext(f"{ATOM}id") or "")
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Acme Mail GmbH"  # 4.1.1: entries without an author need it
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 3  # 4.2.6
    relations = [(link.get("rel"), link.get("type")) for link in root.findall(f"{ATOM}link")]
    assert len(set(relations)) == len(relations)  # 4.1.1: no two alternates of one type
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T08:00:00Z"
    for content in root.iter(f"{ATOM}content"):  # 4.1.3.3: html is text, without child elements
        assert (content.get("type"), len(content)) == ("html", 0)


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    read = json.loads(as_json_feed(made()))
    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert read["feed_url"] == "https://acme.example/sp/feed.json"
    assert read["authors"] == [{"name": "Acme Mail GmbH"}]
    for item in read["items"]:
        assert {"id", "content_html", "content_text", "date_published"} <= item.keys()
    assert HOSTILE in read["items"][0]["content_text"]
    assert "<script" not in read["items"][0]["content_html"]


def test_identities_stay_whatever_is_published_later_and_wherever_the_page_moves_below_its_host() -> None:
    found = editions()
    early = feed(found[:1], names(found[0]), "https://acme.example/")
    late = feed(found, names(found[0]), "https://acme.example/elsewhere/")
    assert early.identity == late.identity
    assert early.items[0].identity == late.items[-1].identity


def test_signs_between_are_those_of_the_language() -> None:
    """French has a space before a colon, one at which no line breaks."""
    found = editions()
    newest, *_ = feed(found, names(found[0], "fr")).items
    assert "\u202f: " in newest.text
    assert re.findall(r"[^\u202f\s]: ", newest.text) == []


def test_a_revision_that_changed_nothing_public_has_no_entry() -> None:
    one, _ = editions()
    assert len(feed((one, one.__class__(number=2, published_at=one.published_at, digest="cc", case=one.case)),
                    names(one)).items) == 1  # fmt: skip


@pytest.mark.parametrize("website", ["", "javascript:alert(1)", "ftp://acme.example", "https://"])
def test_what_is_no_address_of_the_web_is_never_linked_and_the_identity_is_a_uuid(website: str) -> None:
    found = made("", website)
    assert (found.home, found.items[0].url) == ("", "")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", found.identity)
    assert b"<link" not in as_atom(found)
    assert b"home_page_url" not in as_json_feed(found)
