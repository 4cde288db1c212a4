"""The report on the register in data/: short, whole, and it begins with the policy."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vendor_registry.case.case import Case
from vendor_registry.model.findings.report import Report
from vendor_registry.reports.formats.as_markdown import as_markdown
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.parts.telling import Telling
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.judgement.remedies.first import first

ROOT = Path(__file__).parent.parent


@pytest.fixture
def report(monkeypatch: pytest.MonkeyPatch) -> Report:
    """As whoever stands in the folder of the project gets it."""
    monkeypatch.chdir(ROOT)
    loaded = load(Path("data/vendors.csv"), Path("data/policy.toml"))
    case = Case(loaded.registry, loaded.policy, date(2026, 11, 23), loaded.beside.waivers)
    judged = check(case)
    return first(case, judged, judged)


def test_it_begins_with_cells_of_the_policy(report: Report) -> None:
    """Where the company sits, and which data region its website and its account system serve."""
    best = [remedy.cell.column for remedy in report.first]
    assert best[:3] == ["company.country", "systems.website.zone", "systems.account.zone"]
    assert report.first[0].settles > len(report.findings) / 3
    assert [one.settles for one in report.first] == sorted((one.settles for one in report.first), reverse=True)


def test_it_is_short_and_loses_no_cell(report: Report) -> None:
    text = as_text(report)
    assert text.count("\n") <= 120
    for shown in (text, as_text(report, Telling(each=True)), as_markdown(report).replace("\\", "")):
        for finding in report.findings:
            for cell in (finding.cell, *finding.related, *(hop.flow.cell for hop in finding.witness)):
                assert f"{cell.file}:{cell.line}" in shown
                assert f"[{cell.column}]" in shown
            assert str(finding.cell) in shown


def test_it_is_the_same_whatever_the_order_of_outcomes(report: Report) -> None:
    turned = replace(report, outcomes=tuple(replace(one, findings=one.findings[::-1]) for one in report.outcomes[::-1]))
    assert as_text(turned) == as_text(report)
    assert as_markdown(turned) == as_markdown(report)
