"""Where labels start: our own systems."""

from typing import NamedTuple

from vendor_registry.flows.network import Network, home_of
from vendor_registry.flows.search.labels import Seeds
from vendor_registry.model.register.flow import NodeKind
from vendor_registry.model.register.on_demand import cells_of


class Starts(NamedTuple):
    """The labels that start at each node: by what is declared, and if blanks are filled in the worst way."""

    sure: Seeds
    may: Seeds


def own_starts(network: Network) -> Starts:
    """Labels that start at our own systems, at home in the zone of the system.

    Surely: every category declared on a flow that leaves it. Perhaps: where a flow that leaves it is blank, all
    that data subjects give it, which is anything where that is blank as well.
    """
    sure: dict[int, int] = {}
    may: dict[int, int] = {}
    for number, kind in enumerate(cells_of(network.nodes, "kind")):
        if kind is NodeKind.SYSTEM and network.out_of(number):
            declared = 0
            for flow in network.out_of(number):
                declared |= network.written[flow]
            home = home_of(network.nodes[number])
            possible = declared | (_given(network, number) if _some_blank(network, number) else 0)
            sure[number] = network.labels(declared, (home,))
            may[number] = network.labels(possible, (home,))
    return Starts(sure, may)


def _some_blank(network: Network, system: int) -> bool:
    data = cells_of(network.graph.flows, "data")
    return any(data[flow] is None for flow in network.out_of(system))


def _given(network: Network, system: int) -> int:
    """What data subjects give a system."""
    bits = 0
    for flow in network.into.at(system):
        if network.nodes[network.source[flow]].kind is NodeKind.SUBJECT:
            bits |= network.may[flow]
    return bits
