"""How a selector is written: `service:hosting and not (country:US or vendor:"Acme, Inc.")`."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

from vendor_registry.model.text.origin import UsageError

DEEPEST = 40  # brackets within brackets; nobody reads more, and a parser that calls itself needs an end

_TOKEN = re.compile(r"""\s*(?:([()])|([^\s():"']+):(?:"([^"]*)"|'([^']*)'|([^\s()"']+))?|([^\s()]+))""")
_JOINS = ("and", "or", "not")


class SelectorError(UsageError, ValueError):
    """A text that is no selector. A ValueError too, so that a policy that holds it is refused at that line."""


@dataclass(frozen=True, slots=True)
class Term:
    """`word:value`."""

    word: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    of: "Expression"


@dataclass(frozen=True, slots=True)
class All:
    """Joined by `and`."""

    of: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Joined by `or`."""

    of: tuple["Expression", ...]


Expression = Term | Not | All | AnyOf


class _Token(NamedTuple):
    at: int  # first character, counted from 1
    written: str
    kind: str  # ( ) and or not term end
    term: Term | None = None


def read(text: str, words: tuple[str, ...]) -> Expression:
    """What a selector says; `not` binds before `and`, `and` before `or`. Raises SelectorError, naming the place."""
    reader = _Reader(text, [*_tokens(text, words), _Token(len(text) + 1, "", "end")])
    whole = reader.any_of(0)
    if reader.next.kind != "end":
        reader.refuse('"and" or "or"' if reader.next.kind != ")" else "no closing bracket here, none is open")
    return whole


def _tokens(text: str, words: tuple[str, ...]) -> list[_Token]:
    tokens = []
    end = len(text.rstrip())
    place = 0
    while place < end:
        found = _TOKEN.match(text, place)
        if not found:
            raise SelectorError(f'Selector "{text}", character {place + 1}: a quotation mark stands alone.')
        bracket, word, *values, bare = found.groups()
        at = next(found.start(group) for group in (1, 2, 6) if found.group(group)) + 1
        if bracket:
            tokens.append(_Token(at, bracket, bracket))
        elif word:
            tokens.append(_Token(at, found[0].strip(), "term", _term(text, at, word, values, words)))
        else:
            tokens.append(_Token(at, bare, _join(text, at, bare, words)))
        place = found.end()
    return tokens


def _term(text: str, at: int, word: str, values: list[str | None], words: tuple[str, ...]) -> Term:
    if word.casefold() not in words:
        close = get_close_matches(word.casefold(), words, 1)
        meant = f'did you mean "{close[0]}:"? ' if close else ""
        known = ", ".join(f"{one}:" for one in words)
        raise SelectorError(f'Selector "{text}", character {at}: "{word}:" is not known; {meant}Words are {known}.')
    value = " ".join(next((one for one in values if one is not None), "").split())
    if not value:
        said = f'"{word}:" needs a value right behind it, in quotation marks where it has spaces: {word}:"Acme, Inc."'
        raise SelectorError(f'Selector "{text}", character {at}: {said}.')
    return Term(word.casefold(), value)


def _join(text: str, at: int, bare: str, words: tuple[str, ...]) -> str:
    if bare.casefold() in _JOINS:
        return bare.casefold()
    close = get_close_matches(bare.casefold(), (*_JOINS, *words), 1)
    meant = f'did you mean "{close[0]}{":" if close[0] in words else ""}"? ' if close else ""
    expected = (
        f"{'Expected' if meant else 'expected'} word:value, and, or, not or a bracket; "
        "a value with spaces or brackets stands in quotation marks."
    )
    raise SelectorError(f'Selector "{text}", character {at}: "{bare}" is not understood; {meant}{expected}')


class _Reader:
    """Walks over the tokens once, from left to right."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text = text
        self.tokens = tokens

    @property
    def next(self) -> _Token:
        return self.tokens[0]

    def any_of(self, depth: int) -> Expression:
        parts = [self.all_of(depth)]
        while self.next.kind == "or":
            self.tokens.pop(0)
            parts.append(self.all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def all_of(self, depth: int) -> Expression:
        parts = [self.one(depth)]
        while self.next.kind == "and":
            self.tokens.pop(0)
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def one(self, depth: int) -> Expression:
        if depth > DEEPEST:
            self.refuse(f'at most {DEEPEST} brackets and "not" within each other')
        token = self.next
        if token.term is None and token.kind not in ("not", "("):
            self.refuse("word:value, not or an opening bracket")
        self.tokens.pop(0)
        if token.term is not None:
            return token.term
        if token.kind == "not":
            return Not(self.one(depth + 1))
        inner = self.any_of(depth + 1)
        if self.next.kind != ")":
            self.refuse(f'"and", "or" or the closing bracket of the one at character {token.at}')
        self.tokens.pop(0)
        return inner

    def refuse(self, expected: str) -> NoReturn:
        found = f'found "{self.next.written}"' if self.next.written else "the selector ends"
        place = f"character {self.next.at}" if self.next.written else "at its end"
        raise SelectorError(f'Selector "{self.text}", {place}: expected {expected}; {found}.')
