"""From rows and policy to nodes and flows, in sorted order, so that nothing depends on the order of rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from vendor_registry.model.engagement import Engagement
from vendor_registry.model.flow import Flow, Node, NodeKind
from vendor_registry.model.origin import Cell
from vendor_registry.model.policy import Policy, System, say
from vendor_registry.model.registry import Registry

SUBJECT_PREFIX = "subject:"  # keys are slugs without a colon, so groups of people never clash with systems


@dataclass(frozen=True, slots=True)
class FlowGraph:
    """Who hands personal data to whom on one day. Nodes by key, flows sorted by source, target and row key."""

    nodes: Mapping[str, Node]
    flows: tuple[Flow, ...]


def build(registry: Registry, policy: Policy, day: date) -> FlowGraph:
    """The flow graph of the engagements in force on a day (design: a flow not in force does not exist)."""
    running = [engagement for engagement in registry.engagements if engagement.in_force(day)]
    nodes = _by_key(_nodes(running, policy))
    own = (flow for flow in (*_subject_flows(policy), *_own_flows(policy)) if flow.in_force(day))
    return FlowGraph(nodes, _between(nodes, own, _engagement_flows(running, policy)))


def dormant(registry: Registry, policy: Policy, day: date) -> FlowGraph:
    """The flows that are not in force on a day, with the nodes they would join: what was, and what is to come."""
    sleeping = [engagement for engagement in registry.engagements if not engagement.in_force(day)]
    own = [flow for flow in _own_flows(policy) if not flow.in_force(day)]
    rows = list(_engagement_flows(sleeping, policy))
    ends = {end for flow in (*own, *rows) for end in (flow.source, flow.target)}
    nodes = _by_key(_nodes([registry.by_key[key] for key in sorted(ends) if key in registry.by_key], policy))
    return FlowGraph(nodes, _between(nodes, own, rows))


def _by_key(nodes: Iterable[Node]) -> dict[str, Node]:
    return {node.key: node for node in sorted(nodes, key=attrgetter("key"))}


def _between(nodes: Mapping[str, Node], own: Iterable[Flow], rows: Iterable[Flow]) -> tuple[Flow, ...]:
    """The flows that join two of the nodes, by source, target and row key.

    Flows of rows come row by row in the order of their keys, so where a node has no others they are in order already.
    """
    leaving: dict[str, list[Flow]] = {key: [] for key in nodes}
    mixed = set()
    for flow in own:
        if flow.source in leaving and flow.target in leaving:
            leaving[flow.source].append(flow)
            mixed.add(flow.source)
    for flow in rows:
        if flow.source in leaving:
            leaving[flow.source].append(flow)
    for key in mixed:
        leaving[key].sort(key=attrgetter("target", "key"))
    return tuple(flow for key in nodes for flow in leaving[key])


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
        if _meet(system.products, products) and _meet((system.zone,), (zone,))
    )


def _meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return "*" in left or "*" in right or not set(left).isdisjoint(right)


def _nodes(running: Iterable[Engagement], policy: Policy) -> Iterator[Node]:
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
    for engagement in running:
        yield Node(
            key=engagement.key,
            kind=NodeKind.ENGAGEMENT,
            name=engagement.vendor,
            zone=engagement.zone,
            region=engagement.region,
            access_from=engagement.access_from,
            cell=engagement.cell("region"),
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


def _engagement_flows(running: Iterable[Engagement], policy: Policy) -> Iterator[Flow]:
    """Row by row, in the order of their keys."""
    systems_for: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}  # most rows say nothing else about it
    for engagement in sorted(running, key=attrgetter("key")):
        serves = (engagement.products, engagement.zone)
        named = _named_sources(engagement)
        if not named and serves not in systems_for:
            systems_for[serves] = _systems_for(*serves, policy.systems)
        cell = engagement.cell("data")
        for source in named or systems_for[serves]:
            yield Flow(
                source=source,
                target=engagement.key,
                key=engagement.key,
                data=engagement.data,
                data_subjects=engagement.data_subjects,
                purpose=engagement.purpose,
                claims=engagement.mechanism,
                de_identified=engagement.de_identified,
                since=engagement.since,
                until=engagement.until,
                cell=cell,
            )
