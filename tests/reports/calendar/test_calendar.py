"""The calendar as JSON and as iCalendar, read back by the schema and by a real parser."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from icalendar import Calendar
from jsonschema import Draft202012Validator

from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.reports.calendar.as_ics import as_ics
from vendor_registry.reports.calendar.as_json import as_json
from vendor_registry.reports.calendar.as_text import as_text

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "calendar.schema.json").read_text(encoding="utf-8"))
DAY = date(2026, 11, 23)
ONE = Due(
    day=date(2026, 12, 31),
    kind=DueKind.ENGAGEMENT_ENDS,
    what="last day in force",
    whose="Müller, Söhne; Partner \\ Co\r\nEND:VEVENT",
    where="data/vendors.csv:7 [until]",
    do="Prolong it, or prepare its end, " + "größer als eine Zeile " * 9,
    identity=("mueller",),
)


def events(*entries: Due) -> list[dict[str, str]]:
    read = Calendar.from_ical(as_ics(entries, DAY))
    return [{str(name): str(value) for name, value in one.property_items()} for one in read.walk("VEVENT")]


def test_what_was_written_is_read_by_a_parser_word_for_word() -> None:
    [found] = events(ONE)
    assert found["SUMMARY"] == "last day in force: Müller, Söhne; Partner \\ Co  END:VEVENT"
    assert found["DESCRIPTION"] == f"{ONE.do}\n{ONE.where}"
    read = Calendar.from_ical(as_ics((ONE,), DAY))
    [event] = read.walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event.decoded("dtstamp").isoformat() == "2026-11-23T00:00:00+00:00"
    assert not [one.errors for one in read.walk() if one.errors]


def test_lines_are_short_and_end_as_the_format_asks() -> None:
    """RFC 5545, section 3.1: 75 octets, CRLF; no character of several octets is cut."""
    raw = as_ics((ONE,), DAY).encode()
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(line.decode() is not None for line in lines)


def test_an_entry_keeps_its_identity_when_day_line_and_words_change() -> None:
    later = replace(ONE, day=date(2027, 6, 30), where="data/vendors.csv:9 [until]", do="Something else.")
    other = replace(ONE, identity=("meier",))
    [first], [moved], [another] = events(ONE), events(later), events(other)
    assert first["UID"] == moved["UID"] != another["UID"]


def test_the_last_day_there_is_has_no_day_after() -> None:
    [found] = events(replace(ONE, day=date.max))
    assert "DTEND" not in found


def test_an_empty_calendar_is_one() -> None:
    assert not Calendar.from_ical(as_ics((), DAY)).walk("VEVENT")
    assert as_text((), "2026-11-23", "2026-12-31").startswith("Nothing ends, falls due or takes effect")


def test_the_json_is_as_the_schema_says() -> None:
    told = json.loads(as_json((ONE,), "2026-11-23", "2026-12-31"))
    Draft202012Validator(SCHEMA).validate(told)
    assert told["entries"][0]["kind"] == "engagement-ends"
    kinds = SCHEMA["properties"]["entries"]["items"]["properties"]["kind"]["enum"]
    assert kinds == [str(kind) for kind in DueKind]


def test_the_text_shows_nothing_that_steers_a_terminal() -> None:
    assert (
        as_text((replace(ONE, whose="Evil\x1b[2J"),), "", "")
        .splitlines()[0]
        .endswith("last day in force: Evil\\x1b[2J  (data/vendors.csv:7 [until])")
    )
