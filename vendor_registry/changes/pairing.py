"""Which engagement of one register is which of the other."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry

Pair = tuple[Engagement, Engagement]


class Pairing(NamedTuple):
    """Engagements that are in both registers, and those that are in one only; each by key."""

    both: tuple[Pair, ...]
    gone: tuple[Engagement, ...]
    new: tuple[Engagement, ...]


def pair(before: Registry, after: Registry) -> Pairing:
    """The key decides. Where only the key changed, what vendor, service, products and data region share decides."""
    kept = [(before.by_key[one.key], one) for one in after.engagements if one.key in before.by_key]
    gone = [one for one in before.engagements if one.key not in after.by_key]
    new = [one for one in after.engagements if one.key not in before.by_key]
    moved = _under_another_key(gone, new)
    left, taken = {one.key for one, _ in moved}, {one.key for _, one in moved}
    return Pairing(
        both=tuple(sorted([*kept, *moved], key=lambda two: two[1].key)),
        gone=tuple(one for one in gone if one.key not in left),
        new=tuple(one for one in new if one.key not in taken),
    )


def _under_another_key(gone: list[Engagement], new: list[Engagement]) -> list[Pair]:
    """Only where one fits one: of two that look alike nobody can say which is which."""
    then, now = Counter(map(_what, gone)), Counter(map(_what, new))
    by_what = {_what(one): one for one in _sole(gone, then)}
    return [(by_what[_what(one)], one) for one in _sole(new, now) if _what(one) in by_what]


def _sole(engagements: Iterable[Engagement], counts: Counter[object]) -> Iterable[Engagement]:
    return (one for one in engagements if counts[_what(one)] == 1)


def _what(one: Engagement) -> object:
    return (one.vendor.casefold(), one.role, one.service, one.zone, tuple(sorted(one.products)))
