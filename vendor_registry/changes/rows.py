"""The changes of all engagements: what came, what went, and each cell that says something else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.changes import cells
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.columns import FIELDS, Columns
from vendor_registry.changes.mechanisms import grounds
from vendor_registry.changes.pairing import Pair, Pairing, pair
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.folding import folded

_SAID = attrgetter(*FIELDS)


def changes(before: Case, after: Case) -> tuple[Change, ...]:
    """Sorted by vendor, then by kind; what several engagements of a vendor share is said once.

    Both cases have the same policy and day, so that only what rows say makes a difference.
    """
    found = pair(before.registry, after.registry)
    columns = Columns(after.places, grounds(after, found.both), after.as_of)
    each = [
        *_coming(found, before, after),
        *_going(found, after),
        *(one for two in found.both for one in _cells(two, columns)),
    ]
    return tuple(sorted(_merged(each), key=Change.sort_key))


def _coming(found: Pairing, before: Case, after: Case) -> Iterator[Change]:
    known = {folded(one.vendor) for one in before.registry.engagements}
    known |= {folded(now.vendor) for _, now in found.both}
    for one in found.new:
        kind = Kind.REPLACED if one.replaces else Kind.EXTENDED if folded(one.vendor) in known else Kind.ADDED
        yield _whole(one, Kind.RECORD if _over(one, after) else kind)


def _going(found: Pairing, after: Case) -> Iterator[Change]:
    left = {folded(one.vendor) for one in after.registry.engagements}
    left |= {folded(then.vendor) for then, _ in found.both}
    for one in found.gone:
        kind = Kind.REDUCED if folded(one.vendor) in left else Kind.REMOVED
        yield _whole(one, Kind.RECORD if _over(one, after) else kind, gone=True)


def _over(one: Engagement, case: Case) -> bool:
    """Whether it had ended before the day: its row comes or goes to tidy up."""
    return one.until is not None and one.until < case.as_of


def _whole(one: Engagement, kind: Kind, gone: bool = False) -> Change:
    summary = ": ".join(filter(None, (one.service, one.purpose)))
    return Change(
        kind=kind,
        vendor=one.vendor,
        keys=(one.key,),
        before=summary if gone else "",
        after="" if gone else summary,
        translations=one.translations,
        role=one.role,
        effective=None if gone else one.since,
        cell=one.cell(),
    )


def _cells(two: Pair, columns: Columns) -> Iterator[Change]:
    then, now = two
    if then.key != now.key:
        yield _cell(two, Kind.KEY, "key")
    if _SAID(then) == _SAID(now):  # of most rows nothing changed
        return
    for field in FIELDS:
        kind = columns.kind(field, then, now)
        if kind:
            yield _cell(two, kind, field)


def _cell(two: Pair, kind: Kind, field: str) -> Change:
    then, now = two
    column = "purpose" if field == cells.TRANSLATIONS else field
    return Change(
        kind=kind,
        vendor=now.vendor,
        keys=(now.key,),
        column=column,
        before=cells.written(then, field),
        after=cells.written(now, field),
        role=now.role,
        effective=now.since if kind is Kind.EARLIER else None,
        cell=now.cell(column),
    )


def _merged(changes: Iterable[Change]) -> Iterator[Change]:
    """What differs in the key alone is one change; the first cell by key stands for all."""
    alike: dict[Change, list[Change]] = {}
    for one in sorted(changes, key=Change.sort_key):
        common = replace(one, keys=(), cell=replace(one.cell, line=0))
        alike.setdefault(common, []).append(one)
    for group in alike.values():
        yield replace(group[0], keys=tuple(sorted(one.keys[0] for one in group)))
