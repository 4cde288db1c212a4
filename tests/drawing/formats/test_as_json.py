"""JSON, the pictures and what they are drawn from, as data."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.drawing import acme
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats import as_json
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.views import region, summary

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "diagram.schema.json").read_text("utf-8"))


def values() -> tuple[Any, Picture]:
    case = acme.small()
    drawn = album(acme.question(case, acme.finding(case, "desk-in")), region.VIEW, engine="wasm")
    return json.loads(as_json.write(drawn)), drawn.pages[0].picture


def test_it_holds_everything_that_is_drawn_under_a_version() -> None:
    written, picture = values()
    assert (written["format"], written["version"]) == ("vendors-graph", 2)
    assert (written["view"], written["as_of"], written["company"]) == ("region", "2026-11-23", "Acme Mail")
    [page] = written["pages"]
    for name, drawn in (
        ("clusters", picture.clusters),
        ("nodes", picture.boxes),
        ("edges", picture.lines),
        ("rows", picture.rows),
        ("findings", picture.remarks),
        ("hidden", picture.notes),
        ("zones", picture.zones),
    ):
        assert len(page[name]) == len(drawn) > 0, name
    assert page["legend"]
    assert page["readability"]["label"] >= 9


def test_every_reference_leads_somewhere() -> None:
    written, _ = values()
    [page] = written["pages"]
    nodes, clusters = {one["id"] for one in page["nodes"]}, {one["id"] for one in page["clusters"]} | {""}
    assert {one["cluster"] for one in page["nodes"]} | {one["parent"] for one in page["clusters"]} <= clusters
    assert {edge[end] for edge in page["edges"] for end in ("source", "target")} <= nodes
    assert set(page["layout"]["nodes"]) == nodes
    assert set(page["layout"]["edges"]) == {one["id"] for one in page["edges"]}
    assert set(page["layout"]["clusters"]) == clusters - {""}
    signs = {one["sign"] for one in written["findings"]}
    assert {sign for edge in page["edges"] for sign in edge["signs"]} == signs == {"V1"}
    parties = {one["key"] for one in written["parties"]}
    assert {member for one in page["nodes"] for member in one["members"]} == parties
    assert {flow[end] for flow in written["flows"] for end in ("source", "target")} <= parties


def test_a_finding_has_its_chain_with_the_cells() -> None:
    written, _ = values()
    [finding] = written["findings"]
    assert [link["target"] for link in finding["chain"]] == ["desk-in"]
    assert finding["chain"][0]["place"] == "vendors.csv:9 [data]"
    assert finding["rule"] == "apart"


def test_every_node_of_the_case_is_in_one_box() -> None:
    case = acme.large()
    [page] = json.loads(as_json.write(acme.album(acme.picture(case))))["pages"]
    members = [member for one in page["nodes"] for member in one["members"]]
    assert len(members) == len(set(members))
    assert {engagement.key for engagement in case.running} <= set(members)


@pytest.mark.parametrize("view", [region.VIEW, summary.VIEW], ids=lambda view: view.name)
def test_it_keeps_its_schema(view: Any) -> None:
    case = acme.small()
    drawn = album(acme.question(case, acme.finding(case, "desk-in")), view, engine="wasm")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(as_json.write(drawn)), SCHEMA)


def test_the_schema_refuses_what_lacks_a_page() -> None:
    written, _ = values()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**written, "pages": []}, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**written, "surprise": 1}, SCHEMA)
