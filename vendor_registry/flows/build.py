"""From rows and policy to nodes and flows, in sorted order, so that nothing depends on the order of rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, compress
from typing import NamedTuple

from vendor_registry.flows.joined import flows_of, nodes_of
from vendor_registry.model.policy.policy import Policy, System, say
from vendor_registry.model.register.coverage import meet
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow, Node, NodeKind
from vendor_registry.model.register.on_demand import ByKey, cells_of
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import Cell

SUBJECT_PREFIX = "subject:"  # keys are slugs without a colon, so groups of people never clash with systems


class FlowGraph(NamedTuple):
    """Who hands personal data to whom on one day. Nodes by key, flows sorted by source, target and row key."""

    nodes: Mapping[str, Node]
    flows: Sequence[Flow]

    @property
    def by_key(self) -> ByKey[Node]:
        """The nodes in the order of their keys."""
        if isinstance(self.nodes, ByKey):  # as `build` leaves them
            return self.nodes
        keys = sorted(self.nodes)
        return ByKey(tuple(map(self.nodes.__getitem__, keys)), keys)


def build(running: Sequence[Engagement], policy: Policy, day: date) -> FlowGraph:
    """The flow graph of the engagements in force on a day (design: a flow not in force does not exist)."""
    own = [flow for flow in (*_subject_flows(policy), *_own_flows(policy)) if flow.in_force(day)]
    nodes = nodes_of(tuple(_own_nodes(policy)), running)
    return FlowGraph(nodes, flows_of(nodes, own, running, _sources(running, policy)))


def dormant(registry: Registry, policy: Policy, day: date) -> FlowGraph:
    """The flows that are not in force on a day, with the nodes they would join: what was, and what is to come."""
    sleeping = registry.not_in_force(day)
    sources = _sources(sleeping, policy)
    own = [flow for flow in _own_flows(policy) if not flow.in_force(day)]
    ends = {end for flow in own for end in (flow.source, flow.target)}
    ends.update(chain.from_iterable(sources), compress(cells_of(sleeping, "key"), sources))
    joined = [registry.by_key[key] for key in sorted(ends) if key in registry.by_key]
    nodes = nodes_of(tuple(_own_nodes(policy)), joined)
    return FlowGraph(nodes, flows_of(nodes, own, sleeping, sources))


def sources_of(engagement: Engagement, systems: Mapping[str, System]) -> tuple[str, ...]:
    """Keys of the nodes that hand an engagement its data.

    As written in `receives_from`; blank: those who engage it; else the systems of its products in its zone.
    """
    named = tuple(dict.fromkeys(engagement.receives_from or engagement.engaged_by))
    return named or _systems_for(engagement.products, engagement.zone, systems)


def _sources(rows: Sequence[Engagement], policy: Policy) -> list[tuple[str, ...]]:
    """The same of many rows; a key that is written twice stands twice."""
    named = zip(cells_of(rows, "receives_from"), cells_of(rows, "engaged_by"), strict=True)
    found = [given or engaging for given, engaging in named]
    if all(found):
        return found
    systems_for: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}  # most rows say nothing else about it
    for at, serves in enumerate(zip(cells_of(rows, "products"), cells_of(rows, "zone"), strict=True)):
        if not found[at]:
            if serves not in systems_for:
                systems_for[serves] = _systems_for(*serves, policy.systems)
            found[at] = systems_for[serves]
    return found


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
