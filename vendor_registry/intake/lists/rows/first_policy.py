"""A first policy from a list: the products, data regions, services and categories that occur in it, and no more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from vendor_registry.intake.lists.rows.candidate import Candidate, key_of
from vendor_registry.intake.lists.toml_text import toml_text
from vendor_registry.intake.lists.words.services import OTHER, name_of
from vendor_registry.intake.lists.words.where import where
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.law.tables.zones import countries
from vendor_registry.model.policy.policy import Category
from vendor_registry.model.register.coverage import ALL

PRODUCT = {"service": "Our service"}
REGIONS = {"eu": ("EU data region", "EEA"), "us": ("US data region", "US")}
HEAD = """\
# A first policy, from {file}. It holds what occurs in that list, and nothing that the list does not say:
# `vendors check` asks for the rest. `vendors columns` explains the sheet beside it.

languages = ["en"]

[company]
name = "Our company"
country = ""  # the seat: it decides which law on transfers binds us
role = "processor"
"""
SYSTEM = """\
# What we run ourselves. Split it where products or data regions have platforms of their own.
[systems.platform]
name = "Our platform"
region = ""  # where it runs, as in the sheet: "DE (Frankfurt)"
data_subjects = ["customers"]
data = [{data}]  # {why}
"""


def products_of(rows: Sequence[Candidate]) -> dict[str, str]:
    """The products that occur, by key; one that stands for all where the list names none."""
    names = dict.fromkeys(name for row in rows for name in row.products)
    return {key_of(name): name for name in names} or PRODUCT


def with_products(rows: Sequence[Candidate], products: Mapping[str, str]) -> None:
    """Let each row name the products that the list names for it; rows without any serve all of them."""
    for row in rows:
        keys = [key_of(name) for name in row.products if key_of(name) in products]
        row.cells["products"] = "; ".join(dict.fromkeys(keys)) or ALL


def policy_text(file: str, rows: Sequence[Candidate], taxonomy: Mapping[str, Category], day: date) -> str:
    """The policy as TOML. `taxonomy` are the built-in categories of data; on the day the EEA has its members."""
    found = _categories(rows, taxonomy)
    top = [key for key in taxonomy if "." not in key]
    why = "what the list names" if found else "nothing narrower is known: take out what it does not hold"
    data = ", ".join(map(toml_text, found or top))
    tables = [
        *_named("products", products_of(rows)),
        *_regions(rows, countries("EEA", day)),
        *_named("services", _services(rows)),
        *_named("conditions", {row.cells["condition"]: row.condition for row in rows if row.condition}),
        *_named("data_subjects", {"customers": "Customers"}),
        SYSTEM.format(data=data, why=why),
    ]
    return "\n".join([HEAD.format(file=file.replace("\n", " ")), *tables])


def _categories(rows: Sequence[Candidate], taxonomy: Mapping[str, Category]) -> list[str]:
    """Categories that the rows have, or whose name stands in what the list says of data."""
    filled = {key for row in rows for key in row.cells.get("data", "").split("; ")}
    said = " ".join(f" {fold(row.data)} " for row in rows)
    named = {key for key, one in taxonomy.items() if any(fold(name) in said for name in one.name.values() if name)}
    return [key for key in taxonomy if key in filled | named]


def _services(rows: Sequence[Candidate]) -> dict[str, str]:
    keys = sorted({row.cells["service"] for row in rows}, key=lambda key: (key == OTHER, key))
    return {key: name_of(key) for key in keys}


def _regions(rows: Sequence[Candidate], eea: Collection[str]) -> Iterator[str]:
    codes = {code for row in rows for code in where(row.cells.get("region", "")).region.codes}
    occurs = {"eu": not codes.isdisjoint({"EEA", "EU", *eea}), "us": "US" in codes}
    for key, (name, place) in REGIONS.items():
        if occurs[key]:
            yield f"[zones.{key}]\nname = {toml_text(name)}\nplaces = [{toml_text(place)}]\n"


def _named(table: str, entries: Mapping[str, str]) -> Iterator[str]:
    return (f"[{table}.{key}]\nname = {toml_text(name)}\n" for key, name in entries.items())
