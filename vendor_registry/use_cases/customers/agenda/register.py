"""Days that follow from the rows of the sheet, and from the waivers."""

from collections.abc import Iterator
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.law.periods.counting import last_day_to_send
from vendor_registry.law.tables.programmes import programmes
from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.rules.policy.fresh import End, Fresh, ends_of
from vendor_registry.rules.shared.announced import announced

_ENDS_ONLY = Fresh(within_days=0)


def of_register(case: Case) -> Iterator[Due]:
    """Starts, ends, certificates, and the last day to tell customers of a start."""
    told = announced(case)
    for row in case.registry.engagements:
        yield from _start(case, row, row.notified is not None or row.key in told)
        yield from (_end(row, end) for end in ends_of(case, row, _ENDS_ONLY))


def of_waivers(case: Case) -> Iterator[Due]:
    """The last day of each waiver."""
    for one in case.waivers:
        yield Due(
            day=one.expires,
            kind=DueKind.WAIVER_ENDS,
            what=f"last day of the waiver of {one.rule}",
            whose=_vendor(case, one.target),
            where=str(one.cell("expires")),
            do=f"Mend what it sets aside, or have it granted again by {one.approved_by or 'whoever decides'}.",
            identity=(one.rule, one.source, one.target, *one.data),
        )


def _start(case: Case, row: Engagement, told: bool) -> Iterator[Due]:
    if row.since is None:
        return
    sub_processor = row.role is Role.SUB_PROCESSOR
    yield Due(
        day=row.since,
        kind=DueKind.EFFECTIVE,
        what="first day in force",
        whose=f"{row.vendor} ({row.key})",
        where=str(row.cell("since")),
        do="Let it process from this day, not before; issue the annexes anew." if sub_processor else "Let it begin.",
        identity=(row.key,),
    )
    if sub_processor and not told and row.since > case.as_of:
        day, who = last_day_to_tell(case, row, row.since)
        yield Due(
            day=day,
            kind=DueKind.LAST_DAY_TO_TELL,
            what=f"last day to tell {who} before {row.since}",
            whose=f"{row.vendor} ({row.key})",
            where=str(row.cell("notified")),
            do="Send the notice and record it, or write its day into notified; or let it start later.",
            identity=(row.key,),
        )


def last_day_to_tell(case: Case, row: Engagement, effective: date) -> tuple[date, str]:
    """The day on which a notice is in time for everybody whom it concerns, and who has the longest terms."""
    concerned: list[Customer | None] = [None, *(one for one in case.customers if one.has(row))]
    days = [(last_day_to_send(terms(case.policy, one), effective), one.name if one else "") for one in concerned]
    day, who = min(days)
    return day, who or "customers"


def _end(row: Engagement, end: End) -> Due:
    if end.column == "until":
        kind, what = DueKind.ENGAGEMENT_ENDS, "last day in force"
    else:
        certified = any(one.until == end.day and one.instrument in programmes() for one in row.mechanism)
        kind = DueKind.CERTIFICATE_ENDS if certified else DueKind.MECHANISM_ENDS
        what = f"last day of {end.what.removesuffix(' for')}"
    return Due(
        day=end.day,
        kind=kind,
        what=what,
        whose=f"{row.vendor} ({row.key})",
        where=str(row.cell(end.column)),
        do=end.mend,
        identity=(row.key, end.column, *(() if end.column == "until" else (_instrument(row, end.day),))),
    )


def _instrument(row: Engagement, day: date) -> str:
    return "; ".join(f"{one.instrument} {one.module or ''}".strip() for one in row.mechanism if one.until == day)


def _vendor(case: Case, key: str) -> str:
    row = case.registry.by_key.get(key)
    return f"{row.vendor} ({key})" if row else key
