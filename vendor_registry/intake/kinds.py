"""The kinds of cells: for each, what may stand in it and how it is read."""

from collections.abc import Callable
from typing import Any, NamedTuple

from vendor_registry.intake.words import cells, dates, day_counts, declared, places
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.intake.words.roles import role
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.engagement import DeIdentified, Role

Reader = Callable[[str, Policy], Any]  # given the trimmed text of a cell that is not blank; raises UnclearError


class Kind(NamedTuple):
    """What the cells of a column have in common."""

    accepted: str
    reader: Reader
    plainly: Callable[[str], Any] | None = None  # the same of a cell as most are; None of one to be looked at


def _plain(accepted: str, read: Callable[[str], Any], plainly: Callable[[str], Any] | None = None) -> Kind:
    """A kind of cell that means the same under every policy."""
    return Kind(accepted, lambda written, _: read(written), plainly)


def _words(words: type[Role] | type[DeIdentified]) -> str:
    return ", ".join(word for word in words if word)


TEXT = _plain("text", cells.text, cells.plain_text)
TEXTS = _plain("texts with ; between", cells.items)
KEY = _plain("small letters, digits and hyphens; unique", cells.key, cells.plain_key)
KEYS = _plain("keys with ; between", cells.items, cells.plain_keys)
LEI = _plain("20 letters and digits, the last two its check digits", cells.lei)
LINK = _plain("address with https://, http:// or mailto:", cells.link)
YES_OR_NO = _plain("yes or no", cells.yes_or_no)
DAYS = _plain(f"number of days, 0 to {day_counts.MOST_DAYS}", day_counts.number_of_days)
DAY = _plain("day as 2024-12-31", dates.day)
COUNTRY = _plain("ISO 3166-1 code such as DE, or the country's name", places.country)
ROLE = _plain(_words(Role), role)
DE_IDENTIFIED = _plain(_words(DeIdentified), cells.word_of(DeIdentified, "a way to de-identify data"))
MECHANISM = _plain("mechanisms with ; between, dates in brackets, the preferred one first", mechanism)
DATED = (DAY, MECHANISM)  # in whose cells days stand
PLACES = Kind(
    "countries, EEA, EU, data regions or GLOBAL with ; between, details in brackets",
    lambda written, policy: places.region(written, policy.zones),
)
PRODUCTS = Kind(
    "products of the policy with ; between, or *",
    lambda written, policy: declared.PRODUCTS.words(written, policy.products),
)
ZONE = Kind("data region of the policy, or *", lambda written, policy: declared.ZONES.word(written, policy.zones))
SERVICE = Kind("service of the policy", lambda written, policy: declared.SERVICES.word(written, policy.services))
CONDITIONS = Kind(
    "conditions of the policy with ; between: all of them must hold",
    lambda written, policy: declared.CONDITIONS.words(written, policy.conditions),
)
DATA_SUBJECTS = Kind(
    "groups of the policy with ; between",
    lambda written, policy: declared.DATA_SUBJECTS.words(written, policy.data_subjects),
)
DATA = Kind(
    "data categories of the policy with ; between",
    lambda written, policy: tuple(sorted(declared.DATA.words(written, policy.data))),
)
