"""A page of ours that somebody saved, held against what it would say today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement as Element

from vendor_registry.changes.change import Change, Kind
from vendor_registry.documents.parts.names import Names
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.visible import printable
from vendor_registry.site.edition import Edition
from vendor_registry.site.rows import groups

_BETWEEN = " / "  # lines of one field


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a page says of a vendor in one service."""

    service: str
    vendor: str
    engager: str
    fields: dict[str, str]  # text by label
    line: int = 0  # of the file; 0: it is not in one


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page: the tag of its language, and what it says, in its order."""

    language: str
    said: tuple[Said, ...]


def saved(html: str) -> Saved | None:
    """What a page of ours says; None where it is no page of ours."""
    try:
        root = lxml.html.document_fromstring(html)
    except (ParserError, ValueError):
        return None
    blocks = root.xpath("//ul[contains(@class, 'vendors')]/li[@data-zone]")
    language = root.get("lang", "")
    if not language or not (blocks or root.xpath("//link[@type='application/feed+json']")):
        return None
    return Saved(language, tuple(map(_said, blocks)))


def differing(page: Saved, file: str, edition: Edition, names: Names) -> tuple[Change, ...]:
    """What the page says otherwise than it would today, in the language of `names`, which is the page's."""
    before, after = _by_vendor(page.said), _by_vendor(_today(edition, names))
    found: list[Change] = []
    for place in sorted(before.keys() | after.keys()):
        then, now = before.get(place), after.get(place)
        where = Cell(file, then.line if then else 0)
        if then is None or now is None:
            kind = Kind.REMOVED if now is None else Kind.ADDED
            found.append(_change(kind, place[1], "", "", "", where))
            continue
        for label in dict.fromkeys((*then.fields, *now.fields)):
            sides = then.fields.get(label, ""), now.fields.get(label, "")
            if sides[0] != sides[1]:
                found.append(_change(Kind.DETAILS, place[1], label, *sides, where))
    return tuple(sorted(found, key=Change.sort_key))


def _today(edition: Edition, names: Names) -> Iterator[Said]:
    entries = (edition.selection.entries, *(one.entries for one in edition.selection.announcements))
    for listed in entries:
        for service, blocks in groups(listed, names):
            for one in blocks:
                fields = {label: _plain(_BETWEEN.join(lines)) for label, lines in one.fields}
                yield Said(
                    service=_plain(service), vendor=_plain(one.vendor), engager=_plain(one.engager), fields=fields
                )


def _said(block: Element) -> Said:
    [heading] = block.xpath("./*[self::h3 or self::h4 or self::h5]")
    engager = _plain("".join(heading.xpath("./small//text()"))).partition(": ")[2]
    labels = ((one.xpath("./dt")[0].text_content(), one.xpath("./dd")) for one in block.xpath("./dl/div[dt]"))
    return Said(
        service=_plain("".join(block.xpath("ancestor::section[1]/*[1]//text()"))),
        vendor=_plain(heading.text or ""),
        engager=engager,
        fields={_plain(label): _plain(_BETWEEN.join(one.text_content() for one in lines)) for label, lines in labels},
        line=block.sourceline or 0,
    )


def _by_vendor(said: Iterable[Said]) -> dict[tuple[str, str, str], Said]:
    return {(one.service, one.vendor, one.engager): one for one in said}


def _change(kind: Kind, vendor: str, column: str, before: str, after: str, cell: Cell) -> Change:
    return Change(
        kind=kind, vendor=vendor, keys=(), column=column, before=before, after=after, role=Role.SUB_PROCESSOR, cell=cell
    )


def _plain(text: str) -> str:
    return " ".join(printable(text).split())
