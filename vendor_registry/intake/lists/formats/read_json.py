"""JSON, as stands behind many public pages: arrays of objects at any depth."""

import json
import re
from bisect import bisect_right
from collections import Counter

from vendor_registry.intake.lists.formats.page import Block, Node
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.intake.lists.formats.tree import DEEPEST, HINT, TOO_DEEP, Budget, scalar
from vendor_registry.intake.words.complaints import quote

MARK = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]')


def read(raw: bytes, name: str) -> list[Block]:
    """The one value of the file; raises RefusedError for what is no JSON, too deep, or says a key twice."""
    text = _one_value(text_of_file(raw, name))
    lines = _lines_of_objects(text, name)
    seen = iter(lines)

    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        line = next(seen)
        once = dict(found)
        if len(once) < len(found):
            twice = next(key for key, count in Counter(key for key, _ in found).items() if count > 1)
            raise refused(name, line, f"{quote(twice)} stands twice in this object", "Rename or delete one.")
        return {LINE_KEY: line, **once}

    try:
        value = json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as wrong:
        raise refused(name, wrong.lineno, "this is not JSON", f"{wrong.msg} in column {wrong.colno}.") from None
    except (RecursionError, ValueError):
        raise refused(name, 0, "this is not JSON that can be read", HINT) from None
    return [_node(value, 0, 1, Budget(name))]


def _one_value(text: str) -> str:
    """A file with an object on every line (JSON Lines) as one array, the lines where they were."""
    lines = [line.strip() for line in text.split("\n")]
    filled = [number for number, line in enumerate(lines) if line]
    if len(filled) < 2 or not all(lines[number].startswith("{") and lines[number].endswith("}") for number in filled):
        return text
    for number in filled[:-1]:
        lines[number] += ","
    return "[" + "\n".join(lines) + "]"


LINE_KEY = "\0line"  # no text of a file that is read holds a NUL


def _lines_of_objects(text: str, name: str) -> list[int]:
    """The line on which each object begins, in the order in which objects end: so json hands them out."""
    ends = [at for at, mark in enumerate(text) if mark == "\n"]
    opened: list[tuple[str, int]] = []
    lines: list[int] = []
    for mark in MARK.finditer(text):
        if mark[0] in "{[":
            opened.append((mark[0], bisect_right(ends, mark.start()) + 1))
            if len(opened) > DEEPEST:
                raise refused(name, opened[-1][1], TOO_DEEP, HINT)
        elif mark[0] in "}]" and opened:
            kind, line = opened.pop()
            lines += [line] if kind == "{" else []
    return lines


def _node(value: object, depth: int, line: int, budget: Budget) -> Node:
    budget.spend(depth, line)
    if isinstance(value, dict):
        at = int(value[LINE_KEY])
        inner = {key: _node(one, depth + 1, at, budget) for key, one in value.items() if key != LINE_KEY}
        return Node(inner, str(at))
    if isinstance(value, list):
        return Node(tuple(_node(one, depth + 1, line, budget) for one in value), str(line))
    return Node(scalar(value), str(line))
