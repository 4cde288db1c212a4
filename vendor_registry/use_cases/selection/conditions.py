"""The register as it is where some conditions hold and others do not: what a customer has who uses no AI features."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import UsageError


def under(case: Case, holding: Collection[str] = (), not_holding: Collection[str] = ()) -> Case:
    """The same case without the engagements whose condition does not hold, and without whom only they engage.

    `holding`: of the conditions of the policy these hold and no other; left out: all may. `not_holding`: these do
    not. Raises UsageError for a condition that the policy does not have, and for one that is to do both.
    """
    for key in (*holding, *not_holding):
        _known(case, key)
    both = sorted({*holding} & {*not_holding})
    if both:
        raise UsageError(f'The condition "{both[0]}" cannot both hold and not hold; leave one of the two options out.')
    failing = {*not_holding, *(case.policy.conditions.keys() - {*holding} if holding else ())}
    if not failing:
        return case
    return left_out(case, [row.key for row in case.registry.engagements if {*failing} & {*row.condition}])


def left_out(case: Case, keys: Collection[str]) -> Case:
    """The same case without some engagements, and without whom only they engage."""
    return replace(case, registry=_without(case.registry, frozenset(keys))) if keys else case


def _known(case: Case, key: str) -> None:
    conditions = case.policy.conditions
    if key not in conditions:
        close = nearest(key, conditions)
        listed = f"the policy has {', '.join(sorted(conditions))}." if conditions else "the policy has none."
        hint = f'did you mean "{close}"?' if close else listed
        raise UsageError(f'There is no condition "{key}"; {hint}')


def _without(registry: Registry, keys: Collection[str]) -> Registry:
    rows = {row.key: row for row in registry.engagements if row.key not in keys}
    while gone := [key for key, row in rows.items() if row.engaged_by and rows.keys().isdisjoint(row.engaged_by)]:
        for key in gone:
            del rows[key]
    return replace(registry, engagements=tuple(_loosened(rows.values(), rows)))


def _loosened(rows: Iterable[Engagement], kept: Mapping[str, Engagement]) -> Iterator[Engagement]:
    """The rows without their references to rows that are left out."""
    for row in rows:
        engaged_by, instead_of, replaces = (
            tuple(key for key in keys if key in kept) for keys in (row.engaged_by, row.instead_of, row.replaces)
        )
        same = (engaged_by, instead_of, replaces) == (row.engaged_by, row.instead_of, row.replaces)
        yield row if same else replace(row, engaged_by=engaged_by, instead_of=instead_of, replaces=replaces)
