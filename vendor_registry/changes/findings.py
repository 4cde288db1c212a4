"""Which findings are new, and which were known: told by what they say, never by where their rows stand."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.coverage import covered


class Identity(NamedTuple):
    """What makes two findings the same one, however rows move and vendors are renamed (see Finding.identity)."""

    rule: str
    home: str
    sink: str
    column: str

    def __str__(self) -> str:
        home = f"of data that belongs in {self.home}" if self.home else ""
        column = f"[{self.column}]" if self.column else ""
        return " ".join(part for part in (self.rule, home, f"at {self.sink}" if self.sink else "", column) if part)


class KnownFinding(NamedTuple):
    """A finding as remembered. What is not part of its identity tells whether it got worse."""

    identity: Identity
    verdict: Verdict
    columns: tuple[str, ...]
    data: tuple[str, ...]
    message: str = ""  # what it said; a baseline does not keep that


class Comparison(NamedTuple):
    """Findings of now beside those remembered. Waived ones take no part: they are decided."""

    new: tuple[Finding, ...]
    changed: tuple[Finding, ...]  # known, and worse now: a worse verdict, a wider category, a further cell
    same: tuple[Finding, ...]
    fixed: tuple[KnownFinding, ...]


def remembered(findings: Iterable[Finding]) -> tuple[KnownFinding, ...]:
    """Findings as they are kept, sorted; those of one identity are one entry."""
    together: dict[Identity, list[Finding]] = {}
    for finding in findings:
        if not finding.waived_by:
            together.setdefault(identity(finding), []).append(finding)
    return tuple(_known(one, group) for one, group in sorted(together.items()))


def identity(finding: Finding) -> Identity:
    return Identity(*finding.identity)


def compare(before: Iterable[KnownFinding], findings: Iterable[Finding]) -> Comparison:
    """Put every finding beside the entry of its identity."""
    entries = {entry.identity: entry for entry in before}
    new: list[Finding] = []
    changed: list[Finding] = []
    same: list[Finding] = []
    left: set[Identity] = set()
    for finding in findings:
        if finding.waived_by:
            continue
        left.add(key := identity(finding))
        entry = entries.get(key)
        (new if entry is None else changed if _worse(finding, entry) else same).append(finding)
    fixed = sorted(entry for key, entry in entries.items() if key not in left)
    return Comparison(new=tuple(new), changed=tuple(changed), same=tuple(same), fixed=tuple(fixed))


def marked(report: Report, same: Iterable[Finding], where: str) -> Report:
    """The report with known findings marked: they stay in sight and do not fail the check."""
    known = set(same)
    return replace(
        report,
        outcomes=tuple(
            replace(
                outcome,
                findings=tuple(replace(one, known_in=where) if one in known else one for one in outcome.findings),
            )
            for outcome in report.outcomes
        ),
    )


def _known(one: Identity, group: list[Finding]) -> KnownFinding:
    worst = min(group, key=lambda finding: (finding.verdict.rank, finding.message))
    return KnownFinding(
        identity=one,
        verdict=worst.verdict,
        columns=tuple(sorted({column for finding in group for column in _columns(finding)})),
        data=tuple(sorted({key for finding in group for key in finding.data})),
        message=worst.message,
    )


def _worse(finding: Finding, entry: KnownFinding) -> bool:
    wider = not all(covered(key, entry.data) for key in finding.data)
    return finding.verdict.rank < entry.verdict.rank or not _columns(finding) <= {*entry.columns} or wider


def _columns(finding: Finding) -> set[str]:
    """The cells of its row that a finding is about: one more blank makes it worse."""
    row = (finding.cell.file, finding.cell.line)
    others = {cell.column for cell in finding.related if (cell.file, cell.line) == row}
    return {finding.cell.column} | (set() if finding.witness else others)
