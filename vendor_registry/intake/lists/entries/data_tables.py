"""Tables in data: arrays within an array, rows apart from their titles, rows as editors of rich text keep them."""

from collections.abc import Iterator, Mapping

from vendor_registry.intake.lists.formats.markup import blocks
from vendor_registry.intake.lists.formats.page import Heading, Items, Line, Node, Paragraph, Table, Text
from vendor_registry.intake.lists.formats.tree import texts

WRAPPINGS = frozenset(("data", "attributes", "fields", "node"))
SYSTEM = frozenset("id type __typename sys createdAt updatedAt publishedAt locale meta documentId".split())
DRESSING = frozenset("type _type nodeType object attrs marks data key _key id".split())  # of rich text, for its editor


def unwrapped(node: Node) -> Node:
    """A value out of what a content system wraps around it: {"data": {"id": 1, "attributes": {...}}}."""
    while isinstance(node.value, Mapping):
        inside = [one for key, one in node.value.items() if key in WRAPPINGS]
        others = [one for key, one in node.value.items() if key not in WRAPPINGS and key not in SYSTEM]
        if len(inside) != 1 or others or isinstance(inside[0].value, str):
            break
        node = inside[0]
    return node


def lines_of(values: tuple[Node, ...]) -> tuple[Line, ...]:
    """Arrays within an array as the rows of a table; none where they are anything else."""
    rows = [(one.value if isinstance(one.value, tuple) else _drawn(one), one.place) for one in values]
    if not all(len(row) > 1 for row, _ in rows):
        return ()
    return tuple(Line(tuple(map(_cell, row)), place) for row, place in rows)


def _drawn(node: Node) -> tuple[Node, ...]:
    """The cells of a row as editors keep it: {"type": "row", "cells": [...]}; none for an object that says more."""
    if not isinstance(node.value, Mapping):
        return ()
    kinds = [str(one.value).lower() for key, one in node.value.items() if key in DRESSING]
    said = [one.value for key, one in node.value.items() if key not in DRESSING]
    is_row = any("row" in kind for kind in kinds) or "cells" in node.value
    return said[0] if is_row and len(said) == 1 and isinstance(said[0], tuple) else ()


def holds_table(node: Node) -> bool:
    """Whether a table of an editor stands in a value."""
    if isinstance(node.value, str):
        return False
    if isinstance(node.value, tuple):
        return bool(lines_of(node.value)) or any(map(holds_table, node.value))
    return any(map(holds_table, node.value.values()))


def rows_and_titles(value: Mapping[str, Node]) -> Table | None:
    """A table of which titles and rows stand apart: {"columns": ["Name", ...], "rows": [["Acme", ...], ...]}."""
    for rows in value.values():
        lines = lines_of(rows.value) if isinstance(rows.value, tuple) else ()
        for titles in value.values() if lines else ():
            texts_only = isinstance(titles.value, tuple) and all(isinstance(one.value, str) for one in titles.value)
            if texts_only and isinstance(titles.value, tuple) and len(titles.value) == len(lines[0].cells):
                return Table((Line(tuple(map(text_of, titles.value)), titles.place), *lines), rows.place)
    return None


def _cell(node: Node) -> Text:
    """The words of a cell, without what an editor says of how they look."""
    return as_shown(" ".join(_words(node))) if not isinstance(node.value, str) else text_of(node)


def _words(node: Node) -> Iterator[str]:
    if isinstance(node.value, str):
        yield from filter(None, [node.value])
    elif isinstance(node.value, tuple):
        yield from (text for one in node.value for text in _words(one))
    else:
        yield from (text for key, one in node.value.items() if key not in DRESSING for text in _words(one))


def text_of(node: Node) -> Text:
    """The texts of a value; of rich text, the words without what an editor says of how they look."""
    return as_shown(" ".join(_words(node)) if _is_rich(node) else "\n".join(texts(node)))


def _is_rich(node: Node) -> bool:
    """Whether a value is a text as an editor keeps it: {"nodeType": "document", "content": [...]}."""
    if isinstance(node.value, tuple):
        return bool(node.value) and all(map(_is_rich, node.value))
    if not isinstance(node.value, Mapping):
        return False
    keys = node.value.keys()
    inner = next(iter(node.value.values())) if len(keys) == 1 else None
    marked = bool(keys & {"nodeType", "_type", "type"}) and bool(keys & {"content", "children"})
    return marked or (inner is not None and not isinstance(inner.value, str) and _is_rich(inner))


def as_shown(written: str) -> Text:
    """Words as a page would show them, where they are HTML."""
    if "<" not in written or ">" not in written:
        return Text(written)
    lines: list[str] = []
    links: list[tuple[str, str]] = []
    for block in blocks(f"<div>{written}</div>"):
        found = [block.text] if isinstance(block, Heading | Paragraph) else []
        found += [item.text for item in block.items] if isinstance(block, Items) else []
        found += [cell for line in block.lines for cell in line.cells] if isinstance(block, Table) else []
        lines += [one.text for one in found]
        links += [link for one in found for link in one.links]
    return Text("\n".join(filter(None, lines)), tuple(links))
