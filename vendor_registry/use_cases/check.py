"""Judge a case by every rule."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.model.finding import Outcome
from vendor_registry.model.policy import RuleSpec
from vendor_registry.model.report import Report
from vendor_registry.model.transfer import TransferVerdict
from vendor_registry.rules.catalogue import RULES


def check(case: Case) -> Report:
    """The outcomes of the standing rules and of every rule of the policy.

    A rule that raises is a failure of ours, never a pass: nothing is caught here.
    """
    return Report(
        as_of=case.as_of,
        sheets=tuple((sheet.file, sheet.sha256) for sheet in case.registry.sheets),
        policy=case.policy.file,
        outcomes=tuple(_outcomes(case)),
        engagements=len(case.running),
        flows=len(case.graph.flows),
        transfers=sum(one.answer.verdict is not TransferVerdict.NOT_RESTRICTED for one in transfers(case)),
    )


def _outcomes(case: Case) -> Iterator[Outcome]:
    for rule in RULES:
        if rule.standing:
            yield rule.check(case, RuleSpec(id=rule.id, type=rule.id, statement=rule.title))
        for spec in case.policy.rules:
            if spec.type == rule.id and not rule.standing:
                yield rule.check(case, spec)
