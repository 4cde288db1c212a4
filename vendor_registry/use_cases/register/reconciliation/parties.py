"""Who is in the register, or in a list that takes its place, by every name that they go by."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.intake.catalogue.signs import Names, domain_of
from vendor_registry.intake.inventories.sighting import KnownNames
from vendor_registry.intake.lists.words.names import without_marks
from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import UNKNOWN_REGION, Region
from vendor_registry.model.text.origin import Cell

_A_DOMAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """One vendor."""

    vendor: str
    names: tuple[str, ...]  # that the register itself gives it: published, legal
    former: tuple[str, ...] = ()
    region: Region  # of all its engagements; unknown where one of them is
    access_from: Region = UNKNOWN_REGION
    cell: Cell
    running: bool = True  # whether an engagement that is meant is in force on the day
    note: str = ""  # why none is
    begins: date | None = None  # the first day of one that is to come, where none is in force


def of_register(case: Case, meant: Collection[str] | None = None) -> tuple[Party, ...]:
    """The vendors of a register, those too whose engagements are over or to come, or are not meant.

    `meant`: keys of the engagements in force that the list is about; None: all.
    """
    return tuple(_party(vendor, rows, case, meant) for vendor, rows in case.registry.by_vendor.items())


def of_inventory(inventory: Inventory) -> tuple[Party, ...]:
    """The third parties of a list."""
    by_name: dict[str, list[Mention]] = {}
    for one in inventory.mentions:
        if not one.own:
            by_name.setdefault(one.written, []).append(one)
    return tuple(_listed(written, some) for written, some in by_name.items())


def known(case: Case | None, own: Iterable[str]) -> KnownNames:
    """What the register knows before a list is read. `own`: further domains of ours."""
    domains = [domain for one in own if (domain := domain_of(f"//{one}"))]
    if case is None:
        return KnownNames(own=tuple(domains))
    company = case.policy.company
    contacts = [company.contact, company.dpo]
    domains += [text.rpartition("@")[2] for line in contacts for text in line.split() if "@" in text]
    domains += [domain_of(company.website)] if company.website else []
    ours = (company.name, company.legal_name, *(one.legal_name for one in case.policy.entities.values()))
    rows = case.registry.engagements
    names = [name for one in rows for name in (one.vendor, one.legal_name, *one.formerly) if name]
    return KnownNames(
        domains=_domains(rows),
        own=tuple(dict.fromkeys(one.strip("<>()[],;.").casefold() for one in domains if one)),
        own_names=tuple(name for name in ours if name),
        names=tuple(dict.fromkeys((*names, *map(without_marks, names)))),
    )


def _domains(rows: Iterable[Engagement]) -> Mapping[str, Names]:
    """The domains of addresses in the register, and names that are domains themselves (`Split.io`); one that two
    vendors share tells neither."""
    found: dict[str, set[str]] = {}
    for one in rows:
        for address in (one.dpa_url, one.subprocessors_url):
            if domain := domain_of(address):
                found.setdefault(domain, set()).add(one.vendor)
        for name in filter(_A_DOMAIN.fullmatch, (one.vendor, *one.formerly)):
            found.setdefault(name.casefold(), set()).add(one.vendor)
    return {domain: tuple(vendors) for domain, vendors in found.items() if len(vendors) == 1}


def _party(vendor: str, rows: tuple[Engagement, ...], case: Case, meant: Collection[str] | None) -> Party:
    running = [one for one in rows if one.in_force(case.as_of) and (meant is None or one.key in meant)]
    part = [one for one in rows if one in running or not one.in_force(case.as_of)]  # a selector means who is in force
    some = running or rows
    begins = min((one.since for one in part if one.since and one.since > case.as_of), default=None)
    named = (vendor, *(one.legal_name for one in rows))
    return Party(
        vendor=vendor,
        names=tuple(dict.fromkeys(name for name in named if name)),
        former=tuple(dict.fromkeys(name for one in rows for name in one.formerly)),
        region=UNKNOWN_REGION if any(one.region.unknown for one in some) else _together(one.region for one in some),
        access_from=_together(one.access_from for one in some),
        cell=some[0].cell("region"),
        running=bool(running),
        note="" if running else _why_not(part, begins),
        begins=None if running else begins,
    )


def _why_not(part: Collection[Engagement], begins: date | None) -> str:
    if not part:
        return "its row does not belong to the part that --only names"
    ended = [one.until for one in part if one.until]
    return f"its row is in force from {begins}" if begins else f"its row was in force until {max(ended)}"


def _listed(written: str, some: list[Mention]) -> Party:
    file, _, line = some[0].place.rpartition(":")
    return Party(
        vendor=written,
        names=tuple(dict.fromkeys(name for one in some for name in one.names)),
        region=UNKNOWN_REGION if any(one.region.unknown for one in some) else _together(one.region for one in some),
        cell=Cell(file, int(line)) if line.isdecimal() else Cell(some[0].place, 0),
    )


def _together(regions: Iterable[Region]) -> Region:
    return Region(tuple(dict.fromkeys(place for region in regions for place in region.places)))
