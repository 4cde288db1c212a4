"""The sheet of customers: `data/customers.csv`, read like the sheet of engagements, all faults at once."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from vendor_registry.intake import kinds
from vendor_registry.intake.rows.side_sheet import Column, SideRow, SideSheet, Source, side_rows
from vendor_registry.intake.words import cells, declared
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.languages import LANGUAGES
from vendor_registry.intake.words.suggestions import did_you_mean, fold, nearest
from vendor_registry.law.tables.zones import ZONES
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Commitment, Customer, Days
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.rules.catalogue import RULES

NONE = "none"  # in the column of conditions: that none of them holds
_ZONE_ONLY = re.compile(r"zone[: ]\s*(\S+)\s+only", re.IGNORECASE)


def _titles(written: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(title).replace(" ", "_").replace("-", "_") for title in map(trim, written))


def _conditions(text: str, policy: Policy) -> tuple[str, ...]:
    return () if fold(text) == NONE else declared.CONDITIONS.words(text, policy.conditions)


def _products(text: str, policy: Policy) -> tuple[str, ...]:
    found = declared.PRODUCTS.words(text, policy.products)
    return () if ALL in found else found


def _language(text: str, _: Policy) -> str:
    if text.casefold() in LANGUAGES:
        return text.casefold()
    raise UnclearError(f"{quote(text)} is not a language", "Write a code of ISO 639-1 such as en or de.")


def _counted(text: str, _: Policy) -> Days:
    words: dict[str, Days] = {"calendar": "calendar", "business": "business", "working": "business"}
    word = fold(text).removesuffix(" days")
    if word in words:
        return words[word]
    raise UnclearError(f"{quote(text)} is not a way to count days", "Write calendar or business.")


def _commitments(text: str, policy: Policy) -> tuple[Commitment, ...]:
    complaints: list[tuple[str, str]] = []
    found: list[Commitment] = []
    for entry in cells.items(text):
        try:
            found.append(_commitment(entry, policy))
        except UnclearError as unclear:
            complaints += unclear.complaints
    if complaints:
        raise all_unclear(complaints)
    return tuple(found)


def _commitment(entry: str, policy: Policy) -> Commitment:
    rules = [*(rule.id for rule in RULES if rule.standing), *(spec.id for spec in policy.rules)]
    if entry in rules:
        return Commitment(text=entry, rule=entry)
    zones = [*policy.zones, *ZONES]
    if (asked := _ZONE_ONLY.fullmatch(entry)) and asked[1] in zones:
        return Commitment(text=entry, zone=asked[1])
    then = f'Write "zone eu only" with one of {abridged(zones)}, or the id of a rule (vendors rules lists them).'
    hint = did_you_mean(nearest(entry, rules), then)
    raise UnclearError(f"{quote(entry)} is not a commitment that can be checked", hint)


COLUMNS = (
    Column("key", "short name, unique: small letters, digits, hyphens", kinds.KEY.reader),
    Column("name", "the customer as people call it", kinds.TEXT.reader),
    Column("legal_name", "as it signs", kinds.TEXT.reader, ""),
    Column("country", "its seat", kinds.COUNTRY.reader, ""),
    Column("address", "its postal address", kinds.TEXT.reader, ""),
    Column("contact", "contact person: name, position, details", kinds.TEXT.reader, ""),
    Column("products", "what it uses; blank or *: everything", _products, ()),
    Column("zone", "the data region it chose; blank or *: all", kinds.ZONE.reader, ALL),
    Column("conditions", f"which conditions hold for it; {NONE}; blank: not known", _conditions, None),
    Column("language", "of its documents and letters", _language, ""),
    Column("contract_date", "day of the contract", kinds.DAY.reader, None),
    Column("notice_address", "where notices go", kinds.TEXT.reader, ""),
    Column("notice_days", "days of notice; blank: as the policy says", kinds.DAYS.reader, None),
    Column("objection_days", "days it has to object; blank: as the policy says", kinds.DAYS.reader, None),
    Column(
        "days", "calendar or business; blank: calendar for days of its own, else as the policy says", _counted, None
    ),
    Column("commitments", 'what else we promised: "zone eu only", or a rule', _commitments, ()),
)
SHEET = SideSheet(
    one="customer",
    title="a sheet of customers",
    columns=COLUMNS,
    days=("contract_date",),
    whole=False,
    ours=_titles,
)


def read_customers(path: Path, policy: Policy, name: str = "", draft: bytes | None = None) -> tuple[Customer, ...]:
    """The customers of a file, by key; raises RefusedError with all faults, a key that stands twice among them.

    `draft` is what it is to say: read in its stead. A column that may be blank may be left out. A sheet with a header
    and no rows is a sheet without customers.
    """
    found = side_rows(Source(path, name, draft), policy, SHEET, _nothing_between)
    if twice := tuple(_twice(found)):
        raise RefusedError(twice)
    customers = (Customer(**entry.values, file=entry.file, line=entry.line) for entry in found)
    return tuple(sorted(customers, key=lambda one: one.key))


def _nothing_between(_: SideRow) -> Iterator[Fault]:
    """No two cells of a customer can contradict each other."""
    return iter(())


def _twice(found: Sequence[SideRow]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for entry in found:
        key = entry.values["key"]
        if key in seen:
            message = f"{quote(key)} is the key of the customer in line {seen[key]} already"
            yield Fault(entry.cell("key"), message, "Give each customer a key of its own.")
        seen.setdefault(key, entry.line)
