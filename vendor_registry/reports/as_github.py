"""Findings as annotations of a GitHub Actions run: workflow commands, one a line."""

from collections.abc import Iterator, Sequence

from vendor_registry.model.finding import Finding, Verdict
from vendor_registry.model.report import Report
from vendor_registry.model.visible import visible
from vendor_registry.reports.chain_words import path
from vendor_registry.reports.tally import open_findings, summary, tally

_SHOWN = 9  # of the ten errors and ten warnings a step may show; the tenth tells of the rest
_LONGEST = 4000  # characters of a message, and below of a title; GitHub cuts or refuses longer ones
_LONGEST_TITLE = 200


def as_github(report: Report) -> str:
    """Broken findings as errors, gaps and warnings as warnings, the worst first, within GitHub's limits.

    What does not fit is counted in one more annotation; waived and known ones are counted in the last line only.
    """
    findings = open_findings(report)
    errors = [one for one in findings if one.verdict is Verdict.BROKEN]
    warnings = [one for one in findings if one.verdict is not Verdict.BROKEN]
    lines = [*_annotations("error", errors), *_annotations("warning", warnings)]
    return "\n".join([*lines, visible(summary(report))]) + "\n"


def _annotations(level: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield from (_annotation(level, finding) for finding in findings[:_SHOWN])
    rest = findings[_SHOWN:]
    if rest:
        yield f"::{level} title=vendors check::{_data(f'{tally(rest)} more; the summary of the job tells of them.')}"


def _annotation(level: str, finding: Finding) -> str:
    place = f"file={_property(finding.cell.file)}" + (f",line={finding.cell.line}" if finding.cell.line else "")
    title = _property(f"{finding.verdict}: {finding.rule}"[:_LONGEST_TITLE])
    column = f"[{finding.cell.column}] " if finding.cell.column else ""
    route = f"Path: {path(finding.witness)}" if finding.witness else ""
    told = "\n".join(filter(None, (column + finding.message, route, f"Mend: {finding.mend}")))
    return f"::{level} {place},title={title}::{_data(told)}"


def _data(text: str) -> str:
    """The part behind the second `::`; a line break is all that can be said beside plain text."""
    lines = "\n".join(map(visible, text[:_LONGEST].split("\n")))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value between commas."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
