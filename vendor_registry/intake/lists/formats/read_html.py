"""HTML as published on a website, and the data that such a page carries for its scripts, which are never run."""

from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.etree import ParserError

from vendor_registry.intake.lists.formats.markup import DECLARATION, blocks
from vendor_registry.intake.lists.formats.page import Block
from vendor_registry.intake.lists.formats.read_js import assigned, streamed
from vendor_registry.intake.lists.formats.read_json import read as read_json
from vendor_registry.intake.lists.formats.text import text_of_file
from vendor_registry.model.text.origin import RefusedError

PROGRAM = ("", "module", "text/javascript", "application/javascript")  # types of scripts that are one


def read(raw: bytes, name: str) -> list[Block]:
    """The blocks of a page; raises RefusedError where it cannot be read as text."""
    return blocks(text_of_file(raw, name))


def data_within(raw: bytes, name: str) -> list[list[Block]]:
    """The data that a page carries, with their lines: as JSON in scripts and attributes, and assigned in programs.

    A program is not run: what it assigns counts where it is plain data. Data that are no JSON, or too deep or too many,
    are passed over.
    """
    carriers = list(_carriers(text_of_file(raw, name)))
    found = [
        [block for text, is_json in carriers if is_json is asked for block in _values(text, name, is_json)]
        for asked in (True, False)
    ]
    programs = "\n".join(text for text, is_json in carriers if not is_json)
    return [*found, list(streamed(programs, name))]


def _carriers(html: str) -> Iterator[tuple[str, bool]]:
    """Texts in which data stand, moved down to their lines, and whether they are JSON."""
    try:
        root = lxml.html.document_fromstring(DECLARATION.sub("", html))
    except (ParserError, ValueError):
        return
    for element in root.iter(lxml.etree.Element):
        down = "\n" * ((element.sourceline or 1) - 1)
        if element.tag == "script" and element.text:
            kind = (element.get("type") or "").split(";")[0].strip().lower()
            if kind in PROGRAM:
                yield down + element.text, False
            elif kind == "application/json" or kind.endswith("+json"):
                yield down + element.text, True
        yield from ((down + text, True) for text in map(str, element.attrib.values()) if text.startswith(('{"', "[{")))


def _values(text: str, name: str, is_json: bool) -> list[Block]:
    try:
        return read_json(text.encode(), name) if is_json else [one.node for one in assigned(text, name)]
    except RefusedError:
        return []
