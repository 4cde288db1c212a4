"""Whose seat is not stated, where it decides whether a law on transfers binds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vendor_registry.case.answers import Answers
from vendor_registry.case.case import Case
from vendor_registry.case.parties import operator_of, seat_of
from vendor_registry.case.transfers import answered
from vendor_registry.model.findings.transfer import Transfer, Way
from vendor_registry.model.register.flow import Node
from vendor_registry.model.text.origin import Cell


@dataclass(frozen=True, order=True, slots=True)
class Unstated:
    """A party that exports, and the cell in which its seat can be written."""

    name: str
    cell: Cell
    systems: tuple[str, ...] = ()  # those it runs because they name no other entity


def unstated_seats(case: Case, transfers: Iterable[Transfer]) -> tuple[Unstated, ...]:
    """The parties of which nobody says where they are established, and whose seat would settle these transfers.

    A recipient hands on what others brought: then it is the seat of the one that began.
    """
    return _unstated(case, {key for one in transfers if not one.sure for key in _exporters(case, one)})


def blank_seats(case: Case, keys: Iterable[str]) -> tuple[Unstated, ...]:
    """Of these nodes the parties of which nobody says where they are established."""
    return _unstated(case, {key for key in keys if not seat_of(case, case.graph.nodes[key])})


def _unstated(case: Case, keys: set[str]) -> tuple[Unstated, ...]:
    found: dict[tuple[str, Cell], set[str]] = {}
    for key in keys:
        name, cell = _party(case, case.graph.nodes[key])
        found.setdefault((name, cell), set()).update({key} & case.policy.systems.keys())
    return tuple(sorted(Unstated(name, cell, tuple(sorted(keys))) for (name, cell), keys in found.items()))


def _exporters(case: Case, transfer: Transfer) -> Iterator[str]:
    if not transfer.ways:
        yield transfer.flow.source
    if transfer.ways == (Way.ONWARD,):
        yield from _beginning(case, transfer)


def _beginning(case: Case, transfer: Transfer) -> Iterator[str]:
    """The senders from whom an unsure chain begins, going back hop by hop."""
    network, found = case.reach.network, answered(case)
    front, seen = [network.number[transfer.flow.source]], set[int]()
    while front:
        node = front.pop()
        seen.add(node)
        for number in network.into.at(node):
            ways = _unsure(found[number], transfer.regime) if number in found else None
            if ways == ():
                yield network.nodes[network.source[number]].key
            elif ways == (Way.ONWARD,) and network.source[number] not in seen:
                front.append(network.source[number])


def _unsure(answers: Answers, regime: str) -> tuple[Way, ...] | None:
    return next((one.ways for _, one, _ in answers.each if one.regime == regime and not one.sure), None)


def _party(case: Case, node: Node) -> tuple[str, Cell]:
    row = case.registry.by_key.get(node.key)
    if row:
        return row.vendor, row.cell("country")
    entity, company = case.policy.entities.get(operator_of(case, node)), case.policy.company
    return (entity.legal_name, entity.cell) if entity else (company.name, company.cell)
