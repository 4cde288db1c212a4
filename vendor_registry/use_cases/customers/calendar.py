"""What ends, falls due or takes effect between two days."""

from datetime import date
from itertools import chain

from vendor_registry.case.case import Case
from vendor_registry.model.ledger.due import Due
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.customers.agenda.law import of_law
from vendor_registry.use_cases.customers.agenda.notices import of_notices
from vendor_registry.use_cases.customers.agenda.register import of_register, of_waivers
from vendor_registry.use_cases.customers.agenda.reviews import of_reviews


def calendar(case: Case, first: date, last: date) -> tuple[Due, ...]:
    """The entries from the first to the last day, both inclusive, by day; each thing once, on its earliest day.

    Raises UsageError where the last day lies before the first.
    """
    if last < first:
        raise UsageError(f"{last} lies before {first}: there is no day between them.")
    every = chain(of_register(case), of_reviews(case), of_waivers(case), of_law(case), of_notices(case))
    found: dict[tuple[object, ...], Due] = {}
    for one in sorted((one for one in every if first <= one.day <= last), key=Due.sort_key):
        found.setdefault((one.kind, *one.identity), one)
    return tuple(found.values())
