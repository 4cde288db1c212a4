"""The dates of an engagement can all be true."""

from collections.abc import Iterator
from datetime import timedelta

from vendor_registry.case.case import Case
from vendor_registry.model.counting import counted
from vendor_registry.model.engagement import Engagement, Role
from vendor_registry.model.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.rule import Rule


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Notice before start, nothing done in the future, and no fourth party beyond those who engage it."""
    findings = tuple(finding for one in case.registry.engagements for finding in _row(case, one))
    return Outcome(
        rule=RULE.id,
        type=RULE.id,
        statement=RULE.title,
        findings=findings,
        examined=counted(len(case.registry.engagements), "engagement"),
    )


def _row(case: Case, engagement: Engagement) -> Iterator[Finding]:
    yield from _notice(case, engagement)
    for column in ("reviewed", "tia"):
        day = getattr(engagement, column)
        if day is not None and day > case.as_of:
            yield _finding(
                engagement,
                column,
                f"{engagement.vendor}: {column} is {day}, a day still to come on {case.as_of}.",
                "Write the day on which it was done, or leave the cell blank.",
            )
    for key in engagement.engaged_by:
        parent = case.registry.by_key[key]
        if (engagement.since, engagement.until) != (parent.since, parent.until):
            yield from _chain(engagement, parent)


def _notice(case: Case, engagement: Engagement) -> Iterator[Finding]:
    """Customers are told before a sub-processor starts (Art. 28(2)), as many days before as the policy promises."""
    if engagement.role is not Role.SUB_PROCESSOR or engagement.notified is None or engagement.since is None:
        return
    promised = case.policy.notice.change_days
    if engagement.notified > engagement.since - timedelta(days=promised):
        late = (engagement.since - engagement.notified).days
        when = f"{late} days before" if late > 0 else "on the day of" if late == 0 else f"{-late} days after"
        yield _finding(
            engagement,
            "notified",
            f"{engagement.vendor}: customers were told on {engagement.notified}, {when} the start on "
            f"{engagement.since}; {promised} days before are promised.",
            f"Start on {engagement.notified + timedelta(days=promised)} or later, or correct the dates.",
        )


def _chain(engagement: Engagement, parent: Engagement) -> Iterator[Finding]:
    """A fourth party works for those who engage it, so not before or after them."""
    early = engagement.since and parent.since and engagement.since < parent.since
    late = parent.until and (engagement.until is None or engagement.until > parent.until)
    for wrong, column, word in ((early, "since", "starts before"), (late, "until", "goes on after")):
        if wrong:
            yield _finding(
                engagement,
                column,
                f"{engagement.vendor} {word} {parent.vendor}, which engages it ({column}: "
                f"{getattr(engagement, column) or 'blank'} and {getattr(parent, column)}).",
                f"Correct {column} here or in row {parent.key}, or name in engaged_by who engages it now.",
                parent,
            )


def _finding(engagement: Engagement, column: str, message: str, mend: str, parent: Engagement | None = None) -> Finding:
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=engagement.cell(column),
        message=message,
        mend=mend,
        law=RULE.law,
        sink=engagement.key,
        related=(parent.cell(column),) if parent else (),
    )


RULE = Rule(
    id="dates-in-order",
    title="The dates of an engagement can all be true",
    law=("GDPR Art. 28(2) and (4)", "SCC 2021/914 Clause 9(a)"),
    check=check,
)
