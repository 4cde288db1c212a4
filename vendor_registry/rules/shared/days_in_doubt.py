"""Which rows may have days that cannot all be true: of a large register only these are looked at one by one."""

from datetime import timedelta
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.model.register.columnar import numbered
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.rules.shared.reviews import REVIEWS

_reviewed = attrgetter(*REVIEWS)


def doubtful(case: Case, ample: timedelta) -> list[int]:
    """The rows whose own days, or those of who engages them, may not be in order. Rows with the same days are asked
    once."""
    rows = case.registry.engagements
    dates = [cells_of(rows, name) for name in ("since", "until", "notified", "role", *REVIEWS)]
    kinds = numbered(zip(*(one.number for one in dates if one.differs), strict=True)) or [0] * len(rows)
    first = dict(zip(reversed(kinds), reversed(range(len(kinds))), strict=True))
    telling = {kind for kind, number in first.items() if _tells(case, rows[number], ample)}
    found = {number for number, kind in enumerate(kinds) if kind in telling} if telling else set[int]()
    if any(one.differs for one in dates[:2]):  # else no row has other days than who engages it
        days = dict(zip(cells_of(rows, "key"), zip(*dates[:2], strict=True), strict=True))
        parents = zip(days.values(), cells_of(rows, "engaged_by"), strict=True)
        apart = (any(days[key] != own for key in engaged_by) for own, engaged_by in parents)
        found.update(number for number, other in enumerate(apart) if other)
    return sorted(found)


def _tells(case: Case, engagement: Engagement, ample: timedelta) -> bool:
    """Whether its own days may say something."""
    if engagement.role is Role.SUB_PROCESSOR and not in_time(engagement, ample):
        return True
    return any(day > case.as_of for day in filter(None, _reviewed(engagement)))


def in_time(engagement: Engagement, ample: timedelta) -> bool:
    """Whether customers were told so long before the start that it need not be counted."""
    since, notified = engagement.since, engagement.notified
    return since is not None and notified is not None and since - notified >= ample
