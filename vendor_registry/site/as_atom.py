"""A feed as Atom (RFC 4287)."""

from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from vendor_registry.site.feed import Feed, Item

FILE = "feed.atom"
_SPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def as_atom(feed: Feed) -> bytes:
    """The feed as UTF-8; its texts are printable already, so that XML takes every character."""
    root = Element("feed", {"xmlns": _SPACE, _LANGUAGE: feed.language})
    _text(root, "id", feed.identity)
    _text(root, "title", feed.title)
    _text(root, "updated", feed.updated.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _text(SubElement(root, "author"), "name", feed.author)
    if feed.base:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=urljoin(feed.base, FILE))
    if feed.home:
        SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    for item in feed.items:
        _entry(SubElement(root, "entry"), item)
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(entry: Element, item: Item) -> None:
    moment = item.published.strftime("%Y-%m-%dT%H:%M:%SZ")
    _text(entry, "id", item.identity)
    _text(entry, "title", item.title)
    _text(entry, "published", moment)
    _text(entry, "updated", moment)
    if item.url:
        SubElement(entry, "link", rel="alternate", type="text/html", href=item.url)
    _text(entry, "content", item.html).set("type", "html")


def _text(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, name)
    child.text = text
    return child
