"""From when to when something is so."""

from dataclasses import dataclass
from datetime import date


def within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day lies between two others, both inclusive; a blank one is no bound."""
    return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from a first to a last one, both inclusive; a blank date is no bound."""

    since: date | None = None
    until: date | None = None

    @property
    def first(self) -> date:
        return self.since or date.min

    @property
    def last(self) -> date:
        return self.until or date.max

    def overlaps(self, other: "Period") -> bool:
        """Whether there is a day in both."""
        return self.first <= other.last and other.first <= self.last
