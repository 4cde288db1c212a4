"""Ranks: texts in whose alphabetical order rows stand, such that there is always room for one between two others.

A row that stays where it was keeps its rank, whatever comes or goes around it, so that a change of the sheet changes
the ledger as little. The first sheet has `00000001`, `00000002` ...; between these come `00000001.00000001` and so on.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence

_WIDTH = 8
_BEGINNING = "0" * _WIDTH


def kept(before: Sequence[Hashable], after: Sequence[Hashable]) -> dict[int, int]:
    """For as many entries of `after` as possible, the entry of `before` they are: equal, and in the same order.

    By positions. Of equal entries the first is taken for the first.
    """
    places: dict[Hashable, list[int]] = {}
    for place, entry in enumerate(before):
        places.setdefault(entry, []).append(place)
    taken = {entry: iter(found) for entry, found in places.items()}
    pairs = [(place, next(taken[entry], None)) for place, entry in enumerate(after) if entry in taken]
    known = [(place, old) for place, old in pairs if old is not None]
    return {known[one][0]: known[one][1] for one in _longest_rising([old for _, old in known])}


def ranked(ranks: Sequence[str | None]) -> list[str]:
    """The ranks of all entries, where some (None) have none yet; those that have one stay, and are in order."""
    found: list[str] = []
    waiting = 0
    for rank in (*ranks, ""):
        if rank is None:
            waiting += 1
            continue
        found += _between(found[-1] if found else "", rank, waiting)
        found += [rank] if rank else []
        waiting = 0
    return found


def _between(low: str, high: str, count: int) -> Iterator[str]:
    """As many ranks above one and below the other; "" stands for no bound."""
    if not count:
        return
    if not high:
        stem, _, last = low.rpartition(".")
        start, prefix = int(last or 0), f"{stem}." if stem else ""
        if len(str(start + count)) > _WIDTH:
            start, prefix = 0, f"{low}."
    else:
        start, prefix = 0, f"{low}." if low else f"{_BEGINNING}."
        while high.startswith(prefix):
            prefix += f"{_BEGINNING}."
    yield from (f"{prefix}{number:0{_WIDTH}d}" for number in range(start + 1, start + count + 1))


def _longest_rising(values: Sequence[int]) -> list[int]:
    """The positions of a longest rising part of distinct numbers (patience sorting)."""
    tails: list[int] = []  # the smallest number that ends a rising part of each length
    ends: list[int] = []  # its position
    before: list[int] = [-1] * len(values)
    for position, value in enumerate(values):
        length = bisect_left(tails, value)
        before[position] = ends[length - 1] if length else -1
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [position]
    found: list[int] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        found.append(position)
        position = before[position]
    return found[::-1]
