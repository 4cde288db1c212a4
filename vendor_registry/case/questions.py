"""Which flows are alike to the law: a large register has far fewer different questions than flows."""

from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.parties import Binding, bindings, exporter_country, legal_name, one_entity
from vendor_registry.case.reviews import failed_on, last_done
from vendor_registry.model.register.columnar import cells_numbered, numbered
from vendor_registry.model.register.engagement import Role


class Exporter(NamedTuple):
    """What the law asks of the one who hands data on: its role (none for our own systems), and what binds it."""

    role: Role | None
    country: str  # where it sends from, else where it is established; "" where nobody can say
    bindings: tuple[Binding, ...]


class Alike(NamedTuple):
    """By the number of a flow."""

    question: list[int]  # the same for all flows of which the law is asked the same
    exporter: list[int]
    exporters: list[Exporter]

    def exporter_of(self, flow: int) -> Exporter:
        """Who hands the data of a flow on, and the regimes that bind it for that data."""
        return self.exporters[self.exporter[flow]]


def alike(case: Case) -> Alike:
    """The questions to the law, told apart by all that it asks.

    They follow from the two parties, from where the data on the flow is at home, and from what is claimed.
    """
    network = case.reach.network
    party = _parties(case)
    exporter, exporters = _exporters(case, party)
    name = [legal_name(case, node) for node in network.nodes]
    ends = zip(network.source, network.target, strict=True)
    same_entity = [
        name[source] == name[target] != "" and one_entity(case, network.nodes[source], network.nodes[target])
        for source, target in ends
    ]
    importer = map(party.__getitem__, network.target)
    claims = cells_numbered([flow.claims for flow in network.graph.flows])
    question = numbered(zip(exporter, importer, same_entity, claims, strict=True))
    return Alike(question, exporter, exporters)


def _parties(case: Case) -> list[int]:
    """A number for each node, the same for all that are alike in what the law asks of an end of a flow.

    Of an engagement it asks the role, the seat, the places and the assessment; of a system, all.
    """
    nodes, rows = case.reach.network.nodes, case.registry.by_key
    region = cells_numbered([node.region for node in nodes])
    access = cells_numbered([node.access_from for node in nodes])
    row_of = [rows.get(node.key) for node in nodes]
    facts = (
        (row.role, row.country, last_done(case, row, "tia"), failed_on(case, row, "tia"), stored, reached)
        if row
        else node.key
        for node, row, stored, reached in zip(nodes, row_of, region, access, strict=True)
    )
    return numbered(facts)


def _exporters(case: Case, party: list[int]) -> tuple[list[int], list[Exporter]]:
    """For each flow the number of its exporter, and the exporters."""
    reach, network = case.reach, case.reach.network
    at = range(len(network.nodes))
    holder = numbered(zip(party, map(reach.sure.at, at), map(reach.may.at, at), strict=True))
    passing = numbered(zip(network.sure, network.may, strict=True))
    handing = numbered(zip(map(holder.__getitem__, network.source), passing, strict=True))
    first = dict(zip(reversed(handing), reversed(range(len(handing))), strict=True))
    known: dict[object, Exporter] = {}
    exporters = [_exporter(case, party, first[kind], known) for kind in range(len(first))]
    number = cells_numbered(exporters)
    return list(map(number.__getitem__, handing)), list(dict.fromkeys(exporters))


def _exporter(case: Case, party: list[int], flow: int, known: dict[object, Exporter]) -> Exporter:
    source, homes = case.reach.network.source[flow], case.reach.homes_on(flow)
    if (party[source], homes) not in known:
        node = case.reach.network.nodes[source]
        row = case.registry.by_key.get(node.key)
        role, country = row.role if row else None, exporter_country(case, node)
        known[party[source], homes] = Exporter(role, country, tuple(bindings(case, node, *homes)))
    return known[party[source], homes]
