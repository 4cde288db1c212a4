"""What a person is told around the findings: with which cells to begin, and what lies ahead."""

from vendor_registry.case.case import Case
from vendor_registry.model.findings.report import Report
from vendor_registry.use_cases.judgement.coming import coming
from vendor_registry.use_cases.judgement.remedies.first import first


def guided(case: Case, judged: Report, shown: Report, *, whole: bool) -> Report:
    """What is shown of a report, with both; what lies ahead only where the `whole` register was asked about."""
    begun = first(case, judged, shown)
    return coming(case, judged, begun) if whole else begun
