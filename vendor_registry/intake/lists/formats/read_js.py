"""JavaScript and TypeScript, as stand behind many public pages: the plain data assigned in them. Nothing is run."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from vendor_registry.intake.lists.formats.literals import Literals, NotPlainError, unquoted
from vendor_registry.intake.lists.formats.page import Block, Node
from vendor_registry.intake.lists.formats.read_json import read as read_json
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.intake.lists.formats.tree import Budget
from vendor_registry.model.text.origin import RefusedError

# `const vendors: Vendor[] = [`, `window.__DATA__ = {`, `vendors: [`, `export default [`
_ASSIGNED = re.compile(
    r"(?:(?<![\w$])(?P<name>[\w$]{1,80})[\"'\]]{0,2}\s{0,20}(?::[^=;\n{}]{0,40})?[=:]|\bexport\s{1,20}default)\s{0,20}"
    r"(?:(?=[\[{])|JSON\.parse\(\s{0,20}(?P<json>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+')\s{0,20}\))"
)


_PUSHED = re.compile(r"__next_f\.push\(\[\s{0,20}1\s{0,20},\s{0,20}(?P<text>\"(?:[^\"\\\n]|\\.)*+\")\s{0,20}\]\)")
_NAMED_TEXT = re.compile(
    r"\bconst\s{1,20}(?P<name>[\w$]{1,80})\s{0,20}=\s{0,20}(?P<text>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+')\s{0,20}[;\n]"
)  # const REGION = "Ireland";


class Assigned(NamedTuple):
    """Plain data in a program: under their name, from where to where they stand."""

    node: Node
    start: int
    end: int


def read(raw: bytes, name: str) -> list[Block]:
    """The data of a program; raises RefusedError where it holds none that can be read without running it."""
    found = [one.node for one in assigned(text_of_file(raw, name), name)]
    if not found:
        hint = "A program is not run. Hand in the page as a browser shows it, or the data alone as JSON."
        raise refused(name, 0, "this program assigns no plain data", hint)
    return list(found)


def assigned(source: str, name: str, first_line: int = 1) -> Iterator[Assigned]:
    """Every value assigned that is an array or an object of plain data, and the parts that are of one that is not."""
    ends = [at for at, mark in enumerate(source) if mark == "\n"]
    texts = {found["name"]: unquoted(found["text"]) for found in _NAMED_TEXT.finditer(source)}
    reader = Literals(source, Budget(name), texts)
    at = 0
    while found := _ASSIGNED.search(source, at):
        at = found.end()
        line = bisect_right(ends, at) + first_line
        called = found["name"] or ""
        if found["json"]:
            for block in _parsed(unquoted(found["json"]), name, line):
                yield Assigned(_named(called, block), found.start(), at)
            continue
        try:
            node = reader.value(at, line)
        except NotPlainError as wrong:
            for key, part in reader.whole:
                yield Assigned(_named(called, _named(key, part)), found.start(), wrong.at)
            reader.whole.clear()
            at = max(at, wrong.at)
        else:
            at = reader.at
            yield Assigned(_named(called, node), found.start(), at)


def streamed(source: str, name: str) -> Iterator[Node]:
    """The data that a page of Next.js hands to its scripts in pieces, each a line of JSON behind a number."""
    pieces = "".join(unquoted(found["text"]) for found in _PUSHED.finditer(source))
    for line in pieces.split("\n"):
        number, colon, text = line.partition(":")
        if colon and number.isalnum() and text.startswith(("[", "{")):
            yield from _parsed(text, name, 1)


def _named(name: str, node: Node) -> Node:
    return Node({name: node}, node.place) if name else node


def _parsed(text: str, name: str, line: int) -> Iterator[Node]:
    """A text that a program would read as JSON; what is none is for the program to mend."""
    try:
        found = read_json(("\n" * (line - 1) + text).encode(), name)
    except RefusedError:
        return
    yield from (one for one in found if isinstance(one, Node))
