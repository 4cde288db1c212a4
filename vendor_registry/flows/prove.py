"""From labels to proofs: chain, routes and cut of everything that reaches a node."""

from collections.abc import Collection, Iterator

from vendor_registry.flows.proof import Proof
from vendor_registry.flows.reach import Reach
from vendor_registry.flows.routes import Routes, routes
from vendor_registry.flows.verify import verify
from vendor_registry.flows.witness import Chain, hops, shortest
from vendor_registry.model.finding import Hop


def prove(reach: Reach, sink: str, data: Collection[str], homes: Collection[str]) -> tuple[Proof, ...]:
    """How these categories, at home in one of these zones, reach a node surely or perhaps.

    One proof for each shortest chain, sure ones first, then by data; none where nothing gets there. Each claim is
    replayed before it is returned: raises FailureError if one does not hold.
    """
    network = reach.network
    node = network.number[sink]
    wanted = network.labels(network.categories.under(data), homes)
    sure = network.whichever_home(reach.sure.at(node) & wanted)
    may = network.whichever_home(reach.may.at(node) & wanted)
    proofs = [*_proofs(reach, node, sure, homes, True), *_proofs(reach, node, may & ~sure, homes, False)]
    for proof in proofs:
        verify(reach, proof)
    return tuple(sorted(proofs, key=lambda proof: (not proof.sure, proof.data)))


def more_witnesses(reach: Reach, proof: Proof, count: int) -> tuple[tuple[Hop, ...], ...]:
    """Further chains that share no flow with the witness nor with each other, at most `count`, shortest first."""
    if not count or not proof.witness:
        return ()
    network = reach.network
    sink, used = network.number[proof.sink], {(hop.flow.source, hop.flow.target, hop.flow.key) for hop in proof.witness}
    taken = [n for n, flow in enumerate(network.graph.flows) if (flow.source, flow.target, flow.key) in used]
    ways = {
        key: routes(reach, sink, network.categories.own((key,)), proof.homes, without=taken, at_most=count).disjoint
        for key in proof.covered
    }
    key = max(proof.covered, key=lambda covered: (len(ways[covered]), covered))
    bit = network.categories.own((key,))
    chains = sorted(ways[key], key=lambda chain: (len(chain.flows), chain.flows))
    return tuple(hops(reach, chain, bit, proof.homes, sure=False) for chain in chains)


def _proofs(reach: Reach, sink: int, bits: int, homes: Collection[str], sure: bool) -> Iterator[Proof]:
    together: dict[Chain, list[str]] = {}
    for key in reach.network.categories.each(bits):
        chain = shortest(reach, sink, reach.network.categories.own((key,)), homes, sure=sure)
        together.setdefault(chain, []).append(key)
    for chain, keys in together.items():
        yield _proof(reach, sink, chain, tuple(keys), homes, sure)


def _proof(
    reach: Reach, sink: int, chain: Chain, covered: tuple[str, ...], homes: Collection[str], sure: bool
) -> Proof:
    network = reach.network
    bits = network.categories.own(covered)
    ways = [routes(reach, sink, network.categories.own((key,)), homes) for key in covered]
    widest = max(ways, key=lambda way: len(way.disjoint))
    starts_at_sink = reach.starts.may.get(sink, 0) & network.labels(bits, homes)
    shared = set(widest.on_every).intersection(*(way.on_every for way in ways))
    return Proof(
        sure=sure,
        data=network.categories.names(bits),
        covered=covered,
        source=network.keys[chain.start],
        sink=network.keys[sink],
        homes=tuple(homes),
        witness=hops(reach, chain, bits, homes, sure=sure),
        disjoint=tuple(network.flows(way.flows) for way in widest.disjoint),
        on_every_route=() if starts_at_sink else network.flows(f for f in widest.on_every if f in shared),
        cut=() if starts_at_sink else network.flows(_cut_of_all(reach, sink, covered, homes, ways)),
    )


def _cut_of_all(
    reach: Reach, sink: int, covered: tuple[str, ...], homes: Collection[str], ways: list[Routes]
) -> tuple[int, ...]:
    """The smallest cut of one category that stops the others too; else all of them, less what is not needed."""
    cuts = sorted({way.cut for way in ways}, key=lambda cut: (len(cut), cut))
    alone = next((cut for cut in cuts if len(cuts) == 1 or _stops(reach, sink, covered, homes, cut)), None)
    if alone is not None:
        return alone
    needed = sorted({flow for cut in cuts for flow in cut})
    for flow in list(needed):
        rest = [other for other in needed if other != flow]
        if _stops(reach, sink, covered, homes, rest):
            needed = rest
    return tuple(needed)


def _stops(reach: Reach, sink: int, covered: tuple[str, ...], homes: Collection[str], cut: Collection[int]) -> bool:
    bits = [reach.network.categories.own((key,)) for key in covered]
    return not any(routes(reach, sink, bit, homes, without=cut, at_most=1).disjoint for bit in bits)
