"""What is said of a crossing: the sentence, the cells, the smallest fix."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.network import UNKNOWN_HOME
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.model.findings.finding import Shared, Ways
from vendor_registry.model.register.flow import Flow, Node, NodeKind
from vendor_registry.model.register.place import UNKNOWN_ACCESS
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.shared.chains import by_way_of, settled_by_cut, verb
from vendor_registry.rules.shared.crossings import Crossing


class Doubt(NamedTuple):
    """A cell that decides whether a crossing is one."""

    cell: Cell
    reason: str
    mend: str


def place_cell(crossing: Crossing) -> Cell:
    """The cell of the sink that lets the data in."""
    return _cell_of(crossing.sink, crossing.position.column)


def message(case: Case, crossing: Crossing, proof: Proof) -> str:
    """By whom, what, from where, to whom, in which zone; and while something is open, what."""
    sink = f"{crossing.sink.name} ({crossing.sink.key})"
    lies = "is" if crossing.position.lies is Lies.SURELY else "may be"
    where = f"which {lies} in {crossing.direction.to} ({_place(crossing)})"
    doubts = [doubt.reason for doubt in _doubts(case, crossing, proof)]
    unsure = f". Nobody can say for certain: {'; '.join(doubts)}" if doubts else ""
    if not proof.witness:
        return f"{sink}, {where}, holds {_belonging(crossing, proof)}{unsure}."
    reaches = f"{_belonging(crossing, proof)} {_reaches(crossing, proof)} {sink}, {where}"
    return f"{by_way_of(case, proof.witness)}{reaches}{unsure}."


def shared(crossing: Crossing, proof: Proof, mend: str) -> Shared | None:
    """What can be told of it together with other crossings between the same zones."""
    if not proof.witness:
        return None
    sure = crossing.sure and proof.sure
    blank_data = not proof.sure and any(hop.flow.data is None for hop in proof.witness)
    why = {"what they get is blank": blank_data, "where they are is not certain": crossing.position.lies is Lies.MAYBE}
    reasons = listed(reason for reason, so in why.items() if so)
    sentence = f"Data {'leaves' if sure else 'may leave'} the data region it belongs in"
    return Shared(
        sentence=f"{sentence}{': ' if reasons else ''}{reasons}.",
        mend=mend if sure else "Fill in these cells, or correct them.",
        fact=f"{crossing.sink.name} ({_place(crossing)}): {_belonging(crossing, proof)}",
    )


def settled_by(case: Case, crossing: Crossing, proof: Proof) -> Ways:
    """Any open cell, if what is written then keeps the data out; else the cut, or the place of the sink."""
    doubts = tuple((doubt.cell,) for doubt in _doubts(case, crossing, proof))
    return doubts or (*settled_by_cut(proof.cut), (place_cell(crossing),))


def _place(crossing: Crossing) -> str:
    column, sink = crossing.position.column, crossing.sink
    written = sink.access_from if column == "access_from" else sink.region
    if written == UNKNOWN_ACCESS:
        return f"{column} is not known"
    return f"{column} {written}" if written.places else f"{column} is blank"


def _belonging(crossing: Crossing, proof: Proof) -> str:
    if crossing.home == UNKNOWN_HOME:
        return f"{listed(proof.data)} of a data region that is not known"
    return f"{listed(proof.data)} that {verb(proof.data, 'belongs', 'belong')} in {crossing.home}"


def _reaches(crossing: Crossing, proof: Proof) -> str:
    certain = proof.sure and crossing.at_home is Lies.SURELY
    return verb(proof.data, "reaches", "reach") if certain else "may reach"


def mend(case: Case, crossing: Crossing, proof: Proof) -> str:
    """The blank to fill where one decides; else the smallest set of flows to change."""
    for doubt in _doubts(case, crossing, proof):
        return doubt.mend
    data = listed(proof.data)
    zone, sink = crossing.direction.to, crossing.sink.key
    by_access = crossing.position.column == "access_from"
    away = f"end the access to {sink} from {zone}" if by_access else f"give {sink} a region outside {zone}"
    match proof.cut:
        case ():
            return f"{away[0].upper()}{away[1:]}, or name the data region it really serves."
        case (flow,):
            return f"Take {data} off {_named(flow)}, which is on every route, or {away}."
        case flows:
            return f"Take {data} off these {len(flows)} flows, {listed(map(_named, flows))}, or {away}."


def related(case: Case, crossing: Crossing, proof: Proof) -> tuple[Cell, ...]:
    """The other cells that take part: what is open, and the flows of the cut."""
    cells = [*(doubt.cell for doubt in _doubts(case, crossing, proof)), *(flow.cell for flow in proof.cut)]
    return tuple(cell for cell in dict.fromkeys(cells) if cell != place_cell(crossing))


def _doubts(case: Case, crossing: Crossing, proof: Proof) -> Iterator[Doubt]:
    """What is open, the sink's own place first: filling that may end the matter at once."""
    if crossing.position.lies is Lies.MAYBE:
        yield _open_place(crossing)
    for hop in proof.witness:
        if hop.flow.data is None and not proof.sure:
            cell = hop.flow.cell
            reason = f"which data {hop.flow.target} gets from {hop.flow.source} is blank ({cell})"
            yield Doubt(cell, reason, f"Fill in {cell}: which data {hop.flow.target} gets.")
    if crossing.at_home is Lies.MAYBE:
        yield _open_home(case, crossing, proof)


def _open_place(crossing: Crossing) -> Doubt:
    cell, sink, zone = place_cell(crossing), crossing.sink, crossing.direction.to
    if sink.region.unknown:
        reason = f"where {sink.key} processes is blank ({cell})"
        return Doubt(cell, reason, f"Fill in {cell}: where {sink.key} processes.")
    written = sink.access_from if crossing.position.column == "access_from" else sink.region
    if written == UNKNOWN_ACCESS:
        reason = f"from where {sink.key} may be reached is not known ({cell})"
        return Doubt(cell, reason, f"Name the countries in {cell}.")
    reason = f'"{written}" lies partly in {zone} ({cell})'
    return Doubt(cell, reason, f'Name the countries in {cell}: "{written}" lies partly in {zone}.')


def _open_home(case: Case, crossing: Crossing, proof: Proof) -> Doubt:
    start = case.graph.nodes[proof.source]
    cell = _cell_of(start, "zone")
    home = crossing.direction.home
    if crossing.home == UNKNOWN_HOME:
        reason = f"{start.key} serves every data region, so the data may belong in {home} ({cell})"
        return Doubt(cell, reason, f"Give each data region a {start.key} of its own, with its zone in {cell}.")
    reason = f"data region {crossing.home} lies partly in {home} ({cell})"
    return Doubt(cell, reason, f"Give {start.key} a data region that lies inside {home} or outside it ({cell}).")


def _cell_of(node: Node, column: str) -> Cell:
    """A cell of the row or of the system behind a node."""
    written = column if node.kind is NodeKind.ENGAGEMENT else f"systems.{node.key}.{column}"
    return replace(node.cell, column=written)


def _named(flow: Flow) -> str:
    return f"{flow.source} -> {flow.target} ({flow.cell})"
