"""Whether a register can show that customers were told of sub-processors before they started (GDPR Art. 28(2))."""

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import Role


def keeps_days(case: Case) -> bool:
    """Whether some row of a sub-processor has the day of its start or of the notice: then blanks are asked for row by
    row."""
    return any(one.since or one.notified for one in case.registry.engagements if one.role is Role.SUB_PROCESSOR)


def has_no_beginning(case: Case) -> bool:
    """Whether there are sub-processors and nothing says from which day on customers are told: no row, no policy, no
    published list."""
    named = any(one.role is Role.SUB_PROCESSOR for one in case.registry.engagements)
    return named and case.policy.notice.since is None and case.first_revision is None and not keeps_days(case)
