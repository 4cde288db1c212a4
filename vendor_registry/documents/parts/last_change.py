"""When a list of sub-processors last became another, as its dates and what was published tell it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from vendor_registry.case.case import Case
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import listed
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.registry import Registry

_A_DAY = timedelta(days=1)


def last_change(case: Case, scope: Scope) -> date | None:
    """The newest day, not after the case's, on which the list became another, or was published as another; None:
    nobody can tell.

    A last day changes the list on the day after it. Of an excerpt, the whole list it is taken from counts.
    """
    whole = Scope(products=scope.products, zone=scope.zone)
    days = (_by_dates(case, whole), _published(case, whole))
    return max((day for day in days if day), default=None)


def _by_dates(case: Case, whole: Scope) -> date | None:
    ours = _of(case.registry.engagements, whole)
    first = {one.since for one in ours if one.since and date.min < one.since <= case.as_of}
    after = {one.until + _A_DAY for one in ours if one.until and one.until < case.as_of}
    newest_first = sorted(first | after, reverse=True)
    return next((day for day in newest_first if _on(ours, day, whole) != _on(ours, day - _A_DAY, whole)), None)


def _published(case: Case, whole: Scope) -> date | None:
    """The day of the newest published list that says something else than the one before, or is the first."""
    newer: Published | None = None
    for revision in case.revisions() if case.revisions else ():
        if revision.counts_from > case.as_of:
            continue
        if newer and _said(newer.registry, newer.counts_from, whole) != _said(
            revision.registry, newer.counts_from, whole
        ):
            break
        newer = revision
    return newer.counts_from if newer else None


def _said(registry: Registry, day: date, scope: Scope) -> frozenset[Engagement]:
    """The entries of the list in all they say, wherever their rows stand."""
    entries = listed(_of(registry.engagements, scope), day, scope)
    return frozenset(replace(one, file="", line=0) for entry in entries for one in entry.engagements)


def _of(engagements: Iterable[Engagement], scope: Scope) -> list[Engagement]:
    return [one for one in engagements if one.role is Role.SUB_PROCESSOR and not scope.outside(one)]


def _on(engagements: list[Engagement], day: date, scope: Scope) -> frozenset[str]:
    return frozenset(one.key for entry in listed(engagements, day, scope) for one in entry.engagements)
