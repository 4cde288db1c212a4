"""From labels to proofs: chain, routes and cut of everything that reaches a node."""

from collections.abc import Collection

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
    network = reach.network
    node = network.number[sink]
    if not reach.holders(data, homes)[node]:
        return ()
    wanted = network.labels(network.categories.under(data), homes)
    sure = network.whichever_home(reach.sure.at(node) & wanted)
    may = network.whichever_home(reach.may.at(node) & wanted)
    together: dict[tuple[Chain, bool], list[str]] = {}
    for surely, bits in ((True, sure), (False, may & ~sure)):
        chains = {
            key: shortest(reach, node, network.categories.own((key,)), homes, sure=surely)
            for key in {reach.alike[key] for key in network.categories.each(bits)}
        }
        for key in network.categories.each(bits):
            chain = chains[reach.alike[key]]
            told_sure = surely and not (doubtful and not chain.flows)
            together.setdefault((chain, told_sure), []).append(key)
    proofs = [
        _proof(reach, node, chain, tuple(sorted(keys)), homes, sure, more) for (chain, sure), keys in together.items()
    ]
    for proof in proofs:
        verify(reach, proof)
    return tuple(sorted(proofs, key=lambda proof: (not proof.sure, proof.data)))


def _proof(
    reach: Reach, sink: int, chain: Chain, covered: tuple[str, ...], homes: Collection[str], sure: bool, more: int
) -> Proof:
    network = reach.network
    bits = network.categories.own(covered)
    unlike = tuple(sorted({reach.alike[key] for key in covered}))
    ways = [routes(reach, sink, network.categories.own((key,)), homes) for key in unlike]
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
        more=_more(reach, sink, chain, unlike, homes, more) if more and chain.flows else (),
        disjoint=tuple(network.flows(way.flows) for way in widest.disjoint),
        on_every_route=() if starts_at_sink else network.flows(f for f in widest.on_every if f in shared),
        cut=() if starts_at_sink else network.flows(_cut_of_all(reach, sink, unlike, homes, ways)),
    )


def _more(
    reach: Reach, sink: int, chain: Chain, covered: tuple[str, ...], homes: Collection[str], count: int
) -> tuple[tuple[Hop, ...], ...]:
    """Further chains that share no flow with the first nor with each other, of the category that has most."""
    bits = [reach.network.categories.own((key,)) for key in covered]
    ways = [(bit, routes(reach, sink, bit, homes, without=chain.flows, at_most=count).disjoint) for bit in bits]
    bit, found = max(ways, key=lambda way: len(way[1]))
    ordered = sorted(found, key=lambda one: (len(one.flows), one.flows))
    return tuple(hops(reach, one, bit, homes, sure=False) for one in ordered)


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
