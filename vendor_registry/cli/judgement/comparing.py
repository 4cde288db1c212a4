"""Holding a report against what was known, a baseline or the sheet as it was, and against what would be."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.cli.talk import talk
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.files.output import inputs_of, refuse_outputs, write
from vendor_registry.use_cases.files.repository import Archive, Repository


class Before(NamedTuple):
    """What a check is asked to be held against; what was left out is not."""

    baseline: Path | None
    write_baseline: Path | None
    against: str  # a published revision, a commit or a file


def keep_what_is_read(case: Case, files: Iterable[tuple[Path, object]], before: Before) -> None:
    """Raises UsageError where a file to be written is one that is read."""
    written = [*(path for path, _ in files), *filter(None, [before.write_baseline])]
    refuse_outputs(written, [*inputs_of(case), *filter(None, [before.baseline])])


def judged(case: Case, without: Sequence[str]) -> Report:
    """By every rule; where something is thought away, what changes without it, and nothing else."""
    from vendor_registry.use_cases.judgement.check import check

    if not without:
        return check(case)
    from vendor_registry.use_cases.ledger.comparison import without as what_if

    return what_if.without(case, without)


def held(report: Report, case: Case, repository: Repository, before: Before) -> Report:
    """The report with what was known marked as known. What `against` shows to have changed is told on stderr."""
    if before.baseline and before.write_baseline:
        raise UsageError("Choose --baseline to hold findings against a file, or --write-baseline to write a new one.")
    if before.baseline or before.write_baseline:
        report = _against_baseline(report, before)
    return _against(report, case, repository, before) if before.against else report


def _against_baseline(report: Report, before: Before) -> Report:
    from vendor_registry.use_cases.ledger.comparison import baseline

    if before.write_baseline:
        write(before.write_baseline, baseline.as_json(report).encode())
    for file in filter(None, (before.baseline, before.write_baseline)):
        report = baseline.held_against(report, baseline.read(file), str(file))
    return report


def _against(report: Report, case: Case, repository: Repository, before: Before) -> Report:
    from vendor_registry.use_cases.ledger.comparison import against
    from vendor_registry.use_cases.ledger.comparison.earlier import earlier

    held = against.held_against(report, case, earlier(before.against, Archive(repository, case.policy)), before.against)
    talk(str(held).rstrip("\n"))
    return held.report
