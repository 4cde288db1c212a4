"""Categories of customers: who has the same products in the same data region, under the same conditions.

A processor's record tells what is done per category (GDPR Art. 30(2)(b)): of each controller by itself it would say
the same many times.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vendor_registry.documents.parts.contract import Contract
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.policy.policy import System
from vendor_registry.model.register.coverage import ALL, among, meet
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement

_DASH = " – "


@dataclass(frozen=True, slots=True)
class CustomerCategory:
    """Keys of products (none: all) and of a data region (`*`: all), and the conditions that hold (None: any may)."""

    products: tuple[str, ...] = ()
    zone: str = ALL
    conditions: tuple[str, ...] | None = None

    def has(self, row: Engagement) -> bool:
        """Whether an engagement is for customers of the category."""
        scope = Scope(products=self.products, zone="" if self.zone == ALL else self.zone)
        return scope.outside(row) is None and (self.conditions is None or {*row.condition} <= {*self.conditions})

    def runs_on(self, system: System) -> bool:
        """Whether a system of ours may hold what customers of the category hand in."""
        return meet(self.products or (ALL,), system.products) and meet((self.zone,), (system.zone,))


def categories(contract: Contract) -> tuple[CustomerCategory, ...]:
    """Those of the customer who is asked for, or of all there are; without a sheet of customers each product in each
    data region. A document about some products, or one data region, has no other."""
    policy, scope = contract.case.policy, contract.scope
    customers = [contract.customer] if contract.customer else contract.case.customers
    if customers:
        return tuple(dict.fromkeys(_narrowed(map(category, customers), contract)))
    products = scope.products or tuple(policy.products)
    zones = (scope.zone,) if scope.zone else tuple(policy.zones)
    each: list[tuple[str, ...]] = [(one,) for one in products] or [()]
    return tuple(CustomerCategory(one, zone) for zone in zones or (ALL,) for one in each)


def category(customer: Customer) -> CustomerCategory:
    return CustomerCategory(customer.products, customer.zone, customer.conditions)


def title(alike: Iterable[CustomerCategory], names: Names) -> str:
    """Categories of which the same is so, with their products together where each has one."""
    united: list[CustomerCategory] = []
    for one in alike:
        last = united[-1] if united else None
        if last and one.products and last.products and replace(last, products=()) == replace(one, products=()):
            united[-1] = replace(last, products=tuple(dict.fromkeys((*last.products, *one.products))))
        else:
            united.append(one)
    return names.phrases.series(_title(one, names) for one in united)


def _title(one: CustomerCategory, names: Names) -> str:
    """It opens a heading, so that a capital begins it; the name of a product stays as it is written."""
    products = names.products(one.products) if one.products else names.phrases.opening(names.products((ALL,)))
    told = [products, names.zones([one.zone])]
    if one.conditions:
        told.append(names.phrases.say("site.only_if", condition=names.conditions(one.conditions)))
    return _DASH.join(told)


def _narrowed(found: Iterable[CustomerCategory], contract: Contract) -> Iterator[CustomerCategory]:
    wanted, zone = contract.scope.products, contract.scope.zone
    for one in found:
        products = tuple(key for key in one.products or wanted if key in wanted) if wanted else one.products
        if (wanted and not products) or (zone and not among(zone, (one.zone,))):
            continue
        yield replace(one, products=products, zone=zone or one.zone)
