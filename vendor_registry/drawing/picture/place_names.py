"""Countries and jurisdictions in words for people."""

from datetime import date

from babel import Locale

from vendor_registry.law.tables.zones import countries
from vendor_registry.model.register.place import GLOBAL, Region

_NAMES = {"EEA": "European Economic Area", "EU": "European Union", "GB": "UK", "US": "USA", GLOBAL: "worldwide"}


def country_name(code: str) -> str:
    """The English name of a country or zone, or the code where it has none."""
    return _NAMES.get(code) or Locale.parse("en").territories.get(code, code)


def jurisdiction(code: str, day: date) -> str:
    """EEA for itself, the EU and its members on the day; any other country is its own."""
    if code in ("EEA", "EU") or code in countries("EEA", day):
        return "EEA"
    return code


def region_name(region: Region) -> str:
    """A region in words, without the details in brackets; "" where it is unknown."""
    return ", ".join(map(country_name, dict.fromkeys(region.codes)))
