"""From rows and policy to nodes and flows, in sorted order, so that nothing depends on the order of rows."""

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from vendor_registry.model.policy.policy import Policy, System, say
from vendor_registry.model.register.columnar import from_columns
from vendor_registry.model.register.coverage import meet
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow, Node, NodeKind
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import Cell

_TERMS = ("data", "data_subjects", "purpose", "de_identified", "since", "until")  # what a flow has from its row
SUBJECT_PREFIX = "subject:"  # keys are slugs without a colon, so groups of people never clash with systems

Handed = tuple[str, Engagement, Cell]  # the key of a source, the row it hands data to, and the cell that says which


class FlowGraph(NamedTuple):
    """Who hands personal data to whom on one day. Nodes by key, flows sorted by source, target and row key."""

    nodes: Mapping[str, Node]
    flows: tuple[Flow, ...]


def build(running: Sequence[Engagement], policy: Policy, day: date) -> FlowGraph:
    """The flow graph of the engagements in force on a day (design: a flow not in force does not exist)."""
    nodes = _by_key(_own_nodes(policy), running)
    own = (flow for flow in (*_subject_flows(policy), *_own_flows(policy)) if flow.in_force(day))
    return FlowGraph(nodes, _between(nodes, own, _handed(running, policy)))


def dormant(registry: Registry, policy: Policy, day: date) -> FlowGraph:
    """The flows that are not in force on a day, with the nodes they would join: what was, and what is to come."""
    sleeping = [engagement for engagement in registry.engagements if not engagement.in_force(day)]
    own = [flow for flow in _own_flows(policy) if not flow.in_force(day)]
    rows = _handed(sleeping, policy)
    ends = {end for flow in own for end in (flow.source, flow.target)}
    ends.update(end for source, row, _ in rows for end in (source, row.key))
    nodes = _by_key(_own_nodes(policy), [registry.by_key[key] for key in sorted(ends) if key in registry.by_key])
    return FlowGraph(nodes, _between(nodes, own, rows))


def _by_key(own: Iterable[Node], rows: Sequence[Engagement]) -> dict[str, Node]:
    return {node.key: node for node in sorted((*own, *_row_nodes(rows)), key=attrgetter("key"))}


def _between(nodes: Mapping[str, Node], own: Iterable[Flow], rows: Iterable[Handed]) -> tuple[Flow, ...]:
    """The flows that join two of the nodes, by source, target and row key."""
    flows = _row_flows([handed for handed in rows if handed[0] in nodes])
    for flow in own:
        if flow.source in nodes and flow.target in nodes:
            insort(flows, flow, key=attrgetter("source", "target", "key"))  # few among many
    return tuple(flows)


def sources_of(engagement: Engagement, systems: Mapping[str, System]) -> tuple[str, ...]:
    """Keys of the nodes that hand an engagement its data.

    As written in `receives_from`; blank: those who engage it; else the systems of its products in its zone.
    """
    return _named_sources(engagement) or _systems_for(engagement.products, engagement.zone, systems)


def _named_sources(engagement: Engagement) -> tuple[str, ...]:
    named = engagement.receives_from or engagement.engaged_by
    return tuple(dict.fromkeys(named)) if len(named) > 1 else named  # a key written twice is one flow


def _systems_for(products: tuple[str, ...], zone: str, systems: Mapping[str, System]) -> tuple[str, ...]:
    return tuple(
        key
        for key, system in sorted(systems.items())
        if meet(system.products, products) and meet((system.zone,), (zone,))
    )


def _own_nodes(policy: Policy) -> Iterator[Node]:
    for key, subjects in policy.data_subjects.items():
        yield Node(
            key=SUBJECT_PREFIX + key,
            kind=NodeKind.SUBJECT,
            name=say(subjects.name, ""),
            cell=Cell(policy.file, 0, f"data_subjects.{key}"),
        )
    for key, system in policy.systems.items():
        yield Node(
            key=key,
            kind=NodeKind.SYSTEM,
            name=say(system.name, ""),
            zone=system.zone,
            region=system.region,
            cell=replace(system.cell, column=f"systems.{key}.region"),
        )


def _row_nodes(rows: Sequence[Engagement]) -> list[Node]:
    columns = {name: _column(rows, name) for name in ("key", "zone", "region", "access_from")}
    names = {"name": _column(rows, "vendor"), "cell": _cells(rows, "region")}
    return from_columns(Node, columns | names, kind=NodeKind.ENGAGEMENT)


def _row_flows(rows: Sequence[Handed]) -> list[Flow]:
    """By source and row key: rows come by key, and sorting leaves in their order those with the same source."""
    if not rows:
        return []
    sources, engagements, cells = zip(*rows, strict=True)
    keys = _column(engagements, "key")
    terms = {name: _column(engagements, name) for name in _TERMS}
    claims = _column(engagements, "mechanism")
    flows = from_columns(
        Flow, terms | {"source": sources, "target": keys, "key": keys, "claims": claims, "cell": cells}
    )
    return sorted(flows, key=attrgetter("source"))


def _column(rows: Sequence[Engagement], name: str) -> list[Any]:
    return list(map(attrgetter(name), rows))


def _cells(rows: Sequence[Engagement], column: str) -> list[Cell]:
    return from_columns(Cell, {"file": _column(rows, "file"), "line": _column(rows, "line")}, column=column)


def _subject_flows(policy: Policy) -> Iterator[Flow]:
    for key, system in policy.systems.items():
        for subjects in system.data_subjects:
            yield Flow(
                source=SUBJECT_PREFIX + subjects,
                target=key,
                key=f"systems.{key}",
                data=system.data or None,
                data_subjects=(subjects,),
                purpose=system.purpose,
                cell=replace(system.cell, column=f"systems.{key}.data"),
            )


def _own_flows(policy: Policy) -> Iterator[Flow]:
    for number, flow in enumerate(policy.flows, start=1):
        yield Flow(
            source=flow.source,
            target=flow.target,
            key=f"flow.{number}",
            data=flow.data,
            purpose=flow.purpose,
            claims=flow.mechanism,
            de_identified=flow.de_identified,
            since=flow.since,
            until=flow.until,
            cell=flow.cell,
        )


def _handed(rows: Iterable[Engagement], policy: Policy) -> list[Handed]:
    """Row by row, in the order of their keys."""
    systems_for: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}  # most rows say nothing else about it
    ordered, handed = sorted(rows, key=attrgetter("key")), []
    for engagement, cell in zip(ordered, _cells(ordered, "data"), strict=True):
        sources = _named_sources(engagement)
        if not sources:
            serves = (engagement.products, engagement.zone)
            if serves not in systems_for:
                systems_for[serves] = _systems_for(*serves, policy.systems)
            sources = systems_for[serves]
        handed += [(source, engagement, cell) for source in sources]
    return handed
