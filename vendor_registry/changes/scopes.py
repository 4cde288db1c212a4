"""Whether something got wider, narrower, or only other: places, categories of data, products."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from vendor_registry.model.register.coverage import ALL, covered
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.place import GLOBAL

_IDENTIFIED = list(DeIdentified)  # from most to least


class Turn(StrEnum):
    """How what is there afterwards relates to what was there before."""

    SAME = "same"
    WIDENED = "widened"
    NARROWED = "narrowed"
    CHANGED = "changed"


def turn(before: Collection[str], after: Collection[str]) -> Turn:
    """Of two sets; `*` and GLOBAL hold everything."""
    return turned(_holds(after, before), _holds(before, after))


def turn_of_data(before: Iterable[str], after: Iterable[str]) -> Turn:
    """Of categories, each of which holds what lies under it: `contact.email` lies in `contact`."""
    then, now = set(before), set(after)
    return turned(_cover(now, then), _cover(then, now))


def turn_of_identification(before: DeIdentified, after: DeIdentified) -> Turn:
    """Data that is handed over as it is, is more than the same data under a pseudonym (GDPR Art. 4(5))."""
    then, now = _IDENTIFIED.index(before), _IDENTIFIED.index(after)
    return turned(now <= then, then <= now)


def turned(keeps_all: bool, adds_nothing: bool) -> Turn:
    """Of what holds all there was, and of what holds nothing that was not there."""
    if keeps_all:
        return Turn.SAME if adds_nothing else Turn.WIDENED
    return Turn.NARROWED if adds_nothing else Turn.CHANGED


def _holds(wide: Collection[str], narrow: Collection[str]) -> bool:
    return not {ALL, GLOBAL}.isdisjoint(wide) or set(narrow) <= set(wide)


def _cover(wide: set[str], narrow: set[str]) -> bool:
    return all(covered(key, wide) for key in narrow)
