"""Keys: short stable slugs, as people write them and as they are made from names."""

import re
from collections.abc import Collection
from itertools import count

KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NOT_OF_A_KEY = re.compile(r"[^a-z0-9]+")


def slug(folded: str) -> str:
    """The key that a text in small letters comes nearest to; "" where it has no Latin letter and no digit."""
    return _NOT_OF_A_KEY.sub("-", folded).strip("-")


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, or the first with a number behind it that is not taken: `acme`, `acme-2`."""
    return key if key not in taken else next(one for n in count(2) if (one := f"{key}-{n}") not in taken)
