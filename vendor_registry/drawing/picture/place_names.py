"""The jurisdiction of a place."""

from datetime import date

from vendor_registry.law.tables.zones import countries


def jurisdiction(code: str, day: date) -> str:
    """EEA for itself, the EU and its members on the day; any other country is its own."""
    if code in ("EEA", "EU") or code in countries("EEA", day):
        return "EEA"
    return code
