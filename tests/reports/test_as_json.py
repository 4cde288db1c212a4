"""The report as programs read it."""

import json
from collections.abc import Callable
from dataclasses import replace

from tests.reports import sample
from vendor_registry.reports.as_json import as_json


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
