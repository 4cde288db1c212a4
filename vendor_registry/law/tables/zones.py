"""Which countries a jurisdiction means on a day, and which regimes bind an exporter there."""

from datetime import date
from functools import lru_cache

from vendor_registry.law.tables.read import tables

ZONES: tuple[str, ...] = ("EEA", "EU", "UK", "CH")

_AREAS_OF_ZONE = {"EEA": ("EU", "EEA"), "EU": ("EU",)}
_COUNTRY_OF_ZONE = {"UK": "GB", "CH": "CH"}  # one country each, whatever its law was called on the day

AREAS_OF_REGIME = {"eu": ("GDPR", "GDPR_TRANSITION", "DPD"), "uk": ("UK",), "ch": ("CH", "CH_OLD")}
REGIMES: tuple[str, ...] = tuple(AREAS_OF_REGIME)


@lru_cache(maxsize=4096)
def countries(zone: str, day: date) -> frozenset[str]:
    """The ISO codes of the countries and territories of a jurisdiction zone on a day.

    EEA is the EU and the EEA EFTA States. Territories in which the Treaties apply (AX, GF, GP, MQ, RE, YT, MF)
    are in; Crown dependencies and Gibraltar are not in the UK. Raises KeyError for anything not in ZONES.
    """
    if zone in _COUNTRY_OF_ZONE:
        return frozenset({_COUNTRY_OF_ZONE[zone]})
    areas = _AREAS_OF_ZONE[zone]
    return frozenset(row.country for row in tables().membership if row.area in areas and row.holds(day))


@lru_cache(maxsize=4096)
def in_force(day: date) -> tuple[str, ...]:
    """The regimes that bind anybody on a day."""
    areas = {row.area for row in tables().membership if row.holds(day)}
    return tuple(regime for regime, of_regime in AREAS_OF_REGIME.items() if not areas.isdisjoint(of_regime))


@lru_cache(maxsize=4096)
def regimes(country: str, day: date) -> tuple[str, ...]:
    """The regimes of transfer law, out of eu, uk and ch, that bind an exporter in a country on a day.

    None: the country's own law, if any, is not in the tables. Until the end of 2020 an exporter in GB was under
    the regime of the EU (Withdrawal Agreement Art. 127).
    """
    areas = {row.area for row in tables().membership if row.country == country and row.holds(day)}
    return tuple(regime for regime, of_regime in AREAS_OF_REGIME.items() if not areas.isdisjoint(of_regime))


@lru_cache(maxsize=4096)
def unsettled(country: str, day: date) -> bool:
    """Whether it is open that the law of the Union applies in a territory on a day: French overseas countries."""
    return any(row.unsettled and row.country == country and row.holds(day) for row in tables().membership)
