"""Periods in months, as the law counts them."""

import calendar
from datetime import date


def months_after(day: date, months: int) -> date:
    """The last day of a period that begins the day after `day`: the same day of a later month, or that month's last.

    Regulation (EEC, Euratom) No 1182/71, Art. 3(1) and (2)(c).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
