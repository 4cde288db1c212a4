"""Which published list a customer knows: from it on, changes are announced (Art. 28(2) GDPR)."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate

from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.register.customer import Customer


def known_lists(customers: Iterable[Customer], days: Mapping[int, date], told: Iterable[Notice]) -> dict[str, int]:
    """By key of the customer the number of the newest list that it knows; `days`: when each was published, never empty.

    It knows the list of which a notice told it (a notice to all told everybody), and the one that was current on the
    day of its contract, since it agreed to that one. Of whom neither is known, it is the first list: nothing that came
    later was told as far as anybody can show.
    """
    newest: dict[str, int] = {}
    for one in told:
        newest[one.customer] = max(newest.get(one.customer, 0), one.after)
    in_order = sorted((day, number) for number, day in days.items())
    published = [day for day, _ in in_order]
    current = [0, *accumulate((number for _, number in in_order), max)]
    least = max(min(days), newest.get("", 0))
    return {
        one.key: max(
            least,
            newest.get(one.key, 0),
            current[bisect_right(published, one.contract_date)] if one.contract_date else 0,
        )
        for one in customers
    }
