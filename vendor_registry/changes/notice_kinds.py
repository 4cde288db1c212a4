"""Which changes customers are told of beforehand."""

from vendor_registry.changes.change import Change, Kind
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.engagement import Role

BY_LAW = frozenset(
    {Kind.ADDED, Kind.EXTENDED, Kind.EARLIER, Kind.REPLACED, Kind.ROLE, Kind.SCOPE_WIDENED, Kind.SCOPE_CHANGED}
)
"""Addition and replacement of sub-processors (Art. 28(2); SCC 2021/914 Clause 9(a)): for a customer whose products they
did not serve before they are added as well, and so is who becomes a sub-processor. Who begins earlier than was
announced is announced anew, or the time to object is shorter than was promised."""

BY_DESCRIPTION = frozenset({Kind.PLACE_WIDENED, Kind.PLACE_CHANGED, Kind.DATA_WIDENED, Kind.DATA_CHANGED})
"""What the agreed list describes (SCC 2021/914 Annex III; 2021/915 Annex IV): to process elsewhere, or more, is not
what the customer agreed to."""

USUAL = BY_LAW | BY_DESCRIPTION


def needing_notice(policy: Policy) -> frozenset[Kind]:
    """The kinds that the policy names, or the usual ones where it names none."""
    named = policy.notice.kinds
    return USUAL if named is None else frozenset(map(Kind, named))


def needs_notice(change: Change, policy: Policy) -> bool:
    """Whether customers are told of a change before it counts: of sub-processors only (Art. 28(2))."""
    return change.role is Role.SUB_PROCESSOR and change.kind in needing_notice(policy)
