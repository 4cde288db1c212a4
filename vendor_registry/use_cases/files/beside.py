"""What lies beside a policy: the waivers, and the customers."""

from pathlib import Path
from typing import NamedTuple

from vendor_registry.intake.customers import read_customers
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.origin import Fault, RefusedError


class Beside(NamedTuple):
    """The sheets that go with a policy."""

    waivers: tuple[Waiver, ...] = ()
    customers: tuple[Customer, ...] = ()


NOTHING = Beside()


def beside(path: Path, policy: Policy) -> Beside:
    """The waivers and the customers of the files that a policy names, or of waivers.csv and customers.csv beside it.

    None where neither is there. `path` is the policy's. Raises RefusedError with all faults of both files.
    """
    faults: list[Fault] = []
    waivers: tuple[Waiver, ...] = ()
    customers: tuple[Customer, ...] = ()
    try:
        if policy.waivers or waivers_file(path, policy).exists():
            waivers = read_waivers(waivers_file(path, policy), policy)
    except RefusedError as refused:
        faults += refused.faults
    try:
        if policy.customers or customers_file(path, policy).exists():
            customers = read_customers(customers_file(path, policy), policy)
    except RefusedError as refused:
        faults += refused.faults
    if faults:
        raise RefusedError(tuple(faults))
    return Beside(waivers, customers)


def waivers_file(path: Path, policy: Policy) -> Path:
    """Where the waivers of a policy are, or would be; a file of the usual name is never passed over."""
    return path.parent / (policy.waivers or "waivers.csv")


def customers_file(path: Path, policy: Policy) -> Path:
    """Where the customers of a policy are, or would be; a file of the usual name is never passed over."""
    return path.parent / (policy.customers or "customers.csv")
