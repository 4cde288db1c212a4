"""Cookie lists: what browsers and consent tools export as CSV or JSON, and the cookies.txt of curl. No value is kept.

Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/cookies/Cookie (name, domain); consent
tools write a provider beside or instead of the domain.
"""

import csv
from collections.abc import Iterator, Sequence
from typing import Any

from vendor_registry.intake.inventories.host_names import host_of
from vendor_registry.intake.inventories.hosts import delimiter_of
from vendor_registry.intake.inventories.json_file import escaped
from vendor_registry.intake.inventories.sighting import KnownNames, gathered, seen_host, seen_name
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.ledger.mention import Inventory, Mention

NETSCAPE = ("# Netscape HTTP Cookie File", "# HTTP Cookie File")
_PROVIDERS = ("provider", "vendor", "service", "anbieter", "fournisseur", "proveedor", "service name", "platform")
_DOMAINS = ("domain", "domains", "host", "hostname", "domain name", "cookie domain", "domaine", "dominio")
_COOKIES = ("cookie", "cookie name", "cookie key name", "cookie / data key name", "cookies", "name", "nom", "nombre")
_FIRST_PARTY = ("party", "type", "cookie type", "first/third party", "first party")


def is_cookie_table(titles: Sequence[str]) -> bool:
    """Whether a table has a column of cookies and one of whose they are."""
    folded = [fold(title) for title in titles]
    named = any("cookie" in title for title in folded) or {"name", "domain"} <= set(folded)
    return named and any(title in (*_PROVIDERS, *_DOMAINS) for title in folded)


def is_cookies(value: Any) -> bool:
    """Whether JSON holds cookies: objects with a name, and a domain or a provider."""
    return any(True for _ in _cookies(value, ""))


def read_table(text: str, file: str, known: KnownNames) -> Inventory:
    """A CSV file of cookies."""
    rows = csv.reader(text.splitlines(), delimiter=delimiter_of(text))
    titles = [fold(title) for title in next(rows, [])]
    said = ((dict(zip(titles, row, strict=False)), f"{file}:{rows.line_num}") for row in rows)
    return _inventory((one for cells, place in said for one in _mentions(cells, place, known)), file)


def read_json(value: Any, file: str, known: KnownNames) -> Inventory:
    """Cookies of a browser or of a consent tool, at any depth."""
    found = _cookies(value, "")
    return _inventory((m for cells, pointer in found for m in _mentions(cells, f"{file}#{pointer}", known)), file)


def read_netscape(text: str, file: str, known: KnownNames) -> Inventory:
    """The cookies.txt of curl and others: the domain stands first, with tabs between."""
    lines = ((line.removeprefix("#HttpOnly_"), number) for number, line in enumerate(text.splitlines(), start=1))
    rows = ((line.split("\t")[0], number) for line, number in lines if line.count("\t") >= 6)
    seen = (seen_host(domain, f"{file}:{number}", known) for domain, number in rows)
    return _inventory((one for one in seen if one), file)


def _cookies(value: Any, pointer: str) -> Iterator[tuple[dict[str, str], str]]:
    """Objects that are cookies, with titles folded."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _cookies(one, f"{pointer}/{number}")
    elif isinstance(value, dict):
        cells = {fold(key): one for key, one in value.items() if isinstance(one, str)}
        if any(key in cells for key in _COOKIES) and any(key in cells for key in (*_PROVIDERS, *_DOMAINS)):
            yield cells, pointer
        for key, one in value.items():
            if isinstance(one, list | dict):
                yield from _cookies(one, f"{pointer}/{escaped(key)}")


def _mentions(cells: dict[str, str], place: str, known: KnownNames) -> Iterator[Mention]:
    """By the provider where one is named, else by the domain; what is said to be our own is."""
    provider = next((cells[key].strip() for key in _PROVIDERS if cells.get(key, "").strip()), "")
    domain = next((cells[key].strip() for key in _DOMAINS if cells.get(key, "").strip()), "")
    if any(fold(cells.get(key, "")).startswith(("first", "1st", "erst")) for key in _FIRST_PARTY):
        yield Mention(place=place, written=provider or domain, by_name=False, own=True)
        return
    for one in provider.split(",") if provider else domain.split(","):
        text = one.strip()
        if host_of(text):
            mention = seen_host(text, place, known)
            if mention:
                yield mention
        elif text:
            yield seen_name(text, place, known, [domain])


def _inventory(mentions: Iterator[Mention], file: str) -> Inventory:
    return Inventory(file, "cookies", gathered(mentions), whole=False)
