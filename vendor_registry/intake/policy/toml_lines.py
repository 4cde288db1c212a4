"""On which line of a TOML file an entry stands: tomllib tells values, not places."""

import re
from collections.abc import Iterator

Steps = tuple[str | int, ...]  # ("rules", 0, "between")

TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|\n"
    r"|[\[\]{}=.,]"
    r"|[^\s\"'#\[\]{}=.,]+",
    re.DOTALL,
)
DEEPEST = 64  # entries inside each other; the policy needs a handful, and reading is to end well whatever is handed in
OPENING, CLOSING, PUNCTUATION = "[{", "]}", "[].="


class Lines:
    """Places of all tables and keys of one file. Keys of inline tables stand where the table stands."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Steps, int] = {}
        self._arrays: dict[Steps, int] = {}  # how many tables an array has so far
        table: Steps = ()
        for line, header, names in _statements(text):
            if header:
                table = self._enter(names, array=header == "[[")
                path = table
            else:
                path = table + names
            for length in range(1, len(path) + 1):
                self._lines.setdefault(path[:length], line)
            self._lines[path] = line

    def line(self, path: Steps) -> int:
        """The line of an entry; of the nearest thing around it where it has none; 0 for the file."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)

    def _enter(self, names: Steps, array: bool) -> Steps:
        """The path of a table: inside an array, names go on in its newest table."""
        path: Steps = ()
        for name in names[:-1] if array else names:
            path += (name,)
            if path in self._arrays:
                path += (self._arrays[path] - 1,)
        if not array:
            return path
        path += names[-1:]
        self._arrays[path] = self._arrays.get(path, 0) + 1
        return (*path, self._arrays[path] - 1)


def too_deep(text: str) -> int:
    """The first line on which more than DEEPEST brackets stand open or names are joined by dots; 0 where none does."""
    line, depth, dots = 1, 0, 0
    for match in TOKEN.finditer(text):
        token = match[0]
        depth += (token in OPENING) - (token in CLOSING)
        dots = dots + 1 if token == "." else 0 if token in "\n,={" else dots
        if max(depth, dots + 1) > DEEPEST:
            return line
        line += token.count("\n")
    return 0


def headers(text: str) -> Iterator[int]:
    """The lines on which tables begin, of any text: who mends a file sees it while it is no TOML."""
    yield from (line for line, tokens in _logical_lines(text) if tokens[0] == "[")


def _statements(text: str) -> Iterator[tuple[int, str, Steps]]:
    """For each table header and each key: its line, "[" or "[[" or "", and its names."""
    for line, tokens in _logical_lines(text):
        header = "" if tokens[0] != "[" else "[[" if tokens[1] == "[" else "["
        head = tokens if header else tokens[: tokens.index("=")]
        yield line, header, tuple(_name(token) for token in head if token not in PUNCTUATION)


def _logical_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The tokens of each statement, and the line on which it begins: brackets and long texts go over several."""
    line, depth = 1, 0
    begun, tokens = 1, list[str]()
    for match in TOKEN.finditer(text + "\n"):
        token = match[0]
        if token == "\n" and depth == 0:
            if tokens:
                yield begun, tokens
            tokens = []
        elif token != "\n" and not token.startswith("#"):
            begun = begun if tokens else line
            tokens.append(token)
            depth += (token in OPENING) - (token in CLOSING)
        line += token.count("\n")


def _name(token: str) -> str:
    return token[1:-1] if token[0] in "\"'" else token
