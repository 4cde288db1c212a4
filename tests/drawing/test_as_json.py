"""JSON, the picture as data."""

import json

from tests.drawing import acme
from vendor_registry.drawing import as_json


def test_it_holds_everything_that_is_drawn_under_a_version() -> None:
    case = acme.small()
    picture = acme.picture(case, acme.VIEWS[0], acme.finding(case, "desk-in"))
    values = json.loads(as_json.write(picture, ""))
    assert (values["format"], values["version"]) == ("vendors-graph", 1)
    assert (values["view"], values["as_of"], values["company"]) == ("region", "2026-11-23", "Acme Mail")
    for name, drawn in (
        ("clusters", picture.clusters),
        ("nodes", picture.boxes),
        ("edges", picture.lines),
        ("flows", picture.rows),
        ("findings", picture.remarks),
        ("hidden", picture.notes),
        ("zones", picture.zones),
    ):
        assert len(values[name]) == len(drawn) > 0, name
    assert values["legend"]


def test_every_reference_leads_somewhere() -> None:
    case = acme.small()
    values = json.loads(as_json.write(acme.picture(case, acme.VIEWS[0], acme.finding(case, "desk-in")), ""))
    nodes, clusters = {one["id"] for one in values["nodes"]}, {one["id"] for one in values["clusters"]} | {""}
    assert {one["cluster"] for one in values["nodes"]} | {one["parent"] for one in values["clusters"]} <= clusters
    assert {edge[end] for edge in values["edges"] for end in ("source", "target")} <= nodes
    signs = {one["sign"] for one in values["findings"]}
    assert {sign for edge in values["edges"] for sign in edge["signs"]} == signs == {"V1"}


def test_every_node_of_the_case_is_in_one_box() -> None:
    case = acme.large()
    values = json.loads(as_json.write(acme.picture(case), ""))
    members = [member for one in values["nodes"] for member in one["members"]]
    assert len(members) == len(set(members))
    assert {engagement.key for engagement in case.running} <= set(members)
