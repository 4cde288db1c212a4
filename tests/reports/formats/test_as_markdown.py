"""The report as a comment on a pull request."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.reports import sample
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.reports.formats.as_markdown import as_markdown

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _tokens(report: Report) -> Iterator[Token]:
    for token in _PARSER.parse(as_markdown(report)):
        yield token
        yield from token.children or ()


def _shape(report: Report) -> list[str]:
    """Everything a reader's program would do beside showing text."""
    return [token.type for token in _tokens(report) if token.type != "text"]


def _shown(report: Report) -> str:
    return "\n".join(token.content for token in _tokens(report) if token.type == "text")


def test_the_whole_page_reads_so(snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.md", as_markdown(sample.report(sample.BROKEN, sample.GAP, sample.WAIVED, sample.WARNING)))


def test_the_table_has_a_row_a_rule_the_worst_first() -> None:
    rows = [line for line in as_markdown(sample.report()).split("\n") if line.startswith("| ")][1:]
    assert [row.split(" | ")[1] for row in rows] == ["regions-apart", "complete", "dates-in-order"]


def test_the_chain_is_told_hop_by_hop_and_drawn() -> None:
    text = as_markdown(sample.report(sample.BROKEN))
    assert "  2. to lake: content, data/vendors.csv:4 \\[data\\]" in text
    assert '```mermaid\nflowchart LR\n  n1(["platform-eu"])' in text


def test_only_the_chains_of_the_worst_verdict_are_drawn() -> None:
    """A broken rule beside a blank; then the blank alone."""
    gap = replace(sample.TWO_WAYS, verdict=Verdict.GAP, more_witnesses=(), cell=sample.GAP.cell)
    both = as_markdown(sample.report(gap, sample.BROKEN))
    drawn = both.partition("```mermaid")[2].partition("```")[0]
    assert "The chains that break a rule: " in both
    assert "thick where the smallest cut is. 1 more chain below." in both
    assert "data that is not named" not in drawn
    assert "The chains that a blank leaves open: " in as_markdown(sample.report(gap))


def test_waived_findings_are_shown_and_not_drawn() -> None:
    text = as_markdown(sample.report(replace(sample.BROKEN, waived_by="data/waivers.csv:2")))
    assert "waived (data/waivers.csv:2)" in text
    assert "mermaid" not in text


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_changes_nothing_but_the_text(text: str) -> None:
    assert _shape(sample.report_saying(text)) == _shape(sample.report_saying("harmless"))


def test_strange_text_is_shown_as_it_was_written() -> None:
    shown = _shown(sample.report_saying("`code` [x](y) <b> a|b & \\ {0} ~~no~~"))
    assert "Mend: `code` [x](y) <b> a|b & \\ {0} ~~no~~" in shown


def test_nobody_is_called_and_no_issue_is_linked() -> None:
    """Forges do not look for people, issues and addresses inside the block of the picture."""
    page = as_markdown(sample.report_saying("ask @somebody about #12, https://example.com, www.example.com"))
    before, _, after = page.partition("```mermaid")
    text = before + after.partition("```")[2]
    for live in ("@somebody", "#12", "://", "www.e"):
        assert live not in text


def test_what_does_not_fit_into_a_comment_is_counted() -> None:
    many = [replace(sample.GAP, cell=replace(sample.GAP.cell, line=line)) for line in range(1, 5001)]
    text = as_markdown(sample.report(*many))
    shown = text.count("**gap** data/vendors.csv")
    assert len(text) < 65_536
    assert 100 < shown < 5000
    assert f"{5000 - shown} more findings did not fit here" in text


def test_very_many_rules_and_long_statements_still_fit() -> None:
    plain = sample.report(sample.GAP)
    rules = [replace(plain.outcomes[0], rule=f"r{number}", statement="long " * 500) for number in range(1000)]
    text = as_markdown(replace(plain, outcomes=(*plain.outcomes, *rules)))
    assert len(text) < 65_536
    assert "903 more rules" in text
