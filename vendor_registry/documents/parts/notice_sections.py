"""What a notice says of which vendor: its engagements of the customer, before and afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from vendor_registry.changes.change import ORDER, Change, Kind
from vendor_registry.changes.concerned import Concern
from vendor_registry.model.register.engagement import Engagement

Versions = Mapping[str, tuple[Engagement | None, Engagement | None]]  # by key: before and after


@dataclass(frozen=True, slots=True)
class Section:
    """One vendor of a notice."""

    vendor: str
    kinds: tuple[Kind, ...]
    before: tuple[Engagement, ...]  # that the customer had
    after: tuple[Engagement, ...]
    since: date | None  # the first day in force, where all of them are new


def sections(concern: Concern, versions: Versions) -> Iterator[Section]:
    """By vendor, as the changes are sorted. Whose place somebody takes is told beside its successor, not again."""
    by_vendor: dict[str, list[Change]] = {}
    for change in concern.changes:
        by_vendor.setdefault(change.vendor, []).append(change)
    successors = {change: _replaced(change, versions) for change in concern.changes if change.kind is Kind.REPLACED}
    told = {key for keys in successors.values() for key in keys}
    for vendor, changes in by_vendor.items():
        own = {key for change in changes for key in change.keys}
        if own <= told and all(change.kind in (Kind.REMOVED, Kind.REDUCED, Kind.TERM) for change in changes):
            continue
        yield _section(concern, vendor, changes, versions, {key for one in changes for key in successors.get(one, ())})


def _section(concern: Concern, vendor: str, changes: list[Change], versions: Versions, replaced: set[str]) -> Section:
    own = sorted({key for change in changes for key in change.keys})
    had = [versions[key][0] for key in [*own, *sorted(replaced.difference(own))] if key in versions]
    gets = [versions[key][1] for key in own if key in versions]
    days = [change.effective for change in changes]
    return Section(
        vendor,
        tuple(sorted({change.kind for change in changes}, key=ORDER.__getitem__)),
        tuple(one for one in had if one and concern.customer.has(one)),
        tuple(one for one in gets if one and concern.customer.has(one)),
        min(filter(None, days)) if all(days) else None,
    )


def _replaced(change: Change, versions: Versions) -> tuple[str, ...]:
    rows = [versions[key][1] for key in change.keys if key in versions]
    return tuple(sorted({key for row in rows if row for key in row.replaces if key in versions}))
