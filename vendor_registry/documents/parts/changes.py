"""What an annex says of entries that stand for each other, and of those that are about to end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from vendor_registry.case.case import Case
from vendor_registry.documents.document import Block, Column, Heading, Paragraph, Row, Style, Table, line
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.selection import Selection
from vendor_registry.model.register.engagement import Engagement

_NEAR = timedelta(180)  # who leaves sooner is named in a section of its own
_WIDTHS = {"vendor": 40, "service": 40, "last_day": 20}


def alternatives(shown: Iterable[Engagement]) -> Mapping[str, Sequence[str]]:
    """For each engagement the vendors that are its alternatives, out of those that are shown; it goes both ways."""
    by_key = {one.key: one for one in shown}
    pairs = [(one.key, other) for one in by_key.values() for other in one.instead_of if other in by_key]
    found: dict[str, list[str]] = {}
    for key, other in sorted({*pairs, *((other, key) for key, other in pairs)}):
        found.setdefault(key, []).append(by_key[other].vendor)
    return found


def leaving(case: Case, selection: Selection, names: Names) -> Iterator[Block]:
    """The engagements in the table whose last day is near, by that day."""
    near = case.as_of + _NEAR
    ending = sorted(
        (one.until, one.vendor, one.key, one) for one in selection.engagements if one.until and one.until <= near
    )
    if not ending:
        return
    say = names.phrases.say
    yield Heading(say("annex.leaving"))
    yield Paragraph(line(say("annex.leaving_lead")))
    columns = tuple(Column(say(f"column.{key}"), width) for key, width in _WIDTHS.items())
    told = dict.fromkeys(
        (vendor, _company(case, one), names.services([one.service]), names.day(day)) for day, vendor, _, one in ending
    )
    yield Table(
        say("annex.leaving"),
        columns,
        tuple(
            Row(((line(vendor, Style.STRONG), *map(line, company)), (line(service),), (line(day),)))
            for vendor, company, service, day in told
        ),
    )


def _company(case: Case, leaving: Engagement) -> tuple[str, ...]:
    """The company that leaves, where another of the vendor stays or comes: its published name alone says too much."""
    last = leaving.period.last
    others = (one for one in case.registry.by_vendor[leaving.vendor] if one.period.last > last)
    differs = any(one.legal_name != leaving.legal_name for one in others)
    return (leaving.legal_name,) if differs and leaving.legal_name else ()
