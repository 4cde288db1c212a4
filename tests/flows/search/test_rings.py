"""Strongly connected components, in the order in which they may feed each other."""

import random

from vendor_registry.flows.search.rings import rings


def test_a_ring_is_one_and_comes_before_what_follows() -> None:
    after = {"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["e"], "e": []}
    assert [set(ring) for ring in rings("abcde", after.__getitem__)] == [{"a", "b", "c"}, {"d"}, {"e"}]


def test_a_line_of_a_hundred_thousand_needs_no_recursion() -> None:
    last = 100_000
    assert len(rings([0], lambda n: [n + 1] if n < last else [])) == last + 1


def test_against_reachability_on_random_graphs() -> None:
    for seed in range(300):
        dice = random.Random(seed)
        size = dice.randint(1, 8)
        after = {n: [dice.randrange(size) for _ in range(dice.randint(0, 3))] for n in range(size)}
        reach = {n: reachable(n, after) for n in after}
        found = rings(range(size), after.__getitem__)
        assert sorted(n for ring in found for n in ring) == list(range(size))
        for place, ring in enumerate(found):
            assert set(ring) == {n for n in after if n == ring[0] or (n in reach[ring[0]] and ring[0] in reach[n])}
            assert not any(n in reach[later] for later_ring in found[place + 1 :] for later in later_ring for n in ring)


def reachable(start: int, after: dict[int, list[int]]) -> set[int]:
    seen: set[int] = set()
    ahead = list(after[start])
    while ahead:
        node = ahead.pop()
        if node not in seen:
            seen.add(node)
            ahead += after[node]
    return seen
