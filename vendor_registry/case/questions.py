"""Which flows are alike to the law: a large register has far fewer different questions than flows."""

from collections.abc import Iterator, Sequence
from operator import eq
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.parties import Binding, bindings, comparable, exporter_country, legal_name, one_seat
from vendor_registry.case.reviews import failed_on, last_done
from vendor_registry.flows.network import Network
from vendor_registry.model.register.columnar import numbered
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.register.on_demand import cells_of


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
    party = _parties(case, _rows(case))
    exporter, exporters = _exporters(case, party)
    importer = map(party.__getitem__, network.target)
    claims = cells_of(network.graph.flows, "claims").number
    question = numbered(zip(exporter, importer, same_entities(case), claims, strict=True))
    return Alike(question, exporter, exporters)


Rows = Sequence[int | None]  # by node: the number of its row; None for a node of our own


def _rows(case: Case) -> Rows:
    return list(map(case.registry.by_key.number.get, case.reach.network.keys))


def same_entities(case: Case) -> bytearray:
    """For each flow 1 if both its ends are one legal entity, as `one_entity` says of one."""
    network, rows, row_of = case.reach.network, case.registry.engagements, _rows(case)
    names, seats = cells_of(rows, "legal_name").read(comparable).merged(), cells_of(rows, "country")
    known = {name: number for number, name in enumerate(names.cells)}
    number = [
        known.setdefault(legal_name(case, network.nodes[at]), len(known)) if row is None else names.number[row]
        for at, row in enumerate(row_of)
    ]
    same = bytearray(len(network.source))
    for flow in _of_one_number(network, number, known.get("")):
        one, other = row_of[network.source[flow]], row_of[network.target[flow]]
        same[flow] = one is None or other is None or one_seat(seats[one], seats[other])
    return same


def _of_one_number(network: Network, number: Sequence[int], unless: int | None) -> Iterator[int]:
    """The flows both of whose ends have the same number, unless it is this one."""
    alike = map(eq, map(number.__getitem__, network.source), map(number.__getitem__, network.target))
    return (flow for flow, is_so in enumerate(alike) if is_so and number[network.source[flow]] != unless)


def _parties(case: Case, row_of: Rows) -> list[int]:
    """A number for each node, the same for all that are alike in what the law asks of an end of a flow.

    Of an engagement it asks the role, the seat, the places and the assessment; of a system, all.
    """
    rows = case.registry.engagements
    facts: list[Sequence[int]] = [
        cells_of(rows, name).number for name in ("role", "country", "region", "access_from", "tia")
    ]
    if case.reviews:  # what was recorded may be newer than the cell
        assessed = ((last_done(case, row, "tia"), failed_on(case, row, "tia")) for row in rows)
        facts[-1] = numbered(assessed)
    alike_rows = numbered(zip(*facts, strict=True))
    return numbered(-1 - at if row is None else alike_rows[row] for at, row in enumerate(row_of))


def _exporters(case: Case, party: list[int]) -> tuple[list[int], list[Exporter]]:
    """For each flow the number of its exporter, and the exporters."""
    reach, network = case.reach, case.reach.network
    held = [one.labels() for one in ([reach.sure] if reach.may is reach.sure else [reach.sure, reach.may])]
    holder = numbered(zip(party, *held, strict=True))
    passing = numbered(network.sure if reach.may is reach.sure else zip(network.sure, network.may, strict=True))
    handing = numbered(zip(map(holder.__getitem__, network.source), passing, strict=True))
    first = dict(zip(reversed(handing), reversed(range(len(handing))), strict=True))
    known: dict[object, Exporter] = {}
    exporters = [_exporter(case, party, first[kind], known) for kind in range(len(first))]
    number = numbered(exporters)
    return list(map(number.__getitem__, handing)), list(dict.fromkeys(exporters))


def _exporter(case: Case, party: list[int], flow: int, known: dict[object, Exporter]) -> Exporter:
    source, homes = case.reach.network.source[flow], case.reach.homes_on(flow)
    if (party[source], homes) not in known:
        node = case.reach.network.nodes[source]
        row = case.registry.by_key.get(node.key)
        role, country = row.role if row else None, exporter_country(case, node)
        known[party[source], homes] = Exporter(role, country, tuple(bindings(case, node, *homes)))
    return known[party[source], homes]
