"""Numbers with their nouns, and lists as people say them."""

from collections.abc import Iterable

_READ = 12  # words of a vocabulary that a person reads in one sentence


def counted(count: int, what: str, many: str = "") -> str:
    """`1 flow`, `0 flows`, `2 entries` (with `many` where an s does not make the plural)."""
    return f"{count} {what if count == 1 else many or what + 's'}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; "" for none."""
    *others, end = tuple(words) or ("",)
    return f"{', '.join(others)} {last} {end}" if others else end


def abridged(words: Iterable[str], most: int = _READ) -> str:
    """`a, b`, and where there are more than `most`, `a, b and 3 more`; "" for none."""
    known = tuple(words)
    more = len(known) - most
    return ", ".join(known[:most]) + (f" and {more} more" if more > 0 else "")
