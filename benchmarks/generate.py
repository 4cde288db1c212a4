"""A made-up register of any size: `python benchmarks/generate.py 10000 DIRECTORY` writes vendors.csv and policy.toml.

Shaped like large registers are: a few hubs that everybody engages and a long tail (preferential attachment), chains of
fourth parties, rings of partners that hand data back, ten data regions, sixteen categories in four groups, of which
less and less is handed on. The regions are kept apart but for a fixed number of strays and leaks, however large the
register: what is measured is looking, not printing. The same arguments give the same bytes.
"""

import argparse
import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

ZONES = {
    "eu-central": ("DE", "AT"), "eu-west": ("FR", "BE"), "eu-north": ("SE", "FI"), "eu-south": ("IT", "ES"),
    "uk": ("GB",), "ch": ("CH",), "us": ("US",), "ca": ("CA",), "jp": ("JP",), "br": ("BR",),
}  # fmt: skip
GROUPS = {
    "content": ("subject", "body", "recipients"),
    "contact": ("email", "name", "address"),
    "payment": ("card", "mandate", "invoice"),
    "usage": ("log", "device", "location"),
}
SERVICES = ("hosting", "support", "delivery", "marketing")
SYSTEMS = {
    "platform": ("content.subject", "content.body", "content.recipients", "contact", "usage"),
    "accounts": ("contact", "payment.card", "payment.mandate", "payment.invoice", "usage.log"),
    "site": ("contact.email", "contact.name", "content", "usage.device", "usage.location"),
}
COLUMNS = (
    "key vendor legal_name address contact country role service purpose products zone engaged_by receives_from "
    "data_subjects data region mechanism since notified retention source"
).split()
STRAYS = 15  # rows that process outside their region
LEAKS = 10  # rows that get data of another region


@dataclass
class Row:
    """What of an engagement is drawn; the rest follows from its number."""

    number: int
    zone: str
    region: str
    engaged_by: list[str]
    data: tuple[str, ...]
    feeds: list[str] = field(default_factory=list)  # who hands data back to it

    @property
    def key(self) -> str:
        return f"v{self.number:07}"


