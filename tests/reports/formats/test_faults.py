"""Faults in a report: every format tells each of them, at its cell, and says that nothing was judged."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.reports.formats.as_csv import as_csv
from vendor_registry.reports.formats.as_github import as_github
from vendor_registry.reports.formats.as_json import as_json
from vendor_registry.reports.formats.as_junit import as_junit
from vendor_registry.reports.formats.as_markdown import as_markdown
from vendor_registry.reports.formats.as_sarif import as_sarif
from vendor_registry.reports.formats.catalogue import FORMATS
from vendor_registry.reports.parts.telling import PLAIN

ROOT = Path(__file__).parents[3]
OASIS = ROOT.parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
COUNTRY = Fault(Cell("data/vendors.csv", 4, "country"), '"Germny" is not a country', "did you mean DE (Germany)?")
ROLE = Fault(Cell("data/vendors.csv", 5, "role"), '"x" is not a role')
WHOLE = Fault(Cell("data/policy.toml", 0), "this file cannot be read: no such file or directory")


def refused(*faults: Fault) -> Report:
    return Report.refused(faults, date(2026, 11, 23), "data/vendors.csv", "data/policy.toml")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_every_fault(name: str) -> None:
    told = FORMATS[name].told(refused(COUNTRY, ROLE, WHOLE), PLAIN)
    for words in ("is not a country", "is not a role", "this file cannot be read", "did you mean DE"):
        assert words in told.replace("Did", "did")
    assert ("nothing was judged" in told) == (name not in ("json", "csv"))


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_what_a_cell_says_is_told_and_not_obeyed(text: str) -> None:
    report = refused(Fault(Cell("data/vendors.csv", 2, text), f"{text} is not a country", text))
    ElementTree.fromstring(as_junit(report))
    Draft202012Validator(json.loads((ROOT / "docs" / "findings.schema.json").read_text("utf-8"))).validate(
        json.loads(as_json(report))
    )
    commands = [line for line in as_github(report).splitlines() if line.startswith("::")]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=data/vendors.csv,line=2,")
    [row] = list(csv.reader(io.StringIO(as_csv(report).removeprefix("\ufeff"), newline="")))[1:]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in row)
    assert "<script>" not in as_markdown(report)
    assert "\x1b" not in as_markdown(report) + FORMATS["text"].told(report, PLAIN)


@pytest.mark.parametrize("faults", [(COUNTRY,), (COUNTRY, ROLE, WHOLE), (COUNTRY, COUNTRY)])
def test_sarif_has_a_result_for_each_in_a_run_that_did_not_succeed(faults: tuple[Fault, ...]) -> None:
    log = json.loads(as_sarif(refused(*faults)))
    [run] = log["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == ["fault"]
    assert {(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]} == {("fault", 0, "error")}
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == ("data/vendors.csv", {"startLine": 4})
    names = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert len(set(names)) == len(faults)
    if not OASIS.exists():
        pytest.skip(f"{OASIS.name} is not beside the project")
    Draft4Validator(json.loads(OASIS.read_text(encoding="utf-8"))).validate(log)


def test_a_run_without_faults_says_nothing_of_them() -> None:
    assert "fault" not in as_sarif(sample.report()) + as_junit(sample.report()) + as_github(sample.report())
    assert json.loads(as_json(sample.report()))["faults"] == []


def test_the_name_of_a_fault_stays_while_rows_move() -> None:
    def name(fault: Fault) -> str:
        [result] = json.loads(as_sarif(refused(fault)))["runs"][0]["results"]
        return str(result["partialFingerprints"]["primaryLocationLineHash"])

    moved = Fault(Cell("data/vendors.csv", 9, "country"), COUNTRY.message, COUNTRY.hint)
    assert name(moved) == name(COUNTRY) != name(ROLE)


def test_junit_has_one_testcase_in_error() -> None:
    suites = ElementTree.fromstring(as_junit(refused(COUNTRY, ROLE)))
    assert (suites.get("tests"), suites.get("errors"), suites.get("failures")) == ("1", "1", "0")
    error = suites.find("testsuite/testcase/error")
    assert error is not None
    assert error.get("message") == "2 faults; nothing was judged."
    assert (error.text or "").strip().splitlines() == [
        'data/vendors.csv:4 [country]: "Germny" is not a country. Did you mean DE (Germany)?',
        'data/vendors.csv:5 [role]: "x" is not a role.',
    ]


def test_many_faults_stay_within_what_a_build_server_shows() -> None:
    many = tuple(Fault(Cell("vendors.csv", line, "country"), "is not a country " + "x" * 500) for line in range(2, 302))
    lines = as_github(refused(*many)).splitlines()
    assert len(lines) == 11
    assert lines[9] == "::error title=vendors check::291 more faults; the summary of the job tells of them."
    told = as_markdown(refused(*many))
    assert len(told) < 65_536
    assert "more faults did not fit here" in told
