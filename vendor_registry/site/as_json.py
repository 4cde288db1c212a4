"""The list for programs: `subprocessors.json`, which `vendors import` reads back, and what search engines read.

Cells are written as in the sheet, so that nothing is lost on the way: `DE (Frankfurt); BE`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from vendor_registry.changes.cells import written
from vendor_registry.documents.parts.names import Names
from vendor_registry.intake.columns import COLUMNS, original_of
from vendor_registry.intake.lists.own_list import FORMAT, ROWS, VERSION
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.site.edition import Edition

FILE, SCHEMA = "subprocessors.json", "subprocessors.schema.json"


def as_json(edition: Edition) -> bytes:
    """One revision as UTF-8: who publishes it, and a record for each public row, the columns in the order of the
    manual."""
    company, day = edition.case.policy.company, edition.case.as_of
    rows = sorted(edition.case.registry.engagements, key=lambda one: one.key)
    found = {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "publisher": company.formal_name,
        "website": company.website,
        "revision": edition.number,
        "published": edition.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "digest": edition.digest,
        ROWS: [{**dict(_cells(one)), "status": "in force" if one.in_force(day) else "announced"} for one in rows],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def schema() -> bytes:
    """The JSON Schema (2020-12) of the list."""
    return files("vendor_registry.site").joinpath("templates", SCHEMA).read_bytes()


def linked_data(edition: Edition, names: Names) -> str:
    """The sub-processors in the words of schema.org, as JSON-LD that may stand inside HTML."""
    company, say = names.policy.company, names.phrases.say
    by_vendor: dict[str, Engagement] = {}
    for one in edition.selection.engagements:
        by_vendor.setdefault(one.vendor, one)
    items = [_organization(one) for one in by_vendor.values()]
    found = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": f"{company.formal_name}: {say('annex.title')}",
        "numberOfItems": len(items),
        "itemListElement": items,
    }
    return _inside_html(json.dumps(found, ensure_ascii=False, separators=(",", ":")))


def _cells(row: Engagement) -> Iterator[tuple[str, str]]:
    for column in COLUMNS:
        if text := written(row, column.header):
            yield column.header, text
        yield from ((header, text) for header, text in row.translations if original_of(header) == column.header)


def _organization(one: Engagement) -> Mapping[str, object]:
    """Its address is a text, as schema.org allows: a page of a hundred has to stay small."""
    found = {
        "@type": "Organization",
        "name": one.vendor,
        "legalName": one.legal_name,
        "address": ", ".join(filter(None, (one.address, one.country))),
    }
    return _filled(found.items())


def _filled(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in pairs if value}


def _inside_html(text: str) -> str:
    """Nothing in it ends the element it stands in, or begins a comment."""
    for sign, written_out in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, written_out)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
