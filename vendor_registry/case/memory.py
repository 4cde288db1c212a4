"""Answers about a case, kept while the case is: a program that stays, such as the desk, has one after the other."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from vendor_registry.case.case import Case

MOST = 64  # answers of one question about one case

Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")


def kept_with_case(work: Callable[Concatenate[Case, Asked], Answered]) -> Callable[Concatenate[Case, Asked], Answered]:
    """The same function, which answers the same question about the same case once. What it answers must not hold the
    case; what it is asked must be hashable."""
    known: WeakKeyDictionary[Case, dict[tuple[object, ...], Answered]] = WeakKeyDictionary()

    @wraps(work)
    def kept(case: Case, /, *args: Asked.args, **named: Asked.kwargs) -> Answered:
        answers, asked = known.setdefault(case, {}), (*args, *named.items())
        if asked not in answers:
            while len(answers) >= MOST:
                del answers[next(iter(answers))]
            answers[asked] = work(case, *args, **named)
        return answers[asked]

    return kept
