"""The words of a selector, and what a node of the flow graph answers to each.

An answer is yes, no, or None: a blank decides, so nobody can say.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.law.tables.zones import ZONES
from vendor_registry.model.register.countries import COUNTRIES
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.register.place import Region

Answer = bool | None

_ANSWERS: dict[Lies, Answer] = {Lies.SURELY: True, Lies.MAYBE: None, Lies.NO: False}


@dataclass(frozen=True)
class Facts:
    """What is known of the nodes of one case, looked up once for all rules."""

    case: Case
    _columns: dict[object, list[Hashable]] = field(default_factory=dict, repr=False)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """By key."""
        return tuple(node for _, node in sorted(self.case.graph.nodes.items()))

    @cached_property
    def cells(self) -> dict[str, list[tuple[str, ...] | None]]:
        """By node: what data subjects give, what all others are declared to get."""
        cells: dict[str, list[tuple[str, ...] | None]] = {one.key: [one.data] for one in self.case.running}
        rows, nodes = self.case.registry.by_key, self.case.graph.nodes
        for flow in self.case.graph.flows:
            if nodes[flow.source].kind is NodeKind.SUBJECT:
                cells.setdefault(flow.source, []).append(flow.data)
            if flow.target not in rows:
                cells.setdefault(flow.target, []).append(flow.data)
        return cells

    def column(self, fact: Callable[["Facts", Node], Hashable]) -> list[Hashable]:
        """One fact of each node."""
        if fact not in self._columns:
            self._columns[fact] = [fact(self, node) for node in self.nodes]
        return self._columns[fact]

    def row(self, node: Node) -> Engagement | None:
        return self.case.registry.by_key.get(node.key)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the grammar."""

    meaning: str
    fact: Callable[[Facts, Node], Any]  # what the answer follows from; None: nothing is known, and nothing can be
    answer: Callable[[Case, Any, str], Answer]
    values: Callable[[Case], Iterable[str]]  # all it can have

    def answers(self, facts: Facts, value: str) -> list[Answer]:
        """What each node answers; nodes of which the same is known are asked once."""
        column = facts.column(self.fact)
        known = {fact: self.answer(facts.case, fact, value) for fact in dict.fromkeys(column)}
        return list(map(known.__getitem__, column))


def _same(left: str, right: str) -> bool:
    return " ".join(left.split()).casefold() == right.casefold()


def _is(case: Case, fact: str | None, value: str) -> Answer:
    return fact is not None and _same(fact, value)


def _any_is(case: Case, fact: tuple[str, ...] | None, value: str) -> Answer:
    return fact is not None and any(one == ALL or _same(one, value) for one in fact)


def _called(case: Case, fact: tuple[str, ...] | None, value: str) -> Answer:
    return fact is not None and any(_same(name, value) for name in fact)


def _names(facts: Facts, node: Node) -> tuple[str, ...] | None:
    row = facts.row(node)
    return (row.vendor, row.legal_name, *row.formerly) if row else None


def _products(facts: Facts, node: Node) -> tuple[str, ...] | None:
    one = facts.row(node) or facts.case.policy.systems.get(node.key)
    return one.products if one else None


def _places(facts: Facts, node: Node) -> tuple[str, Region, Region] | None:
    """Seat, region, remote access."""
    if node.kind is NodeKind.SUBJECT:
        return None
    system = facts.case.policy.systems.get(node.key)
    one = facts.row(node) or (facts.case.policy.entities.get(system.operator) if system else None)
    return (one.country if one else "", node.region, node.access_from)


def _lies(case: Case, fact: tuple[str, Region, Region] | None, value: str) -> Answer:
    """With a wide place such as EEA nobody can say which of its countries it is."""
    if fact is None:
        return False
    seat, region, access_from = fact
    if seat in case.places.countries(value.upper()):
        return True
    return _ANSWERS[case.places.standing(region, access_from, value.upper()).lies]


def _parents(facts: Facts, node: Node) -> tuple[str, str] | None:
    """Who stands behind a third party: name and country. Behind a system of our own stands whoever runs it."""
    if node.kind is NodeKind.SUBJECT:
        return None
    if row := facts.row(node):
        return (row.parent, row.parent_country)
    policy, system = facts.case.policy, facts.case.policy.systems.get(node.key)
    operator = policy.entities.get(system.operator) if system else None
    return ("", operator.country if operator else policy.company.country)


def _parented(case: Case, fact: tuple[str, str] | None, value: str) -> Answer:
    """A place asks where the parent sits, another word what it is called; a blank says neither yes nor no."""
    if fact is None:
        return False
    name, country = fact
    if value.upper() in (*ZONES, *COUNTRIES):
        return country in case.places.countries(value.upper()) if country else None
    return _same(name, value) if name else None


def _meets(case: Case, fact: tuple[tuple[str, ...] | None, ...], value: str) -> Answer:
    """A category meets its parents and its children, as it does along a flow."""
    wanted = value.casefold().split(".")
    for key in (key for cell in fact for key in cell or ()):
        parts = key.casefold().split(".")
        if parts[: len(wanted)] == wanted[: len(parts)]:
            return True
    return None if None in fact else False


WORDS: Mapping[str, Word] = {
    "key": Word(
        "key of a row, of a system, or of data subjects",
        lambda facts, node: node.key,
        _is,
        lambda case: [*case.graph.nodes, *case.registry.by_key],
    ),
    "vendor": Word(
        "name of a vendor as published, its legal name, or a former name",
        _names,
        _called,
        lambda case: [
            name for one in case.registry.engagements for name in (one.vendor, one.legal_name, *one.formerly) if name
        ],
    ),
    "service": Word(
        "service", lambda facts, node: (row := facts.row(node)) and row.service, _is, lambda case: case.policy.services
    ),
    "role": Word(
        "role under the GDPR",
        lambda facts, node: (row := facts.row(node)) and row.role,
        _is,
        lambda case: [str(role) for role in Role],
    ),
    "product": Word("product served", _products, _any_is, lambda case: case.policy.products),
    "condition": Word(
        "condition under which it applies",
        lambda facts, node: (row := facts.row(node)) and row.condition,
        _any_is,
        lambda case: case.policy.conditions,
    ),
    "zone": Word("data region served", lambda facts, node: (node.zone,), _any_is, lambda case: case.policy.zones),
    "country": Word(
        "seat, region or remote access in a country or jurisdiction (EEA, EU, UK, CH)",
        _places,
        _lies,
        lambda case: [*sorted(COUNTRIES), *ZONES],
    ),
    "parent": Word(
        "ultimate parent by name, or its seat in a country or jurisdiction (EEA, EU, UK, CH)",
        _parents,
        _parented,
        lambda case: [*sorted(COUNTRIES), *ZONES, *(one.parent for one in case.registry.engagements if one.parent)],
    ),
    "data": Word(
        "category of data, with its parents and children",
        lambda facts, node: tuple(facts.cells.get(node.key, ())),
        _meets,
        lambda case: case.policy.data,
    ),
}
"""All words, in the order of help texts."""
