"""The words of a selector, and what a node of the flow graph answers to each."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.case.selector_facts import Answer, Facts, Word
from vendor_registry.law.tables.zones import ZONES
from vendor_registry.model.register.countries import COUNTRIES
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.register.place import Region

_ANSWERS: dict[Lies, Answer] = {Lies.SURELY: True, Lies.MAYBE: None, Lies.NO: False}


def _same(left: str, right: str) -> bool:
    return " ".join(left.split()).casefold() == right.casefold()


def _is(case: Case, fact: str | None, value: str) -> Answer:
    return fact is not None and _same(fact, value)


def _any_is(case: Case, fact: tuple[str, ...] | None, value: str) -> Answer:
    return fact is not None and any(one == ALL or _same(one, value) for one in fact)


def _called(case: Case, fact: tuple[str, ...] | None, value: str) -> Answer:
    return fact is not None and any(_same(name, value) for name in fact)


def _products(facts: Facts, node: Node) -> tuple[str, ...] | None:
    system = facts.case.policy.systems.get(node.key)
    return system.products if system else None


def _places(facts: Facts, node: Node) -> tuple[str, Region, Region] | None:
    """Seat, region, remote access."""
    if node.kind is NodeKind.SUBJECT:
        return None
    system = facts.case.policy.systems.get(node.key)
    operator = facts.case.policy.entities.get(system.operator) if system else None
    return (operator.country if operator else "", node.region, node.access_from)


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


def _as_it_is(cell: Any) -> Any:
    return cell


def _together(*cells: Any) -> tuple[Any, ...]:
    return cells


WORDS: Mapping[str, Word] = {
    "key": Word(
        "key of a row, of a system, or of data subjects",
        ("key",),
        _as_it_is,
        _is,
        lambda case: [*case.graph.nodes, *case.registry.by_key],
        lambda facts, node: node.key,
    ),
    "vendor": Word(
        "name of a vendor as published, its legal name, or a former name",
        ("vendor", "legal_name", "formerly"),
        lambda vendor, legal_name, formerly: (vendor, legal_name, *formerly),
        _called,
        lambda case: filter(None, _names(case)),
    ),
    "service": Word("service", ("service",), _as_it_is, _is, lambda case: case.policy.services),
    "role": Word("role under the GDPR", ("role",), _as_it_is, _is, lambda case: [str(role) for role in Role]),
    "product": Word("product served", ("products",), _as_it_is, _any_is, lambda case: case.policy.products, _products),
    "condition": Word(
        "condition under which it applies", ("condition",), _as_it_is, _any_is, lambda case: case.policy.conditions
    ),
    "zone": Word(
        "data region served",
        ("zone",),
        _together,
        _any_is,
        lambda case: case.policy.zones,
        lambda facts, node: (node.zone,),
    ),
    "country": Word(
        "seat, region or remote access in a country or jurisdiction (EEA, EU, UK, CH)",
        ("country", "region", "access_from"),
        _together,
        _lies,
        lambda case: [*sorted(COUNTRIES), *ZONES],
        _places,
    ),
    "parent": Word(
        "ultimate parent by name, or its seat in a country or jurisdiction (EEA, EU, UK, CH)",
        ("parent", "parent_country"),
        _together,
        _parented,
        lambda case: [*sorted(COUNTRIES), *ZONES, *filter(None, cells_of(case.registry.engagements, "parent"))],
        _parents,
    ),
    "data": Word(
        "category of data, with its parents and children",
        ("data",),
        _together,
        _meets,
        lambda case: case.policy.data,
        lambda facts, node: facts.given(node),
    ),
}
"""All words, in the order of help texts."""


def _names(case: Case) -> Iterator[str]:
    rows = case.registry.engagements
    yield from chain(cells_of(rows, "vendor"), cells_of(rows, "legal_name"), *cells_of(rows, "formerly"))
