"""What is said of a crossing: the sentence, the cells, the smallest fix."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.network import UNKNOWN_HOME
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.model.counting import counted
from vendor_registry.model.flow import Flow, Node, NodeKind
from vendor_registry.model.origin import Cell
from vendor_registry.rules.shared.crossings import Crossing


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell that decides whether a crossing is one."""

    cell: Cell
    reason: str
    mend: str


def place_cell(crossing: Crossing) -> Cell:
    """The cell of the sink that lets the data in."""
    return _cell_of(crossing.sink, crossing.position.column)


def message(case: Case, crossing: Crossing, proof: Proof) -> str:
    data, sink, zone = ", ".join(proof.data), crossing.sink, crossing.direction.to
    home = "a zone that is not known" if crossing.home == UNKNOWN_HOME else crossing.home
    written = sink.access_from if crossing.position.column == "access_from" else sink.region
    place = f"{crossing.position.column} {written}" if written.places else f"{crossing.position.column} is blank"
    lies = "lies" if crossing.position.lies is Lies.SURELY else "may lie"
    if proof.witness:
        gets = f"goes over {counted(len(proof.witness), 'flow')} to {sink.key} ({sink.name})"
    else:
        gets = f"starts at {sink.key} ({sink.name}) itself"
    doubts = [doubt.reason for doubt in _doubts(case, crossing, proof)]
    unsure = f" Open: {'; '.join(doubts)}." if doubts else ""
    return f"{data} at home in {home} {gets}, which {lies} in {zone} ({place}).{unsure}"


def mend(case: Case, crossing: Crossing, proof: Proof) -> str:
    """The blank to fill where one decides; else the smallest set of flows to change."""
    for doubt in _doubts(case, crossing, proof):
        return doubt.mend
    data = ", ".join(proof.data)
    zone, sink = crossing.direction.to, crossing.sink.key
    by_access = crossing.position.column == "access_from"
    away = f"end the access to {sink} from {zone}" if by_access else f"give {sink} a region outside {zone}"
    match proof.cut:
        case ():
            return f"{away[0].upper()}{away[1:]}, or name the zone it really serves; no flow is to blame."
        case (flow,):
            return f"{_named(flow)} is on every route: take {data} off it, or {away}."
        case flows:
            every = ", ".join(_named(flow) for flow in flows)
            return f"Take {data} off these {len(flows)} flows: {every}; or {away}."


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
            yield Doubt(cell, reason, f"Fill {cell}: which categories {hop.flow.target} gets.")
    if crossing.at_home is Lies.MAYBE:
        yield _open_home(case, crossing, proof)


def _open_place(crossing: Crossing) -> Doubt:
    cell, sink, zone = place_cell(crossing), crossing.sink, crossing.direction.to
    if sink.region.unknown:
        return Doubt(cell, f"where {sink.key} processes is blank ({cell})", f"Fill {cell}: where {sink.key} processes.")
    written = sink.access_from if crossing.position.column == "access_from" else sink.region
    reason = f'whether "{written}" is inside {zone} ({cell})'
    return Doubt(cell, reason, f'Name the countries in {cell}: "{written}" lies partly in {zone}.')


def _open_home(case: Case, crossing: Crossing, proof: Proof) -> Doubt:
    start = case.graph.nodes[proof.source]
    cell = _cell_of(start, "zone")
    home = crossing.direction.home
    if crossing.home == UNKNOWN_HOME:
        reason = f"{start.key} serves every data region, so the data may be at home in {home} ({cell})"
        return Doubt(cell, reason, f"Give each data region a {start.key} of its own, with its zone in {cell}.")
    reason = f"data region {crossing.home} lies partly in {home} ({cell})"
    return Doubt(cell, reason, f"Give {start.key} a data region that lies inside {home} or outside it ({cell}).")


def _cell_of(node: Node, column: str) -> Cell:
    """A cell of the row or of the system behind a node."""
    written = column if node.kind is NodeKind.ENGAGEMENT else f"systems.{node.key}.{column}"
    return replace(node.cell, column=written)


def _named(flow: Flow) -> str:
    return f"{flow.source} -> {flow.target} ({flow.cell})"
