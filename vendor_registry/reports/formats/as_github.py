"""Findings as annotations of a GitHub Actions run: workflow commands, one a line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.chain_words import path
from vendor_registry.reports.parts.tally import open_findings, summary, tally

_SHOWN = 9  # of the ten errors and ten warnings a step may show; the tenth tells of the rest
_LONGEST = 4000  # characters of a message, and below of a title; GitHub cuts or refuses longer ones
_LONGEST_TITLE = 200


def as_github(report: Report) -> str:
    """Broken findings as errors, gaps and warnings as warnings, the worst first, within GitHub's limits.

    Where a rule has many, each other rule gets its turn, so that none goes without an annotation. What does not
    fit is counted in one more annotation; waived and known ones are counted in the last line only.
    """
    findings = _in_turn(open_findings(report))
    errors = [one for one in findings if one.verdict is Verdict.BROKEN]
    warnings = [one for one in findings if one.verdict is not Verdict.BROKEN]
    lines = [*_annotations("error", errors, report.locate), *_annotations("warning", warnings, report.locate)]
    return "\n".join([*lines, visible(summary(report))]) + "\n"


def _in_turn(findings: Sequence[Finding]) -> list[Finding]:
    """Of each verdict the first finding of every rule, then the second of every rule, and so on."""
    turns: Counter[tuple[Verdict, str]] = Counter()
    order = []
    for finding in findings:
        turns[finding.verdict, finding.rule] += 1
        order.append((finding.verdict.rank, turns[finding.verdict, finding.rule]))
    return [finding for _, finding in sorted(zip(order, findings, strict=True), key=lambda pair: pair[0])]


def _annotations(level: str, findings: Sequence[Finding], locate: Locate) -> Iterator[str]:
    yield from (_annotation(level, finding, locate) for finding in findings[:_SHOWN])
    rest = findings[_SHOWN:]
    if rest:
        yield f"::{level} title=vendors check::{_data(f'{tally(rest)} more; the summary of the job tells of them.')}"


def _annotation(level: str, finding: Finding, locate: Locate) -> str:
    place = f"file={_property(finding.cell.file)}{_lines(finding.cell, locate)}"
    title = _property(f"{finding.verdict}: {finding.rule}"[:_LONGEST_TITLE])
    column = f"{finding.cell.address} " if finding.cell.address else ""
    column += f"[{finding.cell.column}] " if finding.cell.column else ""
    route = f"Path: {path(finding.witness)}" if finding.witness else ""
    told = "\n".join(filter(None, (column + finding.message, route, f"Mend: {finding.mend}")))
    return f"::{level} {place},title={title}::{_data(told)}"


def _lines(cell: Cell, locate: Locate) -> str:
    """The line, and the columns of a cell that stands on one line: GitHub takes columns of no other."""
    span = locate(cell)
    if span is None:
        return f",line={cell.line}" if cell.line else ""
    if span.line != span.end_line:
        return f",line={span.line},endLine={span.end_line}"
    end = f",endColumn={span.end_column}" if span.end_column > span.column else ""
    return f",line={span.line},col={span.column}{end}"


def _data(text: str) -> str:
    """The part behind the second `::`; a line break is all that can be said beside plain text."""
    lines = "\n".join(map(visible, text[:_LONGEST].split("\n")))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value between commas."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
