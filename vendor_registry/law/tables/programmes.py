"""Programmes under which importers are certified: Safe Harbour, Privacy Shield, Data Privacy Framework and kin."""

from datetime import date
from functools import cache

from vendor_registry.law.tables.read import tables


@cache
def programmes() -> frozenset[str]:
    """The instruments that name a programme."""
    return frozenset(row.programme for row in tables().conditions if row.programme)


def programme_of(regime: str, day: date) -> str:
    """The programme a regime relies on, on a day; "" where there is none."""
    asked_for = {row.id: row.programme for row in tables().conditions}
    relied_on = (asked_for[row.condition] for row in tables().adequacy if row.regime == regime and row.holds(day))
    return next(filter(None, relied_on), "")
