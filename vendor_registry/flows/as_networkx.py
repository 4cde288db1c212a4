"""The flow graph as a `networkx.MultiDiGraph` (the door to networkx)."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

import networkx

from vendor_registry.flows.build import FlowGraph

PublicGraph: TypeAlias = "networkx.MultiDiGraph[str]"


def as_networkx(graph: FlowGraph) -> PublicGraph:
    """The public graph, nodes and edges added in sorted order.

    Node attributes: `kind` (subject, system, engagement), `name`, `zone`, `region` and `access_from`
    (lists of codes, empty: unknown). Edge keys are row keys; edge attributes: `data` (list of categories,
    None: blank, anything may pass), `data_subjects`, `purpose`, `mechanism` (as written), `de_identified`,
    `since`, `until` (dates or None), `file`, `line`.
    """
    public: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, node in graph.nodes.items():
        public.add_node(
            key,
            kind=str(node.kind),
            name=node.name,
            zone=node.zone,
            region=list(node.region.codes),
            access_from=list(node.access_from.codes),
        )
    for flow in graph.flows:
        public.add_edge(
            flow.source,
            flow.target,
            flow.key,
            data=None if flow.data is None else list(flow.data),
            data_subjects=None if flow.data_subjects is None else list(flow.data_subjects),
            purpose=flow.purpose,
            mechanism=[claim.written for claim in flow.claims],
            de_identified=str(flow.de_identified),
            since=flow.since,
            until=flow.until,
            file=flow.cell.file,
            line=flow.cell.line,
        )
    return public


def graphml(graph: PublicGraph) -> bytes:
    """The public graph as GraphML (graphml.graphdrawing.org), UTF-8; `networkx.read_graphml` reads it back.

    GraphML knows no lists, no dates and no blanks: lists are joined with "; ", days are ISO texts, and an attribute
    that is None (unknown) is left out. What XML cannot hold is left out of texts.
    """
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, values in graph.nodes(data=True):
        plain.add_node(key, **_flat(values))
    for source, target, key, values in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key, **_flat(values))
    out = io.BytesIO()
    networkx.write_graphml(plain, out, named_key_ids=True)
    return out.getvalue()


def node_link(graph: PublicGraph) -> dict[str, Any]:
    """The public graph as node-link data of JSON types; `networkx.node_link_graph(data, edges="edges")` reads it."""
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, values in graph.nodes(data=True):
        plain.add_node(key, **{name: _iso(value) for name, value in values.items()})
    for source, target, key, values in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key, **{name: _iso(value) for name, value in values.items()})
    data: dict[str, Any] = networkx.node_link_data(plain, edges="edges")
    return data


def _flat(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _written(_iso(value)) for name, value in values.items() if value is not None}


def _iso(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _written(value: object) -> object:
    text = "; ".join(value) if isinstance(value, list) else value
    return "".join(filter(_in_xml, text)) if isinstance(text, str) else text


def _in_xml(character: str) -> bool:
    """Whether XML 1.0 has a place for it (section 2.2)."""
    code = ord(character)
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
