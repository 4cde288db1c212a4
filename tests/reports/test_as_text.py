"""The report as a person reads it."""

from collections.abc import Callable

from tests.reports import sample
from vendor_registry.reports.as_text import as_coloured_text, as_text


def test_the_whole_report_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.txt", as_text(sample.report()))


def test_a_stranger_s_text_cannot_steer_the_terminal() -> None:
    text = as_text(sample.report())
    assert "\x1b" not in text
    assert "‮" not in text
    assert r"Evil \x1b[31m\u202eCorp" in text


def test_colour_only_adds_marks() -> None:
    plain, coloured = as_text(sample.report()), as_coloured_text(sample.report())
    assert "\x1b[31;1mBROKEN" in coloured
    stripped = coloured
    for code in ("\x1b[31;1m", "\x1b[33m", "\x1b[36m", "\x1b[32m", "\x1b[0m"):
        stripped = stripped.replace(code, "")
    assert stripped == plain


def test_a_rule_with_only_waived_findings_is_kept_but_they_are_shown() -> None:
    text = as_text(sample.report(sample.WAIVED))
    assert "KEPT    complete" in text
    assert "waived (data/waivers.csv:2, until 2027-01-31)" in text
    assert "3 rules: 3 kept; 0 broken, 0 gaps, 0 warnings, 1 waived." in text
