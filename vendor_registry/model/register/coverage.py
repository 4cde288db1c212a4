"""What a word of the sheet covers: a category all that lies under it, `*` every product or every data region."""

from collections.abc import Collection, Iterable

ALL = "*"


def among(key: str, written: Collection[str]) -> bool:
    """Whether a product or a data region is one of those written."""
    return key in written or ALL in written


def meet(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two lists of products, or of data regions, have one in common."""
    return ALL in left or ALL in right or not set(left).isdisjoint(right)


def each(written: Collection[str], known: Iterable[str]) -> frozenset[str]:
    """Those written by key, of all that the policy knows."""
    return frozenset(known if ALL in written else written)


def above_of(category: str) -> tuple[str, ...]:
    """A category and all it lies under: `contact.email` gives `contact.email` and `contact`."""
    parts = category.split(".")
    return tuple(".".join(parts[:length]) for length in range(len(parts), 0, -1))


def covered(category: str, by: Collection[str]) -> bool:
    """Whether a category, or one that it lies under, is among these."""
    return any(above in by for above in above_of(category))


def share_data(one: str, other: str) -> bool:
    """Whether two categories have data in common: they are the same, or one lies under the other."""
    return covered(one, (other,)) or covered(other, (one,))


def leaves(categories: Iterable[str]) -> frozenset[str]:
    """Those with nothing under them, whatever a taxonomy calls their parents."""
    known = frozenset(categories)
    return known - {above for one in known for above in above_of(one)[1:]}
