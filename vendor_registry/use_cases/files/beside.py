"""What lies beside a policy: the waivers, and the customers."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from vendor_registry.intake.customers import read_customers
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.origin import Fault, RefusedError

Drafts = Mapping[Path, bytes]
"""What files are to say, by their paths."""

NO_DRAFTS: Drafts = MappingProxyType({})


class Beside(NamedTuple):
    """The sheets that go with a policy."""

    waivers: tuple[Waiver, ...] = ()
    customers: tuple[Customer, ...] = ()


NOTHING = Beside()


def beside(path: Path, policy: Policy, drafts: Drafts = NO_DRAFTS) -> Beside:
    """The waivers and the customers of the files that a policy names, or of waivers.csv and customers.csv beside it.

    None where neither is there. `path` is the policy's, `drafts` are read in the stead of files. Raises RefusedError
    with all faults of both files.
    """
    faults: list[Fault] = []
    waivers: tuple[Waiver, ...] = ()
    customers: tuple[Customer, ...] = ()
    try:
        file = waivers_file(path, policy)
        if policy.waivers or file in drafts or file.exists():
            waivers = read_waivers(file, policy, draft=drafts.get(file))
    except RefusedError as refused:
        faults += refused.faults
    try:
        file = customers_file(path, policy)
        if policy.customers or file in drafts or file.exists():
            customers = read_customers(file, policy, draft=drafts.get(file))
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


SHEETS: Mapping[str, Callable[[Path, Policy], Path]] = MappingProxyType(
    {"customers": customers_file, "waivers": waivers_file}
)
