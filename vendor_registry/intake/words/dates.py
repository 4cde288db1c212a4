"""Dates: one form only, since 03/04/2024 is two days."""

import calendar
import re
from datetime import date, timedelta

from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.suggestions import did_you_mean

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})", re.ASCII)
YEAR_LAST = re.compile(r"(\d{1,2})([-/. ]) ?(\d{1,2})[-/. ] ?(\d{4})", re.ASCII)
SHORT_YEAR = re.compile(r"\d{1,2}([-/. ]) ?(?:\d{1,2}|[^\W\d_]{3,10})[-/. ] ?\d{2}")
SERIAL = re.compile(r"[2-6]\d{4}", re.ASCII)  # days since the end of 1899, as of 1954 to 2091
FIRST_DAY = date(1899, 12, 30)
TIMED = re.compile(r"(.*\d)(?:T| +)\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?", re.I)
YEARS = range(1900, 2200)  # outside, it is a slip of the pen, or stands for "for ever"

FORM = "Dates are written year-month-day, such as 2024-12-31."


def day(written: str) -> date:
    """A day of the calendar, written as in ISO 8601."""
    parts = ISO.fullmatch(written)
    if not parts and (timed := TIMED.fullmatch(written)):
        message = f"{quote(written)} holds a time of day, and elsewhere it may be another day"
        raise UnclearError(message, f"Write the day alone. {_meant(timed[1])}")
    if not parts:
        raise UnclearError(f"{quote(written)} is not a date", _meant(written))
    year, month, number = map(int, parts.groups())
    if year not in YEARS:
        hint = f"Years run from {YEARS[0]} to {YEARS[-1]}; leave the cell blank where there is no end."
        raise UnclearError(f"{quote(written)} is too far away to be meant", hint)
    if found := _day(year, month, number):
        return found
    raise UnclearError(f"{quote(written)} is not a day of the calendar", _why(year, month))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _why(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return f"There is no month {month}; {FORM[0].lower()}{FORM[1:]}"
    return f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days."


def _meant(written: str) -> str:
    """The hint for a date in another form. Which of two numbers is the month is told by the reader, not by us."""
    if parts := YEAR_FIRST.fullmatch(written):
        found = _day(int(parts[1]), int(parts[2]), int(parts[3]))
        return did_you_mean(str(found or ""), FORM)
    if parts := YEAR_LAST.fullmatch(written):
        first, mark, second, year = int(parts[1]), parts[2], int(parts[3]), int(parts[4])
        readings = [_day(year, second, first)]  # 31.12.2024
        if mark != ".":
            readings.append(_day(year, first, second))  # 12/31/2024
        return did_you_mean(" or ".join(sorted({str(reading) for reading in readings if reading})), FORM)
    if SHORT_YEAR.fullmatch(written):
        return f"Write all four digits of the year. {FORM}"
    if SERIAL.fullmatch(written) and (found := FIRST_DAY + timedelta(int(written))).year in YEARS:
        return did_you_mean(str(found), FORM)
    return FORM
