"""A baseline lets known findings pass, and only ever gets shorter."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports import sample
from vendor_registry.changes.findings import KnownFinding, compare, remembered
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell, RefusedError
from vendor_registry.use_cases.ledger.comparison import baseline


def written(tmp_path: Path, *findings: Finding) -> tuple[KnownFinding, ...]:
    """A baseline of these findings, written and read again."""
    path = tmp_path / "baseline.json"
    path.write_text(baseline.as_json(sample.report(*findings)), encoding="utf-8")
    return baseline.read(path)


def held(tmp_path: Path, now: Report, *before: Finding) -> Report:
    return baseline.held_against(now, written(tmp_path, *before), "baseline.json")


def test_what_is_known_stays_in_sight_and_is_not_open(tmp_path: Path) -> None:
    report = held(tmp_path, sample.report(sample.BROKEN, sample.GAP), sample.BROKEN)
    assert [(one.rule, one.known_in) for one in report.findings] == [
        ("complete", ""),
        ("regions-apart", "baseline baseline.json"),
    ]
    assert [one.rule for one in report.findings if one.is_open] == ["complete"]


def test_rows_that_move_and_names_that_change_make_nothing_new(tmp_path: Path) -> None:
    """The row moves from line 4 to line 40, and the vendor gets another name."""
    moved = replace(sample.BROKEN, cell=Cell("data/all.csv", 40, "region"), message="content of eu reaches Lake Ltd.")
    report = held(tmp_path, sample.report(moved), sample.BROKEN)
    assert [one.known_in for one in report.findings] == ["baseline baseline.json"]


@pytest.mark.parametrize(
    "other",
    [
        replace(sample.BROKEN, sink="other"),
        replace(sample.BROKEN, home="us"),
        replace(sample.BROKEN, rule="complete"),
    ],
)
def test_another_rule_home_or_sink_is_new(tmp_path: Path, other: Finding) -> None:
    comparison = compare(written(tmp_path, sample.BROKEN), [other])
    assert comparison.new == (other,)
    assert len(comparison.fixed) == 1


def test_a_wider_category_or_a_worse_verdict_is_changed_and_fails(tmp_path: Path) -> None:
    wider = replace(sample.BROKEN, data=("contact", "content"))
    assert compare(written(tmp_path, sample.BROKEN), [wider]).changed == (wider,)
    assert all(one.is_open for one in held(tmp_path, sample.report(wider), sample.BROKEN).findings)
    gap = replace(sample.BROKEN, verdict=Verdict.GAP)
    assert compare(written(tmp_path, gap), [sample.BROKEN]).changed == (sample.BROKEN,)


def test_a_narrower_category_and_a_milder_verdict_are_known(tmp_path: Path) -> None:
    narrower = replace(sample.BROKEN, data=("content.body",), verdict=Verdict.GAP)
    assert compare(written(tmp_path, sample.BROKEN), [narrower]).same == (narrower,)


def test_two_blanks_of_one_row_are_two_findings(tmp_path: Path) -> None:
    data = replace(sample.GAP, sink="evil")
    feed = replace(data, cell=replace(data.cell, column="receives_from"))
    assert compare(written(tmp_path, data), [data, feed]).new == (feed,)


def test_an_entry_that_no_longer_stands_fails(tmp_path: Path) -> None:
    report = held(tmp_path, sample.report(sample.GAP), sample.BROKEN, sample.GAP)
    stale = [one for one in report.findings if one.is_open]
    assert [(one.rule, str(one.cell), one.verdict) for one in stale] == [
        ("baseline", "baseline.json [regions-apart]", "broken")
    ]
    assert stale[0].message == (
        "The baseline lists regions-apart of data that belongs in eu at lake, and there is no such finding any more."
    )


def test_a_waived_finding_is_a_decision_and_goes_into_no_baseline(tmp_path: Path) -> None:
    assert written(tmp_path, sample.WAIVED) == ()
    [one] = [one for one in held(tmp_path, sample.report(sample.WAIVED)).findings if one.rule == "complete"]
    assert (one.waived_by, one.known_in) == (sample.WAIVED.waived_by, "")


def test_the_file_is_sorted_and_holds_no_line_and_no_message(tmp_path: Path) -> None:
    text = baseline.as_json(sample.report(sample.BROKEN, sample.GAP))
    assert text == baseline.as_json(sample.report(sample.GAP, sample.BROKEN))
    assert '"line"' not in text
    assert "reaches" not in text
    assert remembered([sample.BROKEN, sample.BROKEN]) == remembered([sample.BROKEN])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ("[]", "this is not a baseline"),
        ('{"version": 2, "findings": []}', "this is not a baseline"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', "entry 1 is not one of a baseline"),
        ('{"version": 1, "findings": [1]}', "entry 1 is not one of a baseline"),
        ('{"version": 1, "findings": {}}', "this is not a baseline"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match=said):
        baseline.read(path, "baseline.json")


def test_an_entry_that_stands_twice_a_missing_file_and_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    with pytest.raises(RefusedError, match="cannot be read"):
        baseline.read(path)
    path.write_bytes(b'\xff{"version"')
    with pytest.raises(RefusedError, match="not UTF-8"):
        baseline.read(path)
    entry = baseline.as_json(sample.report(sample.BROKEN)).split("[", 1)[1].rsplit("]", 1)[0]
    path.write_text('{"version": 1, "findings": [' + entry + "," + entry + "]}", encoding="utf-8")
    with pytest.raises(RefusedError, match="holds a finding twice"):
        baseline.read(path)
