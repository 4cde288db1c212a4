"""HTML as published on a website, and the data that such a page carries for its scripts, which are never run."""

from collections.abc import Iterator

import lxml.html
from lxml.etree import ParserError

from vendor_registry.intake.lists.formats.markup import DECLARATION, blocks
from vendor_registry.intake.lists.formats.page import Block
from vendor_registry.intake.lists.formats.read_json import read as read_json
from vendor_registry.intake.lists.formats.text import text_of_file
from vendor_registry.model.text.origin import RefusedError


def read(raw: bytes, name: str) -> list[Block]:
    """The blocks of a page; raises RefusedError where it cannot be read as text."""
    return blocks(text_of_file(raw, name))


def data_within(raw: bytes, name: str) -> list[Block]:
    """The values of JSON in the scripts of a page that hold data only, on the lines where they stand.

    A script without a type of JSON is a program. Data that are no JSON, or too deep or too many, are passed over.
    """
    return [block for text in _data_scripts(text_of_file(raw, name)) for block in _values(text, name)]


def _data_scripts(html: str) -> Iterator[str]:
    try:
        root = lxml.html.document_fromstring(DECLARATION.sub("", html))
    except (ParserError, ValueError):
        return
    for script in root.iter("script"):
        kind = (script.get("type") or "").split(";")[0].strip().lower()
        if script.text and (kind == "application/json" or kind.endswith("+json")):
            yield "\n" * ((script.sourceline or 1) - 1) + script.text


def _values(text: str, name: str) -> list[Block]:
    try:
        return read_json(text.encode(), name)
    except RefusedError:
        return []
