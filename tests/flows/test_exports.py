"""GraphML and node-link data, read back by networkx."""

import io
import json

import networkx

from tests import make
from tests.drawing import acme
from vendor_registry.flows.as_networkx import PublicGraph, as_networkx, graphml, node_link


def graph() -> PublicGraph:
    """With a blank, a date, a list and a sign that XML has no place for."""
    case = make.case(
        make.engagement("oak", vendor="Oak & <Sons>\x07", data=None, since=make.DAY.replace(year=2020)),
        make.engagement("elm", data=("contact", "content"), region="DE; BE"),
    )
    return as_networkx(case.graph)


def test_graphml_comes_back_with_every_node_flow_and_known_attribute() -> None:
    made = graph()
    read = networkx.read_graphml(io.BytesIO(graphml(made)), force_multigraph=True)
    assert set(read.nodes) == set(made.nodes)
    assert {key for _, _, key in networkx.MultiDiGraph(read).edges(keys=True)} == {
        key for _, _, key in made.edges(keys=True)
    }
    assert read.number_of_edges() == made.number_of_edges()
    assert read.nodes["oak"]["name"] == "Oak & <Sons>"
    assert read.nodes["elm"]["region"] == "DE; BE"
    [oak] = [values for _, target, values in read.edges(data=True) if target == "oak"]
    assert "data" not in oak, "unknown is left out"
    assert oak["since"] == "2020-11-23"


def test_node_link_data_goes_through_json_and_back_unchanged() -> None:
    made = graph()
    read = networkx.node_link_graph(json.loads(json.dumps(node_link(made))), edges="edges")
    assert networkx.utils.graphs_equal(
        networkx.MultiDiGraph(read), networkx.node_link_graph(node_link(made), edges="edges")
    )
    assert read.nodes["elm"]["region"] == ["DE", "BE"]
    [values] = [values for _, target, values in read.edges(data=True) if target == "oak"]
    assert values["data"] is None
    assert values["since"] == "2020-11-23"


def test_both_are_the_same_bytes_for_the_same_graph() -> None:
    case = acme.small()
    assert graphml(as_networkx(case.graph)) == graphml(as_networkx(acme.small().graph))
