"""Whether a register can show that customers were told of sub-processors before they started (GDPR Art. 28(2))."""

from datetime import date, timedelta
from itertools import compress

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.law.periods.counting import object_until
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.on_demand import cells_of

_HOLIDAYS = 30  # days by which holidays prolong a period of business days at the most


def keeps_days(case: Case) -> bool:
    """Whether some row of a sub-processor has the day of its start or of the notice: then blanks are asked for row by
    row."""
    rows = case.registry.engagements
    dated = map(any, zip(cells_of(rows, "since"), cells_of(rows, "notified"), strict=True))
    return any(role is Role.SUB_PROCESSOR for role in compress(cells_of(rows, "role"), dated))


def has_no_beginning(case: Case) -> bool:
    """Whether there are sub-processors and nothing says from which day on customers are told: no row, no policy, no
    published list."""
    named = Role.SUB_PROCESSOR in cells_of(case.registry.engagements, "role")
    return named and case.policy.notice.since is None and case.first_revision is None and not keeps_days(case)


def before_the_promise(case: Case, engagement: Engagement) -> bool:
    """Whether it began, or ended, before the day from which the policy promises notice."""
    begun, promised_from = engagement.since or engagement.until, case.policy.notice.since
    return promised_from is not None and begun is not None and begun < promised_from


def ample(case: Case) -> timedelta:
    """So long before the start that notice is in time by the policy, whatever days of business lie between."""
    days = case.policy.notice.objection_business_days
    return timedelta(days=max(case.policy.notice.days, 2 * days + _HOLIDAYS + 1 if days else 1))


def last_day_to_object(case: Case, notified: date, since: date) -> date:
    """The last day to object by the policy; the day of the notice where it gives no days, or they are long over."""
    days = case.policy.notice.objection_business_days
    near = (since - notified).days <= 2 * days + _HOLIDAYS
    return object_until(terms(case.policy), notified) if days and near else notified
