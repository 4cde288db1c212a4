"""The register as one customer has it."""

from vendor_registry.case.case import Case
from vendor_registry.case.promises import objected
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.intake.words.suggestions import fold, nearest
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.selection.conditions import left_out, under


def customer_called(case: Case, key: str) -> Customer:
    """The customer with a key, or the only one with a name. Raises UsageError where there is none, with what may have
    been meant."""
    by_key = {customer.key: customer for customer in case.customers}
    if key in by_key:
        return by_key[key]
    called = [one for one in case.customers if fold(key) in (fold(one.name), fold(one.legal_name))]
    if len(called) == 1:
        return called[0]
    if called:
        raise UsageError(
            f'{len(called)} customers are called "{key}": {abridged(one.key for one in called)}. Name the key.'
        )
    if not by_key:
        raise UsageError(f'There is no customer "{key}": there is no sheet of customers beside {case.policy.file}.')
    close = nearest(key, by_key)
    hint = f'; did you mean "{close}"?' if close else f"; {case.customers[0].file} has {len(by_key)} others."
    raise UsageError(f'There is no customer "{key}"{hint}')


def under_conditions(case: Case, conditions: tuple[str, ...] | None) -> Case:
    """The same case under the conditions that hold for a customer; all may hold where nobody has said which."""
    if conditions is None:
        return case
    return under(case, conditions, case.policy.conditions.keys() - {*conditions})


def as_had(case: Case, key: str) -> Case:
    """The case under a customer's conditions, without what it objected to while that holds; "": as it is.

    Raises UsageError for a customer that is none.
    """
    if not key:
        return case
    customer = customer_called(case, key)
    return left_out(under_conditions(case, customer.conditions), objected(case, customer))


def engagements_of(case: Case, key: str) -> frozenset[str] | None:
    """The keys of the sub-processors' engagements that a customer has; "": None, everything. Raises as above."""
    if not key:
        return None
    customer = customer_called(case, key)
    return frozenset(one.key for one in case.registry.engagements if customer.has(one))


def scope_of(
    customer: Customer,
    selector: str = "",
    chosen: frozenset[str] = frozenset(),
    objected: frozenset[str] = frozenset(),
) -> Scope:
    """What a document for a customer is about: its products in its data region, less whom it objected to."""
    zone = "" if customer.zone == ALL else customer.zone
    return Scope(
        products=customer.products, zone=zone, customer=customer, objected=objected, selector=selector, chosen=chosen
    )
