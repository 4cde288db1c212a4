"""The words of a selector, and what a node of the flow graph answers to each.

An answer is yes, no, or None: a blank decides, so nobody can say.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.law.zones import ZONES
from vendor_registry.model.countries import COUNTRIES
from vendor_registry.model.engagement import Engagement, Role
from vendor_registry.model.flow import Node, NodeKind
from vendor_registry.model.policy import System

Answer = bool | None

_ANSWERS: dict[Lies, Answer] = {Lies.SURELY: True, Lies.MAYBE: None, Lies.NO: False}


@dataclass(frozen=True)
class Facts:
    """What is known of the nodes of one case, looked up once for many of them."""

    case: Case

    @cached_property
    def cells(self) -> dict[str, list[tuple[str, ...] | None]]:
        """By node: what data subjects give, what all others are declared to get."""
        cells: dict[str, list[tuple[str, ...] | None]] = {one.key: [one.data] for one in self.case.running}
        for flow in self.case.graph.flows:
            for end in (flow.source, flow.target):
                kind = self.case.graph.nodes[end].kind
                if (kind is NodeKind.SYSTEM and end == flow.target) or kind is NodeKind.SUBJECT:
                    cells.setdefault(end, []).append(flow.data)
        return cells

    def engagement(self, node: Node) -> Engagement | None:
        return self.case.registry.by_key.get(node.key)

    def ours(self, node: Node) -> Engagement | System | None:
        return self.engagement(node) or self.case.policy.systems.get(node.key)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the grammar."""

    meaning: str
    answer: Callable[[Facts, Node, str], Answer]
    values: Callable[[Case], Iterable[str]]  # all it can have


@lru_cache(maxsize=1024)  # few services, roles, zones and products, asked for every node
def _same(left: str, right: str) -> bool:
    return " ".join(left.split()).casefold() == right.casefold()


def _key(facts: Facts, node: Node, value: str) -> Answer:
    return _same(node.key, value)


def _vendor(facts: Facts, node: Node, value: str) -> Answer:
    one = facts.engagement(node)
    return one is not None and (_same(one.vendor, value) or _same(one.legal_name, value))


def _service(facts: Facts, node: Node, value: str) -> Answer:
    one = facts.engagement(node)
    return one is not None and _same(one.service, value)


def _role(facts: Facts, node: Node, value: str) -> Answer:
    one = facts.engagement(node)
    return one is not None and _same(one.role, value)


def _product(facts: Facts, node: Node, value: str) -> Answer:
    one = facts.ours(node)
    return one is not None and any(product == "*" or _same(product, value) for product in one.products)


def _zone(facts: Facts, node: Node, value: str) -> Answer:
    return node.zone == "*" or _same(node.zone, value)


def _country(facts: Facts, node: Node, value: str) -> Answer:
    """Seat, region or remote access; with a wide place such as EEA nobody can say which of its countries it is."""
    if node.kind is NodeKind.SUBJECT:
        return False
    one = facts.ours(node)
    operator = facts.case.policy.entities.get(one.operator) if isinstance(one, System) else None
    seat = one.country if isinstance(one, Engagement) else operator.country if operator else ""
    if seat in facts.case.places.countries(value.upper()):
        return True
    return _ANSWERS[facts.case.places.position(node, value.upper()).lies]


def _data(facts: Facts, node: Node, value: str) -> Answer:
    """A category meets its parents and its children, as it does along a flow."""
    wanted = value.casefold().split(".")
    cells = facts.cells.get(node.key, [])
    for key in (key for cell in cells for key in cell or ()):
        parts = key.casefold().split(".")
        if parts[: len(wanted)] == wanted[: len(parts)]:
            return True
    return None if None in cells else False


WORDS: Mapping[str, Word] = {
    "key": Word(
        "key of a row, of a system, or of data subjects", _key, lambda case: [*case.graph.nodes, *case.registry.by_key]
    ),
    "vendor": Word(
        "name of a vendor as published, or its legal name",
        _vendor,
        lambda case: [name for one in case.registry.engagements for name in (one.vendor, one.legal_name) if name],
    ),
    "service": Word("service", _service, lambda case: case.policy.services),
    "role": Word("role under the GDPR", _role, lambda case: [str(role) for role in Role]),
    "product": Word("product served", _product, lambda case: case.policy.products),
    "zone": Word("data region served", _zone, lambda case: case.policy.zones),
    "country": Word(
        "seat, region or remote access in a country or jurisdiction (EEA, EU, UK, CH)",
        _country,
        lambda case: [*sorted(COUNTRIES), *ZONES],
    ),
    "data": Word("category of data, with its parents and children", _data, lambda case: case.policy.data),
}
"""All words, in the order of help texts."""
