"""Which customers a difference concerns, and why: what they have of us, and what they were promised (Art. 28(2))."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.pairing import pair
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Commitment, Customer
from vendor_registry.model.register.engagement import Engagement

_Versions = Mapping[str, tuple[Engagement, ...]]  # by key: the engagement before and after, as far as there is one

_OURS = {Kind.RECORD, Kind.KEY, Kind.SPELLING}  # our own book-keeping: no customer has it in its list
_ELSEWHERE = {
    Kind.ADDED,
    Kind.EXTENDED,
    Kind.REPLACED,
    Kind.PLACE_WIDENED,
    Kind.PLACE_CHANGED,
    Kind.STATED,
    Kind.BLANKED,
}
_ELSEWHERE |= {Kind.SCOPE_WIDENED, Kind.SCOPE_CHANGED}


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """The changes of the sub-processors that one customer has, before or afterwards, and what makes them its own."""

    customer: Customer
    changes: tuple[Change, ...]  # never empty; the keys of each are those of the customer's engagements alone
    products: tuple[str, ...]  # of the customer, that the engagements serve; *: all
    zones: tuple[str, ...]  # that which the customer chose; of one that has all, those of the engagements; *: all
    conditions: tuple[str, ...]  # of the engagements
    sure: bool  # False: only if a condition holds, and nobody has said which hold for the customer
    commitments: tuple[Commitment, ...]  # promises to the customer that the changes touch

    @property
    def vendors(self) -> tuple[str, ...]:
        return tuple(sorted({one.vendor for one in self.changes}, key=str.casefold))


def concerned(changes: Iterable[Change], before: Case, after: Case, new: Iterable[Finding] = ()) -> tuple[Concern, ...]:
    """By key of the customer; `new` are the findings that the changes brought.

    Customers with the same scope are looked at once, so that ten thousand of them take no longer than their scopes.
    """
    told = tuple(one for one in changes if one.kind not in _OURS)
    if not told or not after.customers:
        return ()
    versions, rules = _versions(before, after), frozenset(one.rule for one in new)
    scopes: dict[object, tuple[tuple[Change, ...], tuple[Engagement, ...]]] = {}
    found = []
    for customer in after.customers:
        scope = (customer.products, customer.zone, customer.conditions)
        if scope not in scopes:
            scopes[scope] = _of_scope(customer, told, versions)
        own, engagements = scopes[scope]
        if own:
            found.append(_concern(customer, own, engagements, rules))
    return tuple(sorted(found, key=lambda one: one.customer.key))


def _versions(before: Case, after: Case) -> _Versions:
    found = pair(before.registry, after.registry)
    return {
        **{one.key: (one,) for one in (*found.gone, *found.new)},
        **{now.key: (then, now) for then, now in found.both},
    }


def _of_scope(
    customer: Customer, changes: Iterable[Change], versions: _Versions
) -> tuple[tuple[Change, ...], tuple[Engagement, ...]]:
    """The changes of a customer's own engagements, and these in each version that the customer has."""
    own = {key for key, both in versions.items() if any(map(customer.has, both))}
    kept = tuple(_kept(changes, own))
    keys = sorted({key for one in kept for key in one.keys})
    return kept, tuple(one for key in keys for one in versions[key] if customer.has(one))


def _kept(changes: Iterable[Change], own: set[str]) -> Iterator[Change]:
    for one in changes:
        keys = tuple(key for key in one.keys if key in own)
        if keys:
            yield one if keys == one.keys else replace(one, keys=keys)


def _concern(
    customer: Customer, changes: tuple[Change, ...], engagements: tuple[Engagement, ...], rules: frozenset[str]
) -> Concern:
    conditions = {key for one in engagements for key in one.condition}
    return Concern(
        customer=customer,
        changes=changes,
        products=_products(customer, engagements),
        zones=_all_or(one.zone for one in engagements) if customer.zone == ALL else (customer.zone,),
        conditions=tuple(sorted(conditions)),
        sure=customer.conditions is not None or not all(one.condition for one in engagements),
        commitments=_touched(customer, changes, rules),
    )


def _products(customer: Customer, engagements: Iterable[Engagement]) -> tuple[str, ...]:
    if customer.products:
        return tuple(key for key in customer.products if any(one.serves(key) for one in engagements))
    return _all_or(key for one in engagements for key in one.products)


def _all_or(keys: Iterable[str]) -> tuple[str, ...]:
    found = set(keys)
    return (ALL,) if ALL in found else tuple(sorted(found))


def _touched(customer: Customer, changes: Iterable[Change], rules: frozenset[str]) -> tuple[Commitment, ...]:
    """A promise of a zone is touched by who comes or goes elsewhere, one of a rule by a new finding of that rule."""
    elsewhere = any(one.kind in _ELSEWHERE for one in changes)
    return tuple(one for one in customer.commitments if (one.zone and elsewhere) or one.rule in rules)
