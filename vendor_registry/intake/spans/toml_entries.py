"""Where the value of an entry stands in the text of the policy."""

import re
from collections.abc import Iterator

from vendor_registry.intake.policy.toml_lines import CLOSING, OPENING, PUNCTUATION, TOKEN
from vendor_registry.intake.spans.text_positions import TextPlaces
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate, Span

_LINE_END = re.compile(r"\n")  # a CR alone ends no line of TOML


def spans_in_toml(text: str) -> Locate:
    """A finder of values by the line and the dotted path of their entry, and of table headers by that of the table.

    An entry that is not written, and one inside a list or an inline table, is shown by what stands on its line: the
    header of its table, or the value that would hold it.
    """
    places = TextPlaces(text, _LINE_END)

    def locate(cell: Cell) -> Span | None:
        start = places.start(cell.line)
        tokens = [] if start is None else list(_statement(text, start))
        found = _header(tokens, cell.column) or _value(tokens, cell.column) or _around(tokens, cell.column)
        return places.span(*found) if found else None

    return locate


def _statement(text: str, at: int) -> Iterator[re.Match[str]]:
    """The tokens of the statement that begins on a line, without comments."""
    depth = 0
    for token in TOKEN.finditer(text, at):
        if token[0] == "\n" and depth == 0:
            return
        if token[0] != "\n" and not token[0].startswith("#"):
            depth += (token[0] in OPENING) - (token[0] in CLOSING)
            yield token


def _header(tokens: list[re.Match[str]], path: str) -> tuple[int, int] | None:
    """`[systems.platform]`, and `[[rules]]`, whose tables are called `rules.1`, `rules.2`."""
    if not tokens or tokens[0][0] != "[":
        return None
    fits = _names(tokens) in (path, _unnumbered(path))
    return (tokens[0].start(), tokens[-1].end()) if fits else None


def _value(tokens: list[re.Match[str]], path: str) -> tuple[int, int] | None:
    equals = _equals(tokens)
    if equals == len(tokens) or not f".{path}".endswith(f".{_names(tokens[:equals])}"):
        return None
    return tokens[equals + 1].start(), tokens[-1].end()


def _around(tokens: list[re.Match[str]], path: str) -> tuple[int, int] | None:
    """The header, the value or the key on the line of an entry that has no text of its own; None where none fits."""
    equals = _equals(tokens)
    names = _names(tokens[:equals])
    bare = _unnumbered(path)
    if tokens and tokens[0][0] == "[":
        return (tokens[0].start(), tokens[-1].end()) if bare.startswith(f"{names}.") else None
    if equals < len(tokens) and (f".{names}." in f".{path}." or f".{names}." in f".{bare}."):
        return tokens[equals + 1].start(), tokens[-1].end()
    beside = equals < len(tokens) and f".{_names(tokens[:1])}." in f".{bare}."  # another entry of the same dotted table
    return (tokens[0].start(), tokens[equals - 1].end()) if beside else None


def _names(tokens: list[re.Match[str]]) -> str:
    words = (token[0] for token in tokens if token[0] not in PUNCTUATION)
    return ".".join(word[1:-1] if word[0] in "\"'" else word for word in words)


def _equals(tokens: list[re.Match[str]]) -> int:
    """The place of the sign between a key and its value; behind the last token where there is none."""
    return next((number for number, token in enumerate(tokens) if token[0] == "="), len(tokens))


def _unnumbered(path: str) -> str:
    """The path as the file has it, where the tables of an array bear no numbers."""
    return re.sub(r"\.\d+(?=\.|$)", "", path)
