"""What is kept of a case goes with the case."""

import gc
from weakref import ref

from tests.make import case, engagement
from vendor_registry.case.case import Case
from vendor_registry.case.memory import MOST, kept_with_case
from vendor_registry.use_cases.judgement.check import check


def test_a_question_is_answered_once_for_each_case_and_the_last_ones_are_kept() -> None:
    asked: list[tuple[Case, int]] = []

    @kept_with_case
    def answer(about: Case, number: int) -> int:
        asked.append((about, number))
        return number * 2

    one, other = case(engagement("a")), case(engagement("a"))
    assert [answer(one, 1), answer(one, 1), answer(other, 1)] == [2, 2, 2]
    assert asked == [(one, 1), (other, 1)]
    assert [answer(one, number) for number in range(MOST + 5)][-1] == 2 * (MOST + 4)
    answer(one, 0)
    assert asked.count((one, 0)) == 2


def test_a_program_that_stays_does_not_keep_every_case_it_judged() -> None:
    """A few that were judged last are; the others are gone with all that was worked out about them."""
    judged: list[ref[Case]] = []
    for number in range(12):
        made = case(engagement(f"row-{number}"))
        check(made)
        judged.append(ref(made))
    del made
    gc.collect()
    assert sum(one() is not None for one in judged) <= 5
