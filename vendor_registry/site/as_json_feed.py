"""A feed as JSON Feed, version 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Mapping
from urllib.parse import urljoin

from vendor_registry.site.feed import Feed, Item

FILE = "feed.json"


def as_json_feed(feed: Feed) -> bytes:
    """The feed as UTF-8; what is not known is left out."""
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": urljoin(feed.base, FILE) if feed.base else "",
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(one) for one in feed.items],
    }
    kept = {name: value for name, value in found.items() if value or name == "items"}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _item(item: Item) -> Mapping[str, str]:
    found = {
        "id": item.identity,
        "url": item.url,
        "title": item.title,
        "content_html": item.html,
        "content_text": item.text,
        "date_published": item.published.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return {name: text for name, text in found.items() if text}
