"""The report as code scanning services read it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.span import Span
from vendor_registry.reports.formats.as_sarif import as_sarif

_OURS = json.loads((Path(__file__).parent / "sarif_subset.schema.json").read_text(encoding="utf-8"))
_OASIS = Path(__file__).parents[4] / "shared" / "schemas" / "sarif-schema-2.1.0.json"

REPORTS = {
    "sample": sample.report(),
    "clean": sample.report(sample.WAIVED),
    "two ways": sample.report(sample.TWO_WAYS, sample.WARNING, sample.KNOWN),
    **{f"hostile {number}": sample.report_saying(text) for number, text in enumerate(sample.HOSTILE_TEXTS)},
}


def _run(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(as_sarif(report))["runs"][0]
    return run


def _result(report: Report, rule: str) -> dict[str, Any]:
    [result] = [one for one in _run(report)["results"] if one["ruleId"] == rule]
    found: dict[str, Any] = result
    return found


def test_the_whole_log_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.sarif", as_sarif(sample.report(sample.BROKEN, sample.GAP, sample.WAIVED, sample.WARNING)))


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_what_we_promise_and_nothing_else(name: str) -> None:
    Draft202012Validator(_OURS).validate(json.loads(as_sarif(REPORTS[name])))


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_sarif_as_oasis_defines_it(name: str) -> None:
    if not _OASIS.exists():
        pytest.skip(f"{_OASIS.name} is not beside the project")
    schema = json.loads(_OASIS.read_text(encoding="utf-8"))
    Draft4Validator(schema).validate(json.loads(as_sarif(REPORTS[name])))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda log: log["runs"][0]["results"][0].update(level="fatal"),
        lambda log: log["runs"][0]["results"][0].pop("suppressions"),
        lambda log: log["runs"][0]["results"][0].update(colour="red"),
        lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda log: log["runs"][0]["results"][0]["locations"].clear(),
        lambda log: log["runs"][0]["tool"]["driver"]["rules"][0].pop("help"),
        lambda log: log["runs"][0]["artifacts"][0]["location"].update(uri="a file with blanks"),
    ],
)
def test_our_own_check_finds_a_planted_fault(spoil: Callable[[dict[str, Any]], None]) -> None:
    log = json.loads(as_sarif(sample.report()))
    spoil(log)
    with pytest.raises(jsonschema.ValidationError):
        Draft202012Validator(_OURS).validate(log)


def test_every_rule_is_described_and_every_result_points_to_its_own() -> None:
    run = _run(sample.report())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["complete", "dates-in-order", "regions-apart"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert "**Why:** DPA section 4.2" in rules[2]["help"]["markdown"]


def test_the_level_follows_the_verdict() -> None:
    report = sample.report(sample.BROKEN, sample.GAP, sample.WARNING)
    levels = {result["properties"]["verdict"]: result["level"] for result in _run(report)["results"]}
    assert levels == {"broken": "error", "gap": "warning", "warning": "note"}


def test_the_result_stands_at_the_cell_and_a_whole_file_has_no_line() -> None:
    report = sample.report(sample.GAP, sample.WARNING)
    [location] = _result(report, "complete")["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "data/vendors.csv"},
        "region": {"startLine": 2},
    }
    assert location["logicalLocations"] == [{"name": "region", "kind": "member"}]
    [location] = _result(report, "dates-in-order")["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "data/policy.toml"}}


def test_a_cell_whose_characters_are_known_is_a_region_from_the_first_to_behind_the_last() -> None:
    """Wherever it is told: as the place of the finding, a hop, or a cell beside."""
    spans = {sample.BROKEN.cell: Span(4, 7, 5, 3), sample.SECOND.cell: Span(4, 1, 4, 1)}
    report = replace(sample.report(sample.BROKEN), locate=spans.get)
    run = _run(report)
    assert (run["columnKind"], run["newlineSequences"]) == ("utf16CodeUnits", ["\r\n", "\n", "\r"])
    [result] = [one for one in run["results"] if one["ruleId"] == "regions-apart"]
    whole = {"startLine": 4, "startColumn": 7, "endLine": 5, "endColumn": 3}
    blank = {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1}
    assert result["locations"][0]["physicalLocation"]["region"] == whole
    hops = [step["location"] for step in result["codeFlows"][0]["threadFlows"][0]["locations"]]
    assert [hop["physicalLocation"]["region"] for hop in hops] == [{"startLine": 3}, blank]
    assert result["relatedLocations"][0]["physicalLocation"]["region"] == blank
    Draft202012Validator(_OURS).validate(json.loads(as_sarif(report)))


def test_a_chain_is_a_code_flow_and_further_chains_are_further_ones() -> None:
    first, second = _result(sample.report(sample.TWO_WAYS), "regions-apart")["codeFlows"]
    told = [step["location"]["message"]["text"] for step in second["threadFlows"][0]["locations"]]
    assert first["message"]["text"] == "platform-eu -> lake"
    assert told == ["platform-eu hands content to desk (SCC M3)", "desk hands content to lake"]


def test_other_cells_are_linked_from_the_message_by_their_number() -> None:
    result = _result(sample.report(sample.WARNING), "dates-in-order")
    assert "See [data/vendors.csv:4 notified](2)." in result["message"]["text"]
    assert [one["id"] for one in result["relatedLocations"]] == [1, 2]
    assert result["relatedLocations"][1]["physicalLocation"]["region"] == {"startLine": 4}


def test_a_waived_and_a_known_finding_are_suppressed_with_the_reason_and_all_others_say_that_they_are_not() -> None:
    report = sample.report(sample.GAP, sample.WAIVED, sample.KNOWN)
    reasons = [[one["justification"] for one in result["suppressions"]] for result in _run(report)["results"]]
    assert reasons == [
        [],
        ["waived (data/waivers.csv:2, until 2027-01-31)"],
        ["known (baseline known.json)"],
    ]


def test_moving_rows_keeps_the_fingerprints() -> None:
    moved = replace(sample.BROKEN, cell=replace(sample.BROKEN.cell, line=99))
    before, after = (_result(sample.report(one), "regions-apart") for one in (sample.BROKEN, moved))
    assert before["locations"] != after["locations"]
    assert before["partialFingerprints"] == after["partialFingerprints"]


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_makes_no_link_and_no_placeholder(text: str) -> None:
    result = _result(sample.report_saying(text), "regions-apart")
    said = result["message"]["text"]
    assert said.count("](") == 1  # our own link to the other cell
    assert said.endswith("](1).")
    assert "{" not in said.replace("{{", "")


def test_a_file_with_strange_letters_is_a_uri() -> None:
    odd = replace(sample.GAP, cell=replace(sample.GAP.cell, file="data/Anbieter für 2026: #1%.csv"))
    [location] = _result(sample.report(odd), "complete")["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "data/Anbieter%20f%C3%BCr%202026%3A%20%231%25.csv"
