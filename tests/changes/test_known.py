"""Which list a customer knows: by notices, by its contract, or the first."""

from dataclasses import replace
from datetime import date

import pytest

from vendor_registry.changes.known import known_lists
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.register.customer import Customer

DAYS = {1: date(2026, 1, 1), 2: date(2026, 2, 1), 3: date(2026, 3, 1)}
ACME = Customer(key="acme", name="Acme", file="customers.csv", line=2)


def told(after: int, customer: str = "acme") -> Notice:
    day = date(2026, 4, 1)
    return Notice(
        number=1, customer=customer, channel="e-mail", after=after, vendors=(), sent_on=day, effective_on=day,
        object_until=day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("contract", "notices", "known"),
    [
        (None, (), 1),  # nobody can show that it was told of anything
        (date(2025, 12, 31), (), 1),  # before there was a list
        (date(2026, 1, 31), (), 1),
        (date(2026, 2, 1), (), 2),  # the list of the day on which it signed
        (date(2026, 2, 28), (), 2),  # what was published afterwards is a change
        (date(2026, 9, 9), (), 3),
        (None, (told(2),), 2),
        (None, (told(3), told(2)), 3),
        (None, (told(3, "bolt"),), 1),
        (None, (told(3, ""), told(2)), 3),  # a notice to all
        (date(2026, 3, 1), (told(2),), 3),  # told, and then it signed anew
    ],
)
def test_it_is_the_newest_it_was_told_of_or_agreed_to(
    contract: date | None, notices: tuple[Notice, ...], known: int
) -> None:
    assert known_lists([replace(ACME, contract_date=contract)], DAYS, notices) == {"acme": known}
