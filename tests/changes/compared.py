"""Two registers, given as rows, and what differs between them."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from tests import make
from vendor_registry.changes.change import Change
from vendor_registry.changes.difference import Difference
from vendor_registry.changes.rows import changes
from vendor_registry.changes.state import State
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.use_cases.ledger.comparison.difference import between


def changed(before: Iterable[Engagement], after: Iterable[Engagement], **policy: Any) -> tuple[Change, ...]:
    return changes(make.case(*before, **policy), make.case(*after, **policy))


def kinds(before: Iterable[Engagement], after: Iterable[Engagement]) -> list[str]:
    """`["added", "place-widened region"]`: the kinds, each with its column."""
    return [f"{one.kind} {one.column}".strip() for one in changed(before, after)]


def cell(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The kinds of what changed in one row, which is complete and harmless otherwise."""
    return kinds([make.engagement("a", **before)], [make.engagement("a", **after)])


def difference(before: Iterable[Engagement], after: Iterable[Engagement], **policy: Any) -> Difference:
    return between(make.case(*before, **policy), make.case(*after, **policy), (State("before"), State("after")))


def customer(key: str, **changes: Any) -> Customer:
    """One that has everything, under contract terms of the policy."""
    values: dict[str, Any] = {"name": key.title(), "file": "customers.csv", "line": 2}
    return Customer(key=key, **(values | changes))


def concerning(
    customers: Iterable[Customer], before: Iterable[Engagement], after: Iterable[Engagement], **policy: Any
) -> Difference:
    known = tuple(customers)
    then, now = (dataclasses.replace(make.case(*rows, **policy), customers=known) for rows in (before, after))
    return between(then, now, (State("before"), State("after")))
