"""The flow graph as a `networkx.MultiDiGraph` (the door to networkx)."""

from typing import TypeAlias

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