def rows(size: int, seed: int) -> list[Row]:
    dice = random.Random(seed)
    hubs: dict[str, list[Row]] = {zone: [] for zone in ZONES}  # each row as often as it is engaged, and once more
    zones = [dice.choice(list(ZONES)) for _ in range(-(-size // 3))]  # three rows in a row belong to one vendor
    found = [_row(dice, number, zones[number // 3], hubs) for number in range(size)]
    for row in found[20 :: max(1, size // STRAYS)]:
        row.region = ZONES[_other(dice, row.zone)][0]
    for row in found[-LEAKS:]:
        if others := hubs[_other(dice, row.zone)]:  # in a small register a region may have no row
            other = dice.choice(others)
            row.engaged_by, row.data = [other.key], other.data
    return found


def _row(dice: random.Random, number: int, zone: str, hubs: dict[str, list[Row]]) -> Row:
    known = hubs[zone]
    region = dice.choice(ZONES[zone])
    if len(known) < 5 or dice.random() < 0.2:
        row = Row(number, zone, region, [], _some(dice, SYSTEMS[dice.choice(list(SYSTEMS))]))
    else:
        count = dice.choices((1, 2, 3, 4), (3, 3, 2, 2))[0]
        parents = {parent.key: parent for parent in (*dice.choices(known, k=count - 1), _last_or_any(dice, known))}
        parents = _with_something_in_common(list(parents.values()))
        row = Row(number, zone, region, sorted(parents), _some(dice, _common(parents.values())))
        if dice.random() < 0.02:
            _hand_back(row, dice.choice(list(parents.values())))
        known.extend(parents.values())
    known.append(row)
    return row


def _with_something_in_common(parents: list[Row]) -> dict[str, Row]:
    """As many of these parents, in order, as have some data in common."""
    while not _common(parents):
        parents = parents[:-1]
    return {parent.key: parent for parent in parents}


def _common(parents: Iterable[Row]) -> tuple[str, ...]:
    """What all of them can hand on: a row says what it gets, whoever of them gives it."""
    first, *others = parents
    return tuple(category for category in first.data if all(_has(parent, category) for parent in others))


def _has(row: Row, category: str) -> bool:
    return category in row.data or category.split(".")[0] in row.data


def _last_or_any(dice: random.Random, known: list[Row]) -> Row:
    """Half of the rows continue the chain that the last one of their region ended."""
    return known[-1] if dice.random() < 0.5 else dice.choice(known)


def _hand_back(giver: Row, taker: Row) -> None:
    """A ring: a row that gets all its parent gets hands it back."""
    if set(giver.data) >= set(taker.data):
        taker.feeds.append(giver.key)


def _some(dice: random.Random, data: tuple[str, ...]) -> tuple[str, ...]:
    """Most of these categories; now and then only a part of one."""
    kept = [category for category in data if dice.random() < 0.97] or [data[0]]
    return tuple(sorted({_part(dice, category) if dice.random() < 0.05 else category for category in kept}))


def _part(dice: random.Random, category: str) -> str:
    return f"{category}.{dice.choice(GROUPS[category])}" if category in GROUPS else category


def _other(dice: random.Random, zone: str) -> str:
    return dice.choice([other for other in ZONES if other != zone])


def cells(row: Row) -> Iterator[str]:
    """One text for each column."""
    vendor = row.number // 3
    payment = any(category.startswith("payment") for category in row.data)
    receives = _systems(row) if not row.engaged_by else row.engaged_by
    yield from (row.key, f"Vendor {vendor}", f"Vendor {vendor} Ltd", f"{vendor} Market Street, Springfield")
    yield f"Ada Example, privacy officer, privacy@vendor{vendor}.example"
    yield from (ZONES[row.zone][0], "sub-processor")
    yield SERVICES[row.number % 3 if payment else row.number % 4]
    yield "Storing and processing messages and what is needed to deliver and to bill them"
    yield from ("mail", row.zone, "; ".join(row.engaged_by), "; ".join(sorted({*receives, *row.feeds})))
    yield from ("customers", "; ".join(row.data), row.region, "", "2022-03-01", "2022-01-15")
    yield from ("30 days after the end of the contract", "contract of 2022-03-01")


def _systems(row: Row) -> list[str]:
    groups = {category.split(".")[0] for category in row.data}
    holding = {name: {category.split(".")[0] for category in given} for name, given in SYSTEMS.items()}
    return [f"{name}-{row.zone}" for name, held in holding.items() if groups <= held]


def policy(rules: int) -> Iterator[str]:
    yield '[company]\nname = "Acme Mail"\nlegal_name = "Acme Mail GmbH"\ncountry = "DE"'
    yield 'address = "2 High Road, Berlin"\ncontact = "privacy@acme.example"\n\n[products.mail]\nname = "Mail"\n'
    yield '[data_subjects.customers]\nname = "Customers"\n'
    for zone, countries in ZONES.items():
        yield f'[zones.{zone}]\nname = "{zone}"\nplaces = {list(countries)}\n'
        yield f'[entities.{zone}]\nlegal_name = "Acme Mail {zone}"\ncountry = "{countries[0]}"\n'
    for service in SERVICES:
        yield f'[services.{service}]\nname = "{service}"\n'
    for group, parts in GROUPS.items():
        for category in (group, *(f"{group}.{part}" for part in parts)):
            yield f'[data."{category}"]\nname = "{category}"\n'
    for zone, countries in ZONES.items():
        for name, data in SYSTEMS.items():
            yield f'[systems.{name}-{zone}]\nname = "{name} {zone}"\nproducts = ["mail"]\nzone = "{zone}"'
            yield f'operator = "{zone}"\nregion = "{countries[0]}"'
            yield f'data_subjects = ["customers"]\ndata = {list(data)}\n'
    yield from _rules(rules)


def _rules(count: int) -> Iterator[str]:
    """One in ten forbids, one asks for filled cells, one for what ends soon; all others keep two regions apart."""
    pairs = list(combinations(ZONES, 2))
    categories = [f"{group}.{part}" for group, parts in GROUPS.items() for part in parts] + list(GROUPS)
    for number in range(count):
        yield f'[[rules]]\nid = "rule-{number}"\nstatement = "Rule number {number} of the benchmark."'
        if number % 10 == 9:
            yield f'type = "forbid"\nto = "service:marketing"\ndata = ["payment.{GROUPS["payment"][number % 3]}"]\n'
        elif number == 8:
            yield 'type = "require"\nfilled = ["data", "region"]\nwhere = "service:marketing and zone:ch"\n'
        elif number == 18:
            yield 'type = "fresh"\nwithin_days = 30\n'
        else:
            data = sorted({categories[number % 16], categories[(number * 7) % 16]})
            yield f'type = "isolation"\nbetween = {list(pairs[number % len(pairs)])}\ndata = {data}\n'


def write(size: int, directory: Path, rules: int = 50, seed: int = 1) -> int:
    """Write both files; returns the number of flows between systems and vendors."""
    directory.mkdir(parents=True, exist_ok=True)
    found = rows(size, seed)
    with (directory / "vendors.csv").open("w", newline="", encoding="utf-8") as sheet:
        writer = csv.writer(sheet, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(tuple(cells(row)) for row in found)
    text = "\n".join(policy(rules)).replace("'", '"') + "\n"
    (directory / "policy.toml").write_text(text, encoding="utf-8")
    return sum(len(row.feeds) + len(row.engaged_by or _systems(row)) for row in found)


def _size(text: str) -> int:
    size = int(text)
    if size < 1:
        raise argparse.ArgumentTypeError("a register has at least one engagement")
    return size


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("engagements", type=_size)
    asked.add_argument("directory", type=Path)
    asked.add_argument("--rules", type=int, default=50)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    flows = write(given.engagements, given.directory, given.rules, given.seed)
    print(f"{given.engagements} engagements, {flows} flows, {given.rules} rules in {given.directory}")


if __name__ == "__main__":
    main()
