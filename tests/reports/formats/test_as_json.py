"""The report as programs read it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema import Draft202012Validator

from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.reports.formats.as_json import VERSION, as_json

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))


def test_the_whole_object_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.json", as_json(sample.report()))


def test_a_finding_carries_its_cell_and_its_chain() -> None:
    found = json.loads(as_json(sample.report()))["findings"]
    [broken] = [one for one in found if one["verdict"] == "broken"]
    assert broken["cell"] == {"file": "data/vendors.csv", "line": 4, "column": "region"}
    assert [(hop["from"], hop["to"], hop["key"], hop["line"], hop["data"]) for hop in broken["witness"]] == [
        ("platform-eu", "desk", "desk", 3, ["content"]),
        ("desk", "lake", "lake", 4, ["content"]),
    ]
    assert [edge["to"] for edge in broken["cut"]] == ["lake"]


def test_the_order_of_outcomes_and_findings_changes_nothing() -> None:
    report = sample.report()
    turned = replace(
        report,
        outcomes=tuple(replace(one, findings=one.findings[::-1]) for one in report.outcomes[::-1]),
    )
    assert as_json(turned) == as_json(report)


def test_strange_text_stays_text() -> None:
    found = json.loads(as_json(sample.report()))["findings"]
    assert any(sample.HOSTILE in one["message"] for one in found)


@pytest.mark.parametrize(
    "report",
    [
        sample.report(),
        sample.report(sample.TWO_WAYS, sample.WARNING, sample.KNOWN),
        replace(sample.report(), sheets=(), outcomes=()),
        *map(sample.report_saying, sample.HOSTILE_TEXTS),
    ],
)
def test_what_is_written_is_what_the_schema_promises(report: Report) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(as_json(report)))


def _objects(node: Any) -> list[dict[str, Any]]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    here = [node] if isinstance(node, dict) and node.get("type") == "object" else []
    return here + [one for value in below for one in _objects(value)]


def test_the_schema_is_sound_and_leaves_no_key_open() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["version"]["const"] == VERSION
    assert len(_objects(SCHEMA)) == 11
    for one in _objects(SCHEMA):
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])


@pytest.mark.parametrize(
    "path", [("findings", 1), ("findings", 1, "cell"), ("findings", 1, "witness", 0), ("rules", 0)]
)
def test_a_forgotten_key_and_a_new_key_fail(path: tuple[str | int, ...]) -> None:
    written = json.loads(as_json(sample.report()))
    place = written
    for step in path:
        place = place[step]
    place["extra"] = 1
    with pytest.raises(jsonschema.ValidationError, match="extra"):
        Draft202012Validator(SCHEMA).validate(written)
    del place["extra"], place[min(place)]
    with pytest.raises(jsonschema.ValidationError, match="required"):
        Draft202012Validator(SCHEMA).validate(written)
