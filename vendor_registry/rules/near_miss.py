"""How near an isolation rule that is kept came to being broken, and what stopped the data."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.network import Barred
from vendor_registry.model.engagement import DeIdentified
from vendor_registry.model.flow import Flow, NodeKind
from vendor_registry.rules.crossing import Direction, homes_of, sources


class Reason(StrEnum):
    """Why data that stands before a flow into the other zone does not pass it; the least firm obstacle first."""

    WAIVED = "WAIVED"
    NOT_YET_STARTED = "NOT_YET_STARTED"
    ANONYMISED = "ANONYMISED"
    CATEGORY_NOT_CARRIED = "CATEGORY_NOT_CARRIED"
    ENDED = "ENDED"
    SAME_ZONE = "SAME_ZONE"  # such data passes, but only data that is at home there
    NO_FLOW = "NO_FLOW"


@dataclass(frozen=True, slots=True)
class Miss:
    """One flow into the other zone that the data does not pass."""

    reason: Reason
    flow: Flow

    def sort_key(self) -> tuple[int, str, str, str]:
        return (_firmness(self.reason), self.flow.source, self.flow.target, self.flow.key)


def nearest(case: Case, directions: Iterable[Direction], data: Collection[str]) -> str:
    """The nearest miss as one line: code, flow, and what is so; the same whatever the order of the rows."""
    looked = [direction for direction in directions if sources(case, direction, data)]
    misses = [miss for direction in looked for miss in _Search(case, direction, data).misses()]
    if not misses:
        return f"{Reason.NO_FLOW}: no flow leads from where the data gets to a place in the other zone"
    miss = min(misses, key=Miss.sort_key)
    return f"{miss.reason}: {miss.flow.source} > {miss.flow.target} {_told(miss, data)} ({miss.flow.cell})"


class _Search:
    """Every flow into the zone of one direction, from a node that holds the data."""

    def __init__(self, case: Case, direction: Direction, data: Collection[str]) -> None:
        self.case, self.direction = case, direction
        self.network = case.reach.network
        self.bits = self.network.categories.under(data)
        homes = homes_of(case, direction)
        others = [home for home in self.network.homes if home not in homes]
        self.holds = case.reach.may.holders(self.network.labels(self.bits, homes))
        self.holds_others = case.reach.may.holders(self.network.labels(self.bits, others))

    def misses(self) -> Iterator[Miss]:
        """The first miss of each reason among the running flows, which are numbered in order, and every other."""
        stopped, same_zone = self._entering()
        first: dict[Reason, int] = {Reason.SAME_ZONE: same_zone[0]} if same_zone else {}
        for flow in sorted(stopped):
            first.setdefault(self._blocked_by(flow), flow)
        yield from (Miss(reason, self.network.graph.flows[flow]) for reason, flow in first.items())
        yield from self._dormant()

    def _entering(self) -> tuple[list[int], list[int]]:
        """The flows into the other zone that the data stands before, and the first that lets only data pass there."""
        into, source, may, bits = self.network.into, self.network.source, self.network.may, self.bits
        holds, holds_others = self.holds, self.holds_others
        stopped, first_other = [], len(source)
        for number, _ in self.case.places.residents(self.direction.to):
            for flow in into[number]:
                if holds[source[flow]]:
                    stopped.append(flow)
                elif flow < first_other and holds_others[source[flow]] and may[flow] & bits:
                    first_other = flow
        return stopped, [first_other] if first_other < len(source) else []

    def _blocked_by(self, number: int) -> Reason:
        flow = self.network.graph.flows[number]
        if flow.de_identified is DeIdentified.ANONYMISED:
            return Reason.ANONYMISED
        would_carry = flow.data is None or self.network.written[number] & self.bits
        return Reason.WAIVED if would_carry and self._barred(flow, self.case.barred) else Reason.CATEGORY_NOT_CARRIED

    def _barred(self, flow: Flow, barred: Iterable[Barred]) -> bool:
        pairs = ((one.source, one.target) for one in barred if self.network.categories.under(one.data) & self.bits)
        return (flow.source, flow.target) in pairs

    def _dormant(self) -> Iterator[Miss]:
        graph = self.case.dormant
        for flow in graph.flows:
            source, target = self.network.number.get(flow.source), graph.nodes[flow.target]
            away = self.case.places.position(target, self.direction.to).lies is not Lies.NO
            carried = flow.data is None or self.network.categories.under(flow.data) & self.bits
            if source is None or not self.holds[source] or not away or not carried or target.kind is NodeKind.SUBJECT:
                continue
            started = flow.since is None or flow.since <= self.case.as_of
            yield Miss(Reason.ENDED if started else Reason.NOT_YET_STARTED, flow)


def _firmness(reason: Reason) -> int:
    return list(Reason).index(reason)


def _told(miss: Miss, data: Collection[str]) -> str:
    wanted, flow = ", ".join(data), miss.flow
    match miss.reason:
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
        case _:
            return "carries such data, but only what is at home there"
