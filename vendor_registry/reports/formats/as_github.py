"""Findings as annotations of a GitHub Actions run: workflow commands, one a line."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.chain_words import path
from vendor_registry.reports.parts.fault_words import FAULT, explained, no_judgement
from vendor_registry.reports.parts.tally import open_findings, summary, tally

_SHOWN = 9  # of the ten errors and ten warnings a step may show; the tenth tells of the rest
_LONGEST = 4000  # characters of a message, and below of a title; GitHub cuts or refuses longer ones
_LONGEST_TITLE = 200


def as_github(report: Report) -> str:
    """Broken findings as errors, gaps and warnings as warnings, the worst first, within GitHub's limits.

    Where a rule has many, each other rule gets its turn, so that none goes without an annotation. What does not
    fit is counted in one more annotation; waived and known ones are counted in the last line only. Faults are errors.
    """
    if report.faults:
        return "\n".join([*_faults(report), no_judgement(report)]) + "\n"
    findings = _in_turn(open_findings(report))
    errors = [one for one in findings if one.verdict is Verdict.BROKEN]
    warnings = [one for one in findings if one.verdict is not Verdict.BROKEN]
    lines = [*_annotations("error", errors, report.locate), *_annotations("warning", warnings, report.locate)]
    return "\n".join([*lines, visible(summary(report))]) + "\n"


def _faults(report: Report) -> Iterator[str]:
    for fault in report.faults[:_SHOWN]:
        yield _at("error", fault.cell, FAULT, explained(fault), report.locate)
    rest = report.faults[_SHOWN:]
    if rest:
        more = counted(len(rest), "more fault")
        yield f"::error title=vendors check::{_data(f'{more}; the summary of the job tells of them.')}"


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
    route = f"Path: {path(finding.witness)}" if finding.witness else ""
    told = "\n".join(filter(None, (finding.message, route, f"Mend: {finding.mend}")))
    return _at(level, finding.cell, f"{finding.verdict}: {finding.rule}", told, locate)


def _at(level: str, cell: Cell, title: str, told: str, locate: Locate) -> str:
    """A command at a cell, which GitHub shows at its line."""
    place = f"file={_property(cell.file)}{_lines(cell, locate)}"
    column = f"{cell.address} " if cell.address else ""
    column += f"[{cell.column}] " if cell.column else ""
    return f"::{level} {place},title={_property(title[:_LONGEST_TITLE])}::{_data(column + told)}"


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
