"""How near an isolation rule that is kept came to being broken, and what stopped the data."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from itertools import islice
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.rules.shared.crossings import Direction, homes_of, sources
from vendor_registry.rules.shared.flows_into_zones import Entering, dormant_into, running_into


class Reason(StrEnum):
    """Why data that stands before a flow into the other zone does not pass it; the least firm obstacle first."""

    WAIVED = "WAIVED"
    NOT_YET_STARTED = "NOT_YET_STARTED"
    ANONYMISED = "ANONYMISED"
    CATEGORY_NOT_CARRIED = "CATEGORY_NOT_CARRIED"
    ENDED = "ENDED"
    SAME_ZONE = "SAME_ZONE"  # such data passes, but only data that is at home there


def nearest(case: Case, directions: Iterable[Direction], data: Collection[str]) -> str:
    """The nearest miss as one line: the flow, and what stopped the data; the same whatever the order of the rows."""
    searches = [_Search(case, direction, data) for direction in directions if sources(case, direction, data)]
    for reason in Reason:
        if found := [flow for search in searches for flow in search.flows(reason)]:
            flow = min(found, key=attrgetter("source", "target", "key"))
            return f"{flow.source} -> {flow.target} {_told(reason, flow, data)} ({flow.cell})"
    return "no flow leads from where the data gets to a place in the other zone"


class _Search:
    """Every flow into the zone of one direction, from a node that holds the data."""

    def __init__(self, case: Case, direction: Direction, data: Collection[str]) -> None:
        self.case, self.direction, self.data = case, direction, data
        self.network, self.homes = case.reach.network, homes_of(case, direction)
        self.bits = self.network.categories.under(data)
        self.holds = case.reach.holders(data, tuple(self.homes))

    def flows(self, reason: Reason) -> Iterator[Flow]:
        """The flows that stop the data for this reason; of the running ones, which are in order, the first."""
        match reason:
            case Reason.WAIVED | Reason.ANONYMISED | Reason.CATEGORY_NOT_CARRIED:
                stopped = (flow for flow in self._stopped if self._stopped_by(flow) is reason)
                yield from self.network.flows(islice(stopped, 1))
            case Reason.SAME_ZONE:
                others = (flow for flow in self._before_others if self.network.may[flow] & self.bits)
                yield from self.network.flows(islice(others, 1))
            case Reason.NOT_YET_STARTED | Reason.ENDED:
                yield from (flow for flow in self._dormant if self._started(flow) == (reason is Reason.ENDED))

    @cached_property
    def _stopped(self) -> tuple[int, ...]:
        """The running flows that the data stands before."""
        return tuple(self._entering.from_holders(self.holds))

    @property
    def _entering(self) -> Entering:
        return running_into(self.case, self.direction.to)

    @property
    def _before_others(self) -> Iterator[int]:
        """The running flows that only such data stands before as is at home in the other zone."""
        others = tuple(home for home in self.network.homes if home not in self.homes)
        before = self._entering.from_holders(self.case.reach.holders(self.data, others))
        return (flow for flow in before if not self.holds[self.network.source[flow]])

    @cached_property
    def _dormant(self) -> list[Flow]:
        """The flows to come and the flows that have ended that the data stands before, if they would carry it."""
        before = dormant_into(self.case, self.direction.to).from_holders(self.holds)
        flows = (self.case.dormant.flows[number] for number in before)
        return [flow for flow in flows if flow.data is None or self.network.categories.under(flow.data) & self.bits]

    def _stopped_by(self, number: int) -> Reason:
        flows = self.network.graph.flows
        if cells_of(flows, "de_identified")[number] is DeIdentified.ANONYMISED:
            return Reason.ANONYMISED
        would_carry = self.network.written[number] & self.bits or cells_of(flows, "data")[number] is None
        waived = would_carry and self.case.barred and self._barred(flows[number])
        return Reason.WAIVED if waived else Reason.CATEGORY_NOT_CARRIED

    def _barred(self, flow: Flow) -> bool:
        barred = (one for one in self.case.barred if self.network.categories.under(one.data) & self.bits)
        return (flow.source, flow.target) in ((one.source, one.target) for one in barred)

    def _started(self, flow: Flow) -> bool:
        return flow.since is None or flow.since <= self.case.as_of


def _told(reason: Reason, flow: Flow, data: Collection[str]) -> str:
    wanted = ", ".join(data)
    match reason:
        case Reason.WAIVED:
            return f"hands on {wanted}, but a waiver sets it aside"
        case Reason.NOT_YET_STARTED:
            return f"starts on {flow.since}"
        case Reason.ANONYMISED:
            return "hands it on anonymised only"
        case Reason.CATEGORY_NOT_CARRIED:
            return f"carries {', '.join(flow.data or ())}, not {wanted}"
        case Reason.ENDED:
            return f"ended on {flow.until}"
        case Reason.SAME_ZONE:
            return "carries such data, but only what belongs there"
