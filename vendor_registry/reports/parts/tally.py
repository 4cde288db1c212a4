"""How the rules stand, counted: the words that every report shares."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted

KEPT = "kept"
STANDINGS = (*(verdict.value for verdict in Verdict), KEPT)  # worst first


def standing(outcome: Outcome) -> str:
    """The worst verdict of the open findings, or `kept`."""
    verdicts = {finding.verdict for finding in outcome.findings if finding.is_open}
    return min(verdicts, key=lambda verdict: verdict.rank).value if verdicts else KEPT


def worst_first(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The rules in the order a reader needs them, those of one standing by id."""
    return sorted(outcomes, key=lambda outcome: (STANDINGS.index(standing(outcome)), outcome.rule))


def open_findings(report: Report) -> list[Finding]:
    """The open findings, worst first, then by cell."""
    return sorted((finding for finding in report.findings if finding.is_open), key=lambda finding: finding.verdict.rank)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings of one rule as a reader needs them: open ones first, the worst of them first, then by cell."""
    return sorted(findings, key=lambda finding: (not finding.is_open, finding.verdict.rank, finding.sort_key()))


def aside(finding: Finding) -> str:
    """Why a finding is not open: `waived (...)` or `known (...)`; "" for an open one."""
    if finding.waived_by:
        return f"waived ({finding.waived_by})"
    return f"known ({finding.known_in})" if finding.known_in else ""


def tally(findings: Iterable[Finding]) -> str:
    """`1 broken, 2 gaps, 1 waived`; `no findings` where there are none."""
    counts = Counter(finding.verdict.value if finding.is_open else aside(finding).split()[0] for finding in findings)
    told = (
        _told(counts["broken"], "broken", "broken"),
        _told(counts["gap"], "gap", "gaps"),
        _told(counts["warning"], "warning", "warnings"),
        _told(counts["waived"], "waived", "waived"),
        _told(counts["known"], "known", "known"),
    )
    return ", ".join(filter(None, told)) or "no findings"


def summary(report: Report) -> str:
    """One sentence on the rules and one on what was looked at."""
    kept = sum(standing(outcome) == KEPT for outcome in report.outcomes)
    findings = chain.from_iterable(outcome.findings for outcome in report.outcomes)
    return f"{counted(len(report.outcomes), 'rule')}, {kept} kept: {tally(findings)}. {looked_at(report)}"


def looked_at(report: Report) -> str:
    sheets = ", ".join(file for file, _ in report.sheets)
    return (
        f"Looked at {counted(report.engagements, 'engagement')}, {counted(report.flows, 'flow')} and "
        f"{counted(report.transfers, 'transfer')} of {sheets} as of {report.as_of}."
    )


def _told(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}" if count else ""
