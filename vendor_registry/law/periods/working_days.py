"""Working days: all days but public holidays, Sundays and Saturdays (Regulation 1182/71, Article 2(2))."""

from datetime import date, timedelta
from functools import cache
from importlib import import_module

_HOLIDAYS = "vendor_registry.law.periods.public_holidays"  # loaded only where a day is counted: it takes long
_SATURDAY = 5  # of date.weekday(); Sunday follows


def is_working(day: date, country: str) -> bool:
    """Whether people work on a day in a country; "" for a country nobody knows: weekends only."""
    return day.weekday() < _SATURDAY and day not in _holidays(country, day.year)


def from_day_on(day: date, country: str) -> date:
    """The day itself where it is a working day, else the next one that is (Article 3(4))."""
    while not is_working(day, country) and day < date.max:
        day = moved(day, 1)
    return day


def after(day: date, count: int, country: str) -> date:
    """The working day that comes as the `count`-th after a day; the day itself for none."""
    while count > 0 and day < date.max:
        day = moved(day, 1)
        count -= is_working(day, country)
    return day


def moved(day: date, days: int) -> date:
    """So many days later, or earlier; never beyond the first or last day there is."""
    later, earlier = (date.max - day).days, (date.min - day).days
    return day + timedelta(days=min(max(days, earlier), later))


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    found: frozenset[date] = import_module(_HOLIDAYS).holidays_of(country, year) if country else frozenset()
    return found
