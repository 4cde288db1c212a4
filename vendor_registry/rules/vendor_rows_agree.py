"""Rows of one vendor say the same of it."""

from collections.abc import Iterator
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.model.counting import counted
from vendor_registry.model.engagement import VENDOR_LEVEL, Engagement
from vendor_registry.model.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.rule import Rule

_of_vendor = attrgetter(*VENDOR_LEVEL)


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Compare every further row of a vendor with the first one that fills the cell."""
    groups = [group for group in case.registry.by_vendor.values() if len(group) > 1]
    different = [group for group in groups if len(set(map(_of_vendor, group))) > 1]
    findings = tuple(finding for group in different for column in VENDOR_LEVEL for finding in _compare(group, column))
    return Outcome(
        rule=RULE.id,
        type=RULE.id,
        statement=RULE.title,
        findings=findings,
        examined=f"{counted(len(groups), 'vendor')} with more than one row",
    )


def _compare(group: tuple[Engagement, ...], column: str) -> Iterator[Finding]:
    filled = [one for one in sorted(group, key=lambda one: (one.file, one.line)) if getattr(one, column)]
    for other in filled[1:]:
        said, first = _said(other, column), _said(filled[0], column)
        if said == first:
            continue
        yield Finding(
            rule=RULE.id,
            verdict=Verdict.BROKEN,
            cell=other.cell(column),
            message=f'{other.vendor}: {column} is "{said}" here and "{first}" at {filled[0].cell(column)}.',
            mend="Write the same in both cells; if two companies contract, give each its own vendor name.",
            law=RULE.law,
            sink=other.key,
            related=(filled[0].cell(column),),
        )


def _said(engagement: Engagement, column: str) -> str:
    value = getattr(engagement, column)
    return "yes" if value is True else str(value)


RULE = Rule(
    id="vendor-rows-agree",
    title="Rows of one vendor agree on who it is",
    law=("GDPR Art. 5(1)(d)", "GDPR Art. 28(2)"),
    check=check,
)
