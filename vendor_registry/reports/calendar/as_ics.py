"""The calendar as iCalendar (RFC 5545): one event of a whole day for each entry.

The same entry keeps its UID when its day changes, so that a calendar that reads the file again moves the event.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vendor_registry.model.ledger.due import Due
from vendor_registry.model.text.visible import visible

_OCTETS = 75  # in a line, the break not counted (section 3.1)


def as_ics(entries: Sequence[Due], as_of: date) -> str:
    """The file; `as_of` is the day on which the register was looked at, and stands as time stamp in every event."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vendors//calendar//EN", "CALSCALE:GREGORIAN"]
    for one in entries:
        lines += _event(one, as_of)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(one: Due, as_of: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(one)}"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(one.day)}"
    if one.day < date.max:
        yield f"DTEND;VALUE=DATE:{_basic(one.day + timedelta(days=1))}"  # the first day that is not in it
    yield f"SUMMARY:{_text(f'{one.what}: {one.whose}')}"
    yield f"DESCRIPTION:{_text(one.do)}\\n{_text(one.where)}"
    yield f"CATEGORIES:{_text(str(one.kind))}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy for it
    yield "END:VEVENT"


def _uid(one: Due) -> str:
    told = "\x1f".join((one.kind, *one.identity)).encode()
    return f"{hashlib.sha256(told).hexdigest()[:32]}@vendors"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """A value of type TEXT (section 3.3.11); what steers a terminal is written out, so no line can be broken in."""
    escaped = visible(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of 75 octets at most, each but the first behind a blank; no character is cut."""
    part = ""
    for character in line:
        if len((part + character).encode()) > _OCTETS:
            yield part
            part = " "
        part += character
    yield part
