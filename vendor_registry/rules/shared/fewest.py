"""Of many decisions the fewest that have the effect of all, in a few looks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

Chain = frozenset[int]  # decisions of which at least one is needed, for one thing to stay as it is
Look = Callable[[Collection[int]], list[Chain] | None]  # decisions that count > what is missing; None: nothing is


def fewest(count: int, look: Look) -> frozenset[int]:
    """The decisions 0 .. count - 1 that are left when each, from the last on, goes unless it is missed.

    To weigh one after the other would take as many looks as there are decisions. Here a look lets all go that no
    chain known so far holds, and learns from what is then missing; mostly two or three do. Where nothing can be
    learned, the first that is missed is found by halving.

    A decision more never takes away from the effect: what is missed without some is missed without more of them.
    """
    chains: set[Chain] = set()
    while True:
        kept = _kept(count, chains)
        missing = look(kept)
        if missing is None:
            return kept
        chains.update(missing or [frozenset([_first_missed(count, kept, look)])])


def _kept(count: int, chains: Iterable[Chain]) -> frozenset[int]:
    """Weighed from the last to the first: what is the last one left of a chain stays."""
    left = {chain: len(chain) for chain in chains}
    of: dict[int, list[Chain]] = defaultdict(list)
    for chain in left:
        for number in chain:
            of[number].append(chain)
    kept = []
    for number in reversed(range(count)):
        if any(left[chain] == 1 for chain in of[number]):
            kept.append(number)
        else:
            for chain in of[number]:
                left[chain] -= 1
    return frozenset(kept)


def _first_missed(count: int, kept: Collection[int], look: Look) -> int:
    """The first, from the last on, of those that went without which, and without those before it, something misses."""
    gone = [number for number in reversed(range(count)) if number not in kept]

    def missed(length: int) -> bool:
        return look(frozenset(range(count)) - frozenset(gone[:length])) is not None

    return gone[bisect_left(range(1, len(gone)), True, key=missed)]
