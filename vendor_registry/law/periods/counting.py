"""Until when a customer may object, and from when a change may take effect.

Regulation (EEC, Euratom) No 1182/71, Article 3, which counts the periods of acts of the Council and the Commission, so
those of the standard contractual clauses (Decisions 2021/914 and 2021/915); contracts mean nothing else by default:

- (1) the day of the event is not counted; (2)(b) a period begins with the first hour of its first day, and ends with
  the last hour of its last day;
- (3) holidays, Sundays and Saturdays count, unless the period is expressed in working days;
- (4) where the last day is no working day, the period ends with the next working day, except for periods that are
  counted back from a day;
- (5) a period of two days or more has at least two working days in it.

The day of sending is an event, and so is the day of the change: between them lie all the days of the notice, whole.
That is also what "at least" and "not less than" so many days mean to common lawyers: clear days.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from vendor_registry.law.periods.terms import Terms
from vendor_registry.law.periods.working_days import after, from_day_on, moved
from vendor_registry.model.register.customer import Days

_AT_LEAST = 2  # working days in every period of as many days or more


class Deadlines(NamedTuple):
    """What follows from the day on which a notice was sent."""

    sent: date
    object_until: date  # last day, to its last hour; always a working day
    earliest_effective: date  # first day on which the change may take effect


@lru_cache(maxsize=4096)
def deadlines(terms: Terms, sent: date) -> Deadlines:
    """The last day to object, and the first on which the change may take effect: when the notice has run, and nobody
    can object any more."""
    noticed = _last_day(sent, terms.notice_days, terms.notice_in, terms.country)
    objected = noticed
    if terms.objection_days:
        objected = _last_day(sent, terms.objection_days, terms.objection_in, terms.country)
    until = from_day_on(objected, terms.country)
    return Deadlines(sent, until, moved(max(noticed, until), 1))


def object_until(terms: Terms, sent: date) -> date:
    """The last day on which an objection is in time."""
    return deadlines(terms, sent).object_until


def earliest_effective(terms: Terms, sent: date) -> date:
    """The first day on which a change may take effect that was told on a day."""
    return deadlines(terms, sent).earliest_effective


@lru_cache(maxsize=4096)
def last_day_to_send(terms: Terms, effective: date) -> date:
    """The last day on which a notice is in time for a change that takes effect on a day.

    Counted back from it, so nothing moves to a later day: a notice in time is one from which the change is not early.
    """
    sent = moved(effective, -terms.longest - 1)
    while deadlines(terms, sent).earliest_effective > effective and sent > date.min:
        sent = moved(sent, -1)
    return sent


def _last_day(event: date, days: int, counted_in: Days, country: str) -> date:
    """The last day of a period as it is counted, before Article 3(4) moves it; the event's own day for no days."""
    end = after(event, days, country) if counted_in == "business" else moved(event, days)
    return max(end, after(event, _AT_LEAST, country)) if days >= _AT_LEAST else end
