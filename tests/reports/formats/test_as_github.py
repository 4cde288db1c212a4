"""The report as annotations of a GitHub Actions run."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reports import sample
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.span import Span
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_github import as_github

_COMMAND = re.compile(r"^\s*::(?P<name>\S+) (?P<properties>.*?)::(?P<data>.*)$")


def _obeyed(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """What a runner would do: name, properties and message of each command, read the way the runner reads them."""
    commands = []
    for line in as_github(report).split("\n"):
        if found := _COMMAND.match(line):
            pairs = dict(pair.split("=", 1) for pair in found["properties"].split(","))
            properties = {name: _unescaped(value) for name, value in pairs.items()}
            commands.append((found["name"], properties, _unescaped(found["data"])))
        else:
            assert not line.lstrip().startswith("::")
        assert "##[" not in line
    return commands


def _unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def _many(count: int, finding: Finding) -> list[Finding]:
    return [replace(finding, cell=replace(finding.cell, line=line)) for line in range(1, count + 1)]


def test_the_whole_output_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.github.txt", as_github(sample.report(sample.BROKEN, sample.GAP, sample.WAIVED, sample.WARNING)))


def test_a_finding_is_an_annotation_at_its_line() -> None:
    [(name, properties, message)] = _obeyed(sample.report(sample.BROKEN))
    assert name == "error"
    assert properties == {"file": "data/vendors.csv", "line": "4", "title": "broken: regions-apart"}
    assert message == (
        "[region] content of eu reaches lake in us.\nPath: platform-eu -> desk -> lake\n"
        "Mend: Drop content from the flow desk -> lake."
    )


def test_a_whole_file_has_no_line() -> None:
    [(name, properties, _)] = _obeyed(sample.report(sample.WARNING))
    assert name == "warning"
    assert properties == {"file": "data/policy.toml", "title": "warning: dates-in-order"}


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span(4, 7, 4, 9), {"line": "4", "col": "7", "endColumn": "9"}),
        (Span(4, 7, 4, 7), {"line": "4", "col": "7"}),
        (Span(4, 7, 6, 2), {"line": "4", "endLine": "6"}),
    ],
)
def test_a_cell_whose_characters_are_known_has_columns_if_it_stands_on_one_line(
    span: Span, place: dict[str, str]
) -> None:
    report = replace(sample.report(sample.BROKEN), locate={sample.BROKEN.cell: span}.get)
    [(_, properties, _)] = _obeyed(report)
    assert properties == {"file": "data/vendors.csv", **place, "title": "broken: regions-apart"}


def test_a_rule_with_many_findings_leaves_the_others_their_turn() -> None:
    """Thirty gaps of one rule at the first lines, and two of another one far below; warnings come after all gaps."""
    other = [replace(one, rule="regions-apart", verdict=Verdict.GAP) for one in _many(32, sample.BROKEN)[30:]]
    commands = _obeyed(sample.report(*_many(30, sample.GAP), *other, *_many(3, sample.WARNING)))
    told = [(properties["title"].removeprefix("gap: "), properties["line"]) for _, properties, _ in commands[:9]]
    assert told[:4] == [("complete", "1"), ("regions-apart", "31"), ("complete", "2"), ("regions-apart", "32")]
    assert told[4:] == [("complete", str(line)) for line in range(3, 8)]
    assert commands[9][2] == "23 gaps, 3 warnings more; the summary of the job tells of them."


def test_nine_of_a_kind_are_shown_and_the_tenth_counts_the_rest() -> None:
    findings = _many(12, sample.BROKEN) + _many(8, sample.WARNING) + _many(3, sample.GAP)
    commands = _obeyed(sample.report(*findings))
    errors, warnings = ([one for one in commands if one[0] == name] for name in ("error", "warning"))
    assert (len(errors), len(warnings)) == (10, 10)
    assert errors[9][2] == "3 broken more; the summary of the job tells of them."
    assert warnings[9][2] == "2 warnings more; the summary of the job tells of them."
    assert [one[1]["title"] for one in warnings[:4]] == ["gap: complete"] * 3 + ["warning: dates-in-order"]


def test_exactly_nine_need_no_line_for_the_rest() -> None:
    assert len(_obeyed(sample.report(*_many(9, sample.GAP)))) == 9


def test_waived_and_known_findings_are_only_counted() -> None:
    report = sample.report(sample.WAIVED, sample.KNOWN)
    assert _obeyed(report) == []
    assert "3 rules, 3 kept: 1 waived, 1 known." in as_github(report)


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_gives_no_command_of_its_own(text: str) -> None:
    [(name, properties, message)] = _obeyed(sample.report_saying(text))
    assert (name, sorted(properties)) == ("error", ["file", "line", "title"])
    shown = "\n".join(map(visible, text.split("\n")))
    assert message == f"[region] {shown}\nPath: platform-eu -> lake\nMend: {shown}"


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_a_strange_file_name_stays_one_property(text: str) -> None:
    odd = replace(sample.GAP, cell=replace(sample.GAP.cell, file=text))
    [(_, properties, _)] = _obeyed(sample.report(odd))
    assert properties == {"file": visible(text), "line": "2", "title": "gap: complete"}


def test_long_texts_are_cut() -> None:
    long = replace(sample.BROKEN, message="x" * 100_000, verdict=Verdict.BROKEN)
    [(_, _, message)] = _obeyed(sample.report(long))
    assert len(message) == 4000
