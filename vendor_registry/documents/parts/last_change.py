"""When a list of sub-processors last became another, as its dates tell it."""

from datetime import date, timedelta

from vendor_registry.case.case import Case
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import listed
from vendor_registry.model.engagement import Engagement, Role

_A_DAY = timedelta(days=1)


def last_change(case: Case, scope: Scope) -> date | None:
    """The newest day, not after the case's, on which the list was not that of the day before; None: no date tells.

    A last day changes the list on the day after it. Of an excerpt, the whole list it is taken from counts.
    """
    whole = Scope(products=scope.products, zone=scope.zone)
    ours = [one for one in case.registry.engagements if one.role is Role.SUB_PROCESSOR and not whole.outside(one)]
    first = {one.since for one in ours if one.since and date.min < one.since <= case.as_of}
    after = {one.until + _A_DAY for one in ours if one.until and one.until < case.as_of}
    newest_first = sorted(first | after, reverse=True)
    return next((day for day in newest_first if _on(ours, day, whole) != _on(ours, day - _A_DAY, whole)), None)


def _on(engagements: list[Engagement], day: date, scope: Scope) -> frozenset[str]:
    return frozenset(one.key for entry in listed(engagements, day, scope) for one in entry.engagements)
