"""One way to say which nodes are meant, for every command and every rule.

`vendor:"Acme, Inc."`, `service:`, `role:`, `product:`, `zone:`, `country:`, `parent:`, `data:`, `key:`, joined with
`not`, `and`, `or` and brackets. What a selector selects depends on what it says only: not on order, spaces or capitals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.memory import kept_with_case
from vendor_registry.case.selector_facts import Answer, Facts
from vendor_registry.case.selector_syntax import All, AnyOf, Expression, Not, Term, read
from vendor_registry.case.selector_terms import WORDS
from vendor_registry.model.text.origin import UsageError


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector that was understood; `choose` and `select` say what it means in a case."""

    text: str
    says: Expression

    def __str__(self) -> str:
        return self.text


class Choice(NamedTuple):
    """Keys of the nodes a selector means, sorted."""

    sure: tuple[str, ...]
    maybe: tuple[str, ...]  # a blank cell decides
    complaint: str = ""  # why it can mean nothing: an unknown value, or no match at all
    misspelt: bool = False  # a value is unknown, so that nobody can say who is meant


def parse(text: str) -> Selector:
    """Understand a selector; raises SelectorError (a UsageError) that names the place and what was expected."""
    return Selector(text, read(text, tuple(WORDS)))


def select(case: Case, selector: Selector) -> tuple[str, ...]:
    """Keys of the nodes that are surely meant, sorted.

    Raises UsageError where a value is none of its word's, or where there is no such node.
    """
    choice = choose(case, selector)
    if choice.complaint or not choice.sure:
        raise UsageError(choice.complaint or _only_blanks(selector, choice.maybe))
    return choice.sure


@kept_with_case  # several rules of a policy often mean the same nodes
def choose(case: Case, selector: Selector) -> Choice:
    """As `select`, for rules: what is surely meant, what a blank decides, and a complaint instead of an error."""
    wrong = next(filter(None, (_unknown(case, term) for term in _terms(selector.says))), "")
    if wrong:
        return Choice((), (), f'Selector "{selector}": {wrong}', misspelt=True)
    facts = _facts(case)
    answers = _answers(selector.says, facts)
    sure = tuple(compress(facts.keys, answers))
    unknown = (answer is None for answer in answers) if None in answers else ()
    maybe = tuple(compress(facts.keys, unknown))
    nothing = f'The selector "{selector}" matches nothing on {case.as_of}.'
    return Choice(sure, maybe, "" if sure or maybe else nothing)


@lru_cache(maxsize=2)
def _facts(case: Case) -> Facts:
    return Facts(case)


def _answers(says: Expression, facts: Facts) -> list[Answer]:
    """What each node answers, part by part: many nodes give the same answers, which are put together once."""
    match says:
        case Term():
            return facts.answers(WORDS[says.word], says.value)
        case Not():
            return [_opposite(answer) for answer in _answers(says.of, facts)]
        case All() | AnyOf():
            parts = list(zip(*(_answers(part, facts) for part in says.of), strict=True))
            known = {given: _together(set(given), decisive=isinstance(says, AnyOf)) for given in set(parts)}
            return [known[given] for given in parts]


def _opposite(answer: Answer) -> Answer:
    return None if answer is None else not answer


def _together(answers: set[Answer], *, decisive: bool) -> Answer:
    """Logic with three values (S. Kleene): a blank decides only where the rest leaves it to decide."""
    return decisive if decisive in answers else None if None in answers else not decisive


def _terms(says: Expression) -> Iterator[Term]:
    match says:
        case Term():
            yield says
        case Not():
            yield from _terms(says.of)
        case All() | AnyOf():
            for part in says.of:
                yield from _terms(part)


def _unknown(case: Case, term: Term) -> str:
    """What is wrong with a value, if anything; a misspelt one must not silently select nothing."""
    values = {" ".join(value.split()).casefold(): value for value in WORDS[term.word].values(case)}
    if term.value.casefold() in values:
        return ""
    close = get_close_matches(term.value.casefold(), values, 1)
    if close:
        return f'there is no {term.word} "{term.value}"; did you mean "{values[close[0]]}"?'
    known = sorted(values.values())
    listed = f"; known are {', '.join(known)}" if 0 < len(known) <= 12 else ""
    return f'there is no {term.word} "{term.value}" on {case.as_of}{listed}.'


def _only_blanks(selector: Selector, maybe: tuple[str, ...]) -> str:
    return f'Selector "{selector}" surely matches nothing: blank cells of {", ".join(maybe)} decide.'
