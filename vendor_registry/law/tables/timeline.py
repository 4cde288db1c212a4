"""The history of a country in the tables: what began, what ended, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vendor_registry.law.tables.lookup import condition
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import LATER_INVALID, ONWARD, Dated, Remark
from vendor_registry.law.tables.zones import AREAS_OF_REGIME

_REGIME_OF_AREA = {area: regime for regime, areas in AREAS_OF_REGIME.items() for area in areas} | {"EU_BRIDGE": "eu"}


@dataclass(frozen=True, order=True, slots=True)
class Event:
    """Something that is so from a day on; None: from before the tables begin."""

    day: date
    regime: str
    text: str
    ground: str
    unverified: bool


def timeline(country: str) -> tuple[Event, ...]:
    """What began and what ended for a country, in the order of days; the day of an end is the first day without it."""
    return tuple(sorted(set(_events(country))))


def _events(country: str) -> Iterator[Event]:
    for member in tables().membership:
        if member.country == country:
            regime = _REGIME_OF_AREA.get(member.area, "")
            yield from _both_ends(member, regime, f"{member.area} ({member.source})", member.ground)
    for decision in tables().adequacy:
        if decision.country == country and condition(decision.condition).kind != "ignored":
            title = f"adequacy: {decision.title}, {decision.scope}"
            yield from _both_ends(decision, decision.regime, title, decision.ground)
    for remark in tables().remarks:
        about = remark.applies_to == f"importer:{country}" or remark.applies_to in _grounds(country)
        if about and remark.code != ONWARD:
            yield from _told(remark)


def _grounds(country: str) -> set[str]:
    return {row.ground for row in tables().adequacy if row.country == country}


def _told(remark: Remark) -> Iterator[Event]:
    """A remark on the day from which it was known: what was found later, on the day after its decision fell."""
    text = f"remark  {remark.code}: {remark.text}"
    known = remark.valid_to + timedelta(1) if remark.code == LATER_INVALID and remark.valid_to else remark.valid_from
    yield Event(known or date.min, remark.regime, text, remark.applies_to, remark.unverified)


def _both_ends(row: Dated, regime: str, text: str, ground: str) -> Iterator[Event]:
    yield Event(row.valid_from or date.min, regime, f"begins  {text}", ground, row.unverified)
    if row.valid_to:
        yield Event(row.valid_to + timedelta(1), regime, f"ended   {text}", ground, row.unverified)
