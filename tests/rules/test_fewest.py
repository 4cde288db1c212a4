"""Of many decisions the fewest that do the same, in a few looks."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.rules.policy_rules import spec
from tests.rules.sheet.test_waivers import FLOWS, ROWS, outcome, waiver
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.rules.shared.fewest import Chain, fewest

CHAINS = st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=4), max_size=12)


def one_after_the_other(count: int, chains: list[Chain]) -> set[int]:
    kept = set(range(count))
    for number in reversed(range(count)):
        if all(chain & (kept - {number}) for chain in chains):
            kept.remove(number)
    return kept


@given(CHAINS, CHAINS)
def test_the_same_are_kept_as_when_one_is_weighed_after_the_other(told: list[Chain], silent: list[Chain]) -> None:
    """Of some chains a look tells what is missing; of others only that something is."""

    def look(kept: Collection[int]) -> list[Chain] | None:
        missing = [chain for chain in told if not chain & set(kept)]
        return missing if missing or not all(chain & set(kept) for chain in silent) else None

    assert fewest(10, look) == one_after_the_other(10, told + silent)


def test_a_thousand_decisions_take_two_looks_where_each_is_needed_and_where_none_is() -> None:
    for needed in (0, 1000):
        looks = 0

        def look(kept: Collection[int], needed: int = needed) -> list[Chain] | None:
            nonlocal looks
            looks += 1
            return [frozenset([number]) for number in range(needed) if number not in kept] or None

        assert len(fewest(1000, look)) == needed
        assert looks <= 2


@given(
    st.lists(FLOWS | st.sampled_from([("", "lake"), ("", "pool"), ("pool", "sink")]), max_size=6, unique=True),
    st.sampled_from(["apart", "short", "undeclared-source"]),
)
def test_idle_is_what_could_go_from_the_last_on(drawn: list[tuple[str, str]], rule: str) -> None:
    """Rows as in the tests of waivers, and one that gets what its giver never got."""
    short = spec("max-depth", id_="short", depth=1)
    apart = spec("isolation", id_="apart", between=("eu", "us"), data=("content",))
    extra = make.engagement("sink", engaged_by=("pool",), data=("payment",))
    judged = make.case(*ROWS, extra, rules=(apart, short))
    waivers = [waiver(source, target, rule=rule, line=line) for line, (source, target) in enumerate(drawn, start=2)]

    def left(some: list[Waiver]) -> list[object]:
        return [one for one in outcome(judged, *some, rule=rule).findings if one.is_open]

    kept = list(waivers)
    for one in reversed(waivers):
        others = [other for other in kept if other is not one]
        if left(others) == left(kept):
            kept = others
    said = [one for one in outcome(judged, *waivers, rule="waivers").findings if "has no effect" in one.message]
    assert {one.cell.line for one in said} == {one.line for one in waivers if one not in kept}
