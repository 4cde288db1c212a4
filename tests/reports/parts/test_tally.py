"""The words that every report shares."""

from dataclasses import replace

from tests.reports import sample
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.text.counting import counted
from vendor_registry.reports.parts.tally import open_findings, standing, summary, tally, worst_first


def test_a_rule_stands_as_its_worst_open_finding() -> None:
    [isolation, complete, dates] = sample.report().outcomes
    assert [standing(one) for one in (isolation, complete, dates)] == ["broken", "gap", "kept"]
    waived = replace(complete, findings=(sample.WAIVED, sample.KNOWN))
    assert standing(waived) == "kept"


def test_the_worst_rules_come_first_then_by_id() -> None:
    report = sample.report(sample.GAP, sample.WARNING)
    assert [one.rule for one in worst_first(report.outcomes)] == ["complete", "dates-in-order", "regions-apart"]


def test_open_findings_are_neither_waived_nor_known() -> None:
    report = sample.report(sample.GAP, sample.WAIVED, sample.KNOWN, sample.BROKEN, sample.WARNING)
    assert [one.verdict for one in open_findings(report)] == [Verdict.BROKEN, Verdict.GAP, Verdict.WARNING]


def test_findings_are_counted_by_kind() -> None:
    assert tally([]) == "no findings"
    assert tally([sample.GAP, sample.GAP, sample.BROKEN, sample.WAIVED, sample.KNOWN, sample.WARNING]) == (
        "1 broken, 2 gaps, 1 warning, 1 waived, 1 known"
    )


def test_a_clean_report_says_what_was_looked_at() -> None:
    report = replace(sample.report(sample.WAIVED), engagements=1, transfers=0)
    assert summary(report) == (
        "3 rules, 3 kept: 1 waived. Looked at 1 engagement, 6 flows and 0 transfers of data/vendors.csv as of "
        "2026-11-23."
    )


def test_one_is_singular() -> None:
    assert [counted(number, "flow") for number in (0, 1, 2)] == ["0 flows", "1 flow", "2 flows"]
