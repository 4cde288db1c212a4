"""Keys: short stable slugs, as people write them and as they are made from names."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count

KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NOT_OF_A_KEY = re.compile(r"[^a-z0-9]+")


def slug(folded: str) -> str:
    """The key that a text in small letters comes nearest to; "" where it has no Latin letter and no digit."""
    return _NOT_OF_A_KEY.sub("-", folded).strip("-")


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, or the first with a number behind it that is not taken: `acme`, `acme-2`."""
    return key if key not in taken else next(one for n in count(2) if (one := f"{key}-{n}") not in taken)


def free_keys(keys: Iterable[str]) -> Iterator[str]:
    """Each key, or the first with a number behind it that none before it has, as `free_key`; of one that stands
    ten thousand times, the numbers are not counted from 2 each time."""
    taken, last = set[str](), Counter[str]()
    for key in keys:
        free = key
        while free in taken:
            last[key] = max(last[key], 1) + 1
            free = f"{key}-{last[key]}"
        taken.add(free)
        yield free
