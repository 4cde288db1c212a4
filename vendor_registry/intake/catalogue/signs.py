"""By what a vendor is recognised where no name is written: the domain of a host, the provider of Terraform.

To add one: add a row to `signs.csv` (kind, sign, names, source, the day it was seen there). Names are what a register
may call the vendor, the likeliest first, with `;` between; none: nobody gets data there (`random`, `tls`). The domains
of the addresses in `facts.csv` count as well.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from vendor_registry.intake.catalogue.vendors import facts_of, known
from vendor_registry.intake.words.suggestions import fold

DOMAIN, TERRAFORM = "domain", "terraform"
_FRONT = re.compile(r"^(?:www|trust|compliance|security|docs|about|legal)\.")  # labels that say which page it is
_SHORTEST = 3  # letters of a name
_ADDRESSES = ("dpa_url", "subprocessors_url")

Names = tuple[str, ...]


def names_of_host(host: str, more: Mapping[str, Names] | None = None) -> Names:
    """The names of whoever runs a host: by the longest domain that it lies under, of the table and of `more`."""
    labels = host.split(".")
    for start in range(len(labels)):
        domain = ".".join(labels[start:])
        found = (more or {}).get(domain) or _signs(DOMAIN).get(domain)
        if found:
            return found
    return ()


def names_of_provider(provider: str) -> Names | None:
    """The names of whom a provider of Terraform speaks to; () where that is nobody, None where it is not known."""
    return _signs(TERRAFORM).get(provider)


def names_of_signs() -> tuple[str, ...]:
    """Every name of the table that is long enough to be looked for in a text."""
    names = (name for kind in (DOMAIN, TERRAFORM) for names in _signs(kind).values() for name in names)
    return tuple(dict.fromkeys(name for name in names if len(name) >= _SHORTEST))


def domain_of(address: str) -> str:
    """The domain that an address of the web tells about a company; "" where it is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return _FRONT.sub("", host.casefold())


@cache
def _signs(kind: str) -> Mapping[str, Names]:
    table = resources.files("vendor_registry.intake.catalogue") / "signs.csv"
    rows = [row for row in csv.DictReader(table.read_text("utf-8").splitlines()) if row["kind"] == kind]
    found = _pages() if kind == DOMAIN else {}
    return {**found, **{row["sign"]: tuple(name for name in row["names"].split("; ") if name) for row in rows}}


def _pages() -> dict[str, Names]:
    """Domains of the vendors' own pages. Those of a parent stand under its domain, which is then the parent's alone."""
    vendors: dict[str, dict[str, None]] = {}
    for vendor in known():
        for fact in facts_of(vendor):
            if fact.column in _ADDRESSES:
                vendors.setdefault(domain_of(fact.value), {})[vendor] = None
    return {domain: tuple(owners) for domain, found in vendors.items() if (owners := _owners(domain, [*found]))}


def _owners(domain: str, vendors: list[str]) -> list[str]:
    """The one vendor; of several, whoever the domain is named after."""
    return vendors if len(vendors) == 1 else [one for one in vendors if fold(one).split(" ")[0] in domain]
