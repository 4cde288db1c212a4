"""Plain data as JavaScript writes them: keys without quotes, texts in any quotes, commas at the end. Nothing is run.

A call, a name, a text with a value put into it: all of these are a program's, and what holds one is no plain data.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from vendor_registry.intake.lists.formats.page import Node
from vendor_registry.intake.lists.formats.text import refused
from vendor_registry.intake.lists.formats.tree import Budget
from vendor_registry.intake.words.complaints import quote

_TOKEN = re.compile(
    r"(?P<nothing>\s+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\$]|\\.|\$(?!\{))*+`)"
    r"|(?P<number>[+-]?\d[\w.]*+)(?![\w.])|(?P<word>[^\W\d][\w$]*+|\$[\w$]*+)|(?P<mark>[\[\]{},:+])",
    re.DOTALL,
)
_PIECE = re.compile(
    r"\s+|//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`|[\w$.]+|[^\"'`]", re.DOTALL
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|(.))", re.DOTALL)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
UNKNOWN = "unknown"
_WORDS = {"true": "yes", "false": "no", "null": "", "undefined": ""}
_ENDS = {"[": "]", "{": "}"}


class NotPlainError(Exception):
    """Something of a program among the data; `at` is where it stands."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass(slots=True)
class Literals:
    """The values of one text, read one by one."""

    source: str
    budget: Budget
    names: Mapping[str, str]  # of texts that the program gives a name to
    at: int = 0
    line: int = 1
    whole: list[tuple[str, Node]] = field(default_factory=list)  # of values that are not plain: the parts that are

    def value(self, at: int, line: int) -> Node:
        """The value that begins at a position, on a line; raises NotPlainError, and keeps what was whole till there."""
        self.at, self.line = at, line
        return self._value(0)

    def _next(self) -> re.Match[str]:
        """The next token that says something."""
        while found := _TOKEN.match(self.source, self.at):
            self.at = found.end()
            if found.lastgroup != "nothing":
                return found
            self.line += found[0].count("\n")
        raise NotPlainError(self.at)

    def _peek(self) -> str:
        """The mark that comes next; "" for anything else."""
        at, line = self.at, self.line
        try:
            found = self._next()
        except NotPlainError:
            return ""
        finally:
            self.at, self.line = at, line
        return found[0] if found.lastgroup == "mark" else ""

    def _value(self, depth: int) -> Node:
        token = self._next()
        line = self.line
        self.budget.spend(depth, line)
        if token.lastgroup == "text":
            return Node(self._text(token[0]), str(line))
        if token.lastgroup == "number":
            return Node(token[0], str(line))
        if token[0] in _WORDS or token[0] in self.names:
            return Node(_WORDS.get(token[0], self.names.get(token[0], "")), str(line))
        if token[0] not in _ENDS:
            raise NotPlainError(token.start())
        found: list[tuple[str, Node]] = []
        try:
            self._inside(token[0], depth, line, found)
        except NotPlainError:
            self.whole += [(key, node) for key, node in found if not isinstance(node.value, str)]
            raise
        return Node(dict(found) if token[0] == "{" else tuple(node for _, node in found), str(line))

    def _inside(self, opened: str, depth: int, line: int, found: list[tuple[str, Node]]) -> None:
        """The values up to the mark that ends an array or an object, with their keys; holes of arrays are left out."""
        seen: set[str] = set()
        while self._peek() != _ENDS[opened]:
            if self._peek() == ",":
                self._next()
                continue
            key = self._key(seen, line) if opened == "{" else ""
            found.append((key, self._plain_or_unknown(depth + 1, _ENDS[opened])))
        self._next()

    def _plain_or_unknown(self, depth: int, end: str) -> Node:
        """A value, or "unknown" where a program works it out: nobody can say what it is without running that."""
        at, line, kept = self.at, self.line, len(self.whole)
        with suppress(NotPlainError):  # where a program ends is found below, or it is none that can be followed
            node = self._value(depth)
            if self._peek() in (",", end):
                return node
        del self.whole[kept:]
        self.at, self.line = at, line
        self._pass_over(end)
        return Node(UNKNOWN, str(line))

    def _pass_over(self, end: str) -> None:
        """Go on behind an expression, to the comma or the bracket that ends it."""
        opened: list[str] = []
        start = self.at
        while True:
            found = _PIECE.match(self.source, self.at)
            if found is None:
                raise NotPlainError(self.at)
            mark = found[0]
            if not opened and mark in (",", end) and self.at > start:
                return
            if mark in _PAIRS:
                opened.append(_PAIRS[mark])
            elif mark in _PAIRS.values() and (not opened or mark != opened.pop()):
                raise NotPlainError(self.at)
            self.at = found.end()
            self.line += mark.count("\n")

    def _key(self, seen: set[str], line: int) -> str:
        token = self._next()
        if token.lastgroup not in ("text", "word", "number") or self._next()[0] != ":":
            raise NotPlainError(token.start())
        key = unquoted(token[0]) if token.lastgroup == "text" else token[0]
        if key in seen:
            raise refused(self.budget.name, line, f"{quote(key)} stands twice in this object", "Rename or delete one.")
        seen.add(key)
        return key

    def _text(self, written: str) -> str:
        """A text, with those that are joined to it: "Dub" + "lin"."""
        parts = [unquoted(written)]
        self.line += written.count("\n")
        while self._peek() == "+":
            self._next()
            token = self._next()
            if token.lastgroup != "text":
                raise NotPlainError(token.start())
            parts.append(unquoted(token[0]))
        return "".join(parts)


def unquoted(written: str) -> str:
    """What a text in quotes says."""
    text = _ESCAPE.sub(_meant, written[1:-1])
    whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in whole)


def _meant(escape: re.Match[str]) -> str:
    wide, four, two, broken, other = escape.groups()
    if broken:
        return ""
    if other:
        return _SHORT.get(other, other)
    code = int(wide or four or two, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
