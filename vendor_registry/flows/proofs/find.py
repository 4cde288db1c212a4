"""From labels to proofs: chain, routes and cut of everything that reaches a node."""

from collections.abc import Collection
from dataclasses import dataclass

from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.flows.proofs.replay import verify
from vendor_registry.flows.proofs.routes import Routes, routes
from vendor_registry.flows.proofs.witness import Chain, hops, shortest
from vendor_registry.flows.reach import Reach
from vendor_registry.model.findings.finding import Hop


def prove(
    reach: Reach, sink: str, data: Collection[str], homes: Collection[str], *, doubtful: bool = False, more: int = 0
) -> tuple[Proof, ...]:
    """How these categories, at home in one of these zones, reach a node surely or perhaps.

    One proof for each shortest chain, sure ones first, then by data; none where nothing gets there. `doubtful`: a
    blank decides anyway, so that sure and possible data that start at the sink are told together. `more`: how many
    further chains each proof shows. Each claim is replayed before it is returned: raises FailureError if one does
    not hold.
    """
    node = reach.network.number[sink]
    if not reach.holders(data, homes)[node]:
        return ()
    question = _Question(reach, node, homes)
    proofs = [
        question.proof(chain, tuple(sorted(keys)), sure, more)
        for (chain, sure), keys in question.chains(data, doubtful=doubtful).items()
    ]
    for proof in proofs:
        verify(reach, proof)
    return tuple(sorted(proofs, key=lambda proof: (not proof.sure, proof.data)))


@dataclass(frozen=True, slots=True)
class _Question:
    """How data at home in one of these zones gets to a node."""

    reach: Reach
    sink: int
    homes: Collection[str]

    def chains(self, data: Collection[str], *, doubtful: bool) -> dict[tuple[Chain, bool], list[str]]:
        """The shortest chains, and whether each is sure, with the categories that take it; categories that start and
        pass alike are asked about once."""
        reach, network = self.reach, self.reach.network
        wanted = network.labels(network.categories.under(data), self.homes)
        certain = network.whichever_home(reach.sure.at(self.sink) & wanted)
        possible = network.whichever_home(reach.may.at(self.sink) & wanted)
        together: dict[tuple[Chain, bool], list[str]] = {}
        for sure, bits in ((True, certain), (False, possible & ~certain)):
            chains = {
                key: shortest(reach, self.sink, self._bit(key), self.homes, sure=sure)
                for key in {reach.alike[key] for key in network.categories.each(bits)}
            }
            for key in network.categories.each(bits):
                chain = chains[reach.alike[key]]
                told_sure = sure and not (doubtful and not chain.flows)
                together.setdefault((chain, told_sure), []).append(key)
        return together

    def proof(self, chain: Chain, covered: tuple[str, ...], sure: bool, more: int) -> Proof:
        """Of the categories that take this chain, with as many further chains."""
        network = self.reach.network
        bits = network.categories.own(covered)
        unlike = tuple(sorted({self.reach.alike[key] for key in covered}))
        ways = [self._routes(key) for key in unlike]
        widest = max(ways, key=lambda way: len(way.disjoint))
        starts_at_sink = self.reach.starts.may.get(self.sink, 0) & network.labels(bits, self.homes)
        shared = set(widest.on_every).intersection(*(way.on_every for way in ways))
        return Proof(
            sure=sure,
            data=network.categories.names(bits),
            covered=covered,
            source=network.keys[chain.start],
            sink=network.keys[self.sink],
            homes=tuple(self.homes),
            witness=hops(self.reach, chain, bits, self.homes, sure=sure),
            more=self._more(chain, unlike, more) if more and chain.flows else (),
            disjoint=tuple(network.flows(way.flows) for way in widest.disjoint),
            on_every_route=() if starts_at_sink else network.flows(f for f in widest.on_every if f in shared),
            cut=() if starts_at_sink else network.flows(self._cut_of_all(unlike, ways)),
        )

    def _more(self, chain: Chain, covered: tuple[str, ...], count: int) -> tuple[tuple[Hop, ...], ...]:
        """Further chains that share no flow with the first nor with each other, of the category that has most."""
        ways = [(key, self._routes(key, without=chain.flows, at_most=count).disjoint) for key in covered]
        key, found = max(ways, key=lambda way: len(way[1]))
        ordered = sorted(found, key=lambda one: (len(one.flows), one.flows))
        return tuple(hops(self.reach, one, self._bit(key), self.homes, sure=False) for one in ordered)

    def _cut_of_all(self, covered: tuple[str, ...], ways: list[Routes]) -> tuple[int, ...]:
        """The smallest cut of one category that stops the others too; else all of them, less what is not needed."""
        cuts = sorted({way.cut for way in ways}, key=lambda cut: (len(cut), cut))
        alone = next((cut for cut in cuts if len(cuts) == 1 or self._stops(covered, cut)), None)
        if alone is not None:
            return alone
        needed = sorted({flow for cut in cuts for flow in cut})
        for flow in list(needed):
            rest = [other for other in needed if other != flow]
            if self._stops(covered, rest):
                needed = rest
        return tuple(needed)

    def _stops(self, covered: tuple[str, ...], cut: Collection[int]) -> bool:
        return not any(self._routes(key, without=cut, at_most=1).disjoint for key in covered)

    def _routes(self, key: str, *, without: Collection[int] = (), at_most: int = 0) -> Routes:
        return routes(self.reach, self.sink, self._bit(key), self.homes, without=without, at_most=at_most)

    def _bit(self, key: str) -> int:
        return self.reach.network.categories.own((key,))
