"""Every proof is replayed before it is shown, by other means than found it: words instead of bits."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from vendor_registry.flows.network import UNKNOWN_HOME
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.flows.reach import Reach
from vendor_registry.model.register.coverage import covered
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.flow import Flow, NodeKind, flow_key
from vendor_registry.model.text.origin import FailureError


def verify(reach: Reach, proof: Proof) -> None:
    """Replay a proof; raises FailureError, with what does not hold, if it is wrong."""
    replay = _Replay(reach, proof)
    for doubt, holds in replay.claims():
        if not holds:
            raise FailureError(
                f"The chain {proof.source} -> {proof.sink} ({', '.join(proof.data)}) does not replay: {doubt}. "
                "This is a fault of the program, not of the sheet."
            )


@dataclass(frozen=True, slots=True)
class _Replay:
    reach: Reach
    proof: Proof

    def claims(self) -> Iterator[tuple[str, bool]]:
        proof = self.proof
        witness = tuple(hop.flow for hop in proof.witness)
        yield "a category does not travel all of it", all(self.is_route(witness, c, proof.sure) for c in proof.covered)
        more = [tuple(hop.flow for hop in chain) for chain in proof.more]
        for routes in (proof.disjoint, (witness, *more)):
            yield "a route is none", all(any(self.is_route(r, c, False) for c in proof.covered) for r in routes)
            flows = [flow for route in routes for flow in route]
            yield "two routes share a flow", len(flows) == len(set(map(flow_key, flows)))
        yield "a flow is not on every route", not any(self.open_without((flow,)) for flow in proof.on_every_route)
        if not any(self.starts(proof.sink, category, False) for category in proof.covered):
            yield "the cut leaves a route open", not self.open_without(proof.cut)
            yield "the cut is smaller than the routes are many", len(proof.cut) >= proof.routes
            # as many routes without a common flow as flows in the cut: each route needs one of its own
            needed = len(proof.cut) == proof.routes or all(self.open_without(rest) for rest in _less_one(proof.cut))
            yield "the cut holds a flow too many", needed

    def is_route(self, flows: tuple[Flow, ...], category: str, sure: bool) -> bool:
        """Whether the flows stand end to end from a start of the category to the sink, each handing it on."""
        ends = [self.proof.source if not flows else flows[0].source, *(flow.target for flow in flows)]
        joined = all(flow.source == end for flow, end in zip(flows, ends, strict=False))
        handed = all(self.hands_on(flow, category, sure) for flow in flows)
        return joined and handed and ends[-1] == self.proof.sink and self.starts(ends[0], category, sure)

    def hands_on(self, flow: Flow, category: str, sure: bool) -> bool:
        if flow.de_identified is DeIdentified.ANONYMISED or not _declares(flow.data, category, sure):
            return False
        barred = self.reach.barred_on.get((flow.source, flow.target), ())
        return not any(_declares(one.data, category, True) for one in barred)

    def starts(self, key: str, category: str, sure: bool) -> bool:
        """Whether the category, at home in a zone of the proof, starts at a node."""
        network = self.reach.network
        node = network.graph.nodes[key]
        number = network.number[key]
        if (node.zone or UNKNOWN_HOME) not in self.proof.homes or number not in self.reach.starts.may:
            return False
        if node.kind is NodeKind.ENGAGEMENT:
            return _declares(self.reach.from_nowhere.get(key, ()), category, True)
        leaving = network.flows(network.out_of(number))
        if any(_declares(flow.data, category, True) for flow in leaving):
            return True
        given = (
            f for f in network.flows(network.into.at(number)) if network.graph.nodes[f.source].kind is NodeKind.SUBJECT
        )
        return (
            not sure and any(f.data is None for f in leaving) and any(_declares(f.data, category, False) for f in given)
        )

    def open_without(self, closed: Collection[Flow]) -> bool:
        """Whether a category still comes to the sink when these flows are closed, walking back from the sink."""
        names = set(map(flow_key, closed))
        return any(self._open(category, names) for category in self.proof.covered)

    def _open(self, category: str, closed: Collection[tuple[str, str, str]]) -> bool:
        network = self.reach.network
        seen, ahead = {self.proof.sink}, [self.proof.sink]
        while ahead:
            for flow in network.flows(network.into.at(network.number[ahead.pop()])):
                if flow.source in seen or flow_key(flow) in closed or not self.hands_on(flow, category, False):
                    continue
                if self.starts(flow.source, category, False):
                    return True
                seen.add(flow.source)
                ahead.append(flow.source)
        return False


def _less_one(flows: tuple[Flow, ...]) -> Iterator[list[Flow]]:
    return ([other for other in flows if other != flow] for flow in flows)


@lru_cache(maxsize=65536)
def _declares(data: tuple[str, ...] | None, category: str, sure: bool) -> bool:
    """Whether a cell names the category or a parent of it; a blank cell may."""
    if data is None:
        return not sure
    return covered(category, data)
