"""Judge a case by every rule."""

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.model.findings.report import Report
from vendor_registry.rules.judge import judge


def check(case: Case) -> Report:
    """The outcomes of the standing rules and of every rule of the policy, with its waivers."""
    return Report(
        as_of=case.as_of,
        sheets=tuple((sheet.file, sheet.sha256) for sheet in case.registry.sheets),
        columns=case.policy.sheet.columns,
        policy=case.policy.file,
        outcomes=judge(case, case.waivers),
        engagements=len(case.running),
        flows=len(case.graph.flows),
        transfers=answered(case).total(lambda answers: answers.restricted),
    )
