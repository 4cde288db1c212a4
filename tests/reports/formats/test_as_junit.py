"""The report as build servers read it."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_junit import as_junit


def _cases(report: Report) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(as_junit(report))
    return {case.attrib["name"]: case for case in root.iter("testcase")}


def test_the_whole_file_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.junit.xml", as_junit(sample.report()))


def test_every_rule_is_a_testcase_and_kept_ones_pass() -> None:
    cases = _cases(sample.report())
    assert sorted(cases) == ["complete", "dates-in-order", "regions-apart"]
    assert [name for name, case in cases.items() if case.find("failure") is None] == ["dates-in-order"]
    assert "nearest miss: desk, notified 31 days before" in cases["dates-in-order"].findtext("system-out", "")


def test_the_counts_are_those_of_the_testcases() -> None:
    root = ElementTree.fromstring(as_junit(sample.report(sample.BROKEN, sample.WAIVED)))
    counts = {name: root.attrib[name] for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "3", "failures": "1", "errors": "0", "skipped": "1"}
    assert {name: root[0].attrib[name] for name in counts} == counts


def test_the_failure_tells_the_chain() -> None:
    [failure] = _cases(sample.report())["regions-apart"].findall("failure")
    assert failure.attrib["type"] == "broken"
    assert "-> lake  content          data/vendors.csv:4 [data]  <- cut here" in (failure.text or "")


def test_a_rule_with_only_waived_or_known_findings_is_skipped_with_the_reason() -> None:
    cases = _cases(sample.report(sample.WAIVED, sample.KNOWN))
    [skipped] = cases["complete"].findall("skipped")
    assert skipped.attrib["message"] == ("waived (data/waivers.csv:2, until 2027-01-31); known (baseline known.json)")
    assert "Slow: data is blank." in cases["complete"].findtext("system-out", "")


def test_beside_a_failure_the_waived_finding_is_still_told() -> None:
    case = _cases(sample.report())["complete"]
    assert case.find("skipped") is None
    assert "Slow" not in case.findtext("failure", "")
    assert "Slow: data is blank." in case.findtext("system-out", "")


def test_a_warning_passes_and_is_told() -> None:
    case = _cases(sample.report(sample.WARNING))["dates-in-order"]
    assert case.find("failure") is None
    assert "Nobody is told before a change." in case.findtext("system-out", "")


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_stays_text(text: str) -> None:
    report = sample.report_saying(text)
    cases = _cases(report)
    [failure] = cases["regions-apart"].findall("failure")
    assert len(cases) == 3
    assert not list(failure)
    assert failure.attrib["message"] == f"1 broken: {visible(text)}"
    assert f"what must hold: {visible(text)}\n" in cases["complete"].findtext("system-out", "")
