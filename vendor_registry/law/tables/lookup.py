"""Rows of the tables by what they are asked for."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import (
    Adequacy,
    Article,
    Condition,
    GovernmentAccess,
    Mechanism,
    Membership,
    Remark,
)
from vendor_registry.law.tables.zones import AREAS_OF_REGIME

_STATE_OF_TERRITORY = {  # as the lists of the UK and of Switzerland name them: TFEU Art. 355(1), (4)
    "AX": "FI",
    "GF": "FR",
    "GP": "FR",
    "MF": "FR",
    "MQ": "FR",
    "RE": "FR",
    "YT": "FR",
}


def area_of(country: str, areas: Iterable[str], day: date) -> Membership | None:
    """The row that puts a country into one of several areas on a day; the earlier area wins."""
    rows = [row for row in _membership().get(country, ()) if row.holds(day)]
    return next((row for area in areas for row in rows if row.area == area), None)


def decisions(regime: str, country: str) -> tuple[Adequacy, ...]:
    """All adequacy decisions of a regime on a country, whatever their days; the latest first."""
    state = country if regime == "eu" else _STATE_OF_TERRITORY.get(country, country)
    return _decisions().get((regime, state), ())


def condition(name: str) -> Condition:
    return _conditions()[name]


def mechanism(name: str, regime: str) -> Mechanism | None:
    return _mechanisms().get((name, regime))


def clauses(regime: str) -> tuple[Mechanism, ...]:
    """The rows of standard clauses of a regime, in the order of the table."""
    return of_basis(regime, "scc")


def of_basis(regime: str, basis: str) -> tuple[Mechanism, ...]:
    """The instruments of a kind under a regime, in the order of the table."""
    return tuple(row for row in tables().mechanisms if row.regime == regime and row.basis == basis)


def as_old_as_its_law(row: Mechanism) -> bool:
    """Whether a row begins with the act it stands in and took over what stood under the act before (BCR, exceptions).

    Before that day there is no row, but there was such a thing.
    """
    rules = (rule for area in AREAS_OF_REGIME[row.regime] for rule in _articles().get((area, "general"), ()))
    return row.old_law != "" and row.valid_from in {rule.valid_from for rule in rules}


def first_day(instrument: str) -> date | None:
    """The day before which nobody can have signed an instrument; None where that is not known."""
    rows = [row for row in tables().mechanisms if row.id == instrument]
    if any(as_old_as_its_law(row) for row in rows):
        return None
    return min((row.valid_from for row in rows if row.valid_from), default=None)


def article(regime: str, area: str, subject: str, day: date) -> Article | None:
    """The provision on a subject in an area of law on a day; without an area, in that of the regime."""
    areas = (area,) if area else AREAS_OF_REGIME[regime]
    return next((row for one in areas for row in _articles().get((one, subject), ()) if row.holds(day)), None)


def statutes(country: str) -> tuple[GovernmentAccess, ...]:
    return tuple(row for row in tables().government_access if row.country == country)


def remarks(applies_to: str, regime: str, exporter: str, day: date) -> tuple[Remark, ...]:
    """What a reader should know of a ground or of an importer's country on a day."""
    return tuple(
        row
        for row in _remarks().get(applies_to, ())
        if row.holds(day) and row.regime in {"", regime} and (not row.exporters or exporter in row.exporters)
    )


@cache
def _membership() -> dict[str, tuple[Membership, ...]]:
    codes = sorted({row.country for row in tables().membership})
    return {code: tuple(row for row in tables().membership if row.country == code) for code in codes}


@cache
def _decisions() -> dict[tuple[str, str], tuple[Adequacy, ...]]:
    found: dict[tuple[str, str], list[Adequacy]] = {}
    for row in sorted(tables().adequacy, key=lambda row: row.valid_from or date.min, reverse=True):
        found.setdefault((row.regime, row.country), []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def _conditions() -> dict[str, Condition]:
    return {row.id: row for row in tables().conditions}


@cache
def _mechanisms() -> dict[tuple[str, str], Mechanism]:
    return {(row.id, row.regime): row for row in tables().mechanisms}


@cache
def _articles() -> dict[tuple[str, str], list[Article]]:
    found: dict[tuple[str, str], list[Article]] = {}
    for row in tables().articles:
        found.setdefault((row.area, row.subject), []).append(row)
    return found


@cache
def _remarks() -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for row in tables().remarks:
        found.setdefault(row.applies_to, []).append(row)
    return found
