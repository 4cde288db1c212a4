"""The dates of an engagement can all be true."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from vendor_registry.case.case import Case
from vendor_registry.model.counting import counted
from vendor_registry.model.engagement import Engagement, Role
from vendor_registry.model.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.rule import Rule


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Notice before start, nothing done in the future, and no fourth party beyond those who engage it."""
    announced = any(one.notified for one in case.registry.engagements)
    findings = tuple(finding for one in case.registry.engagements for finding in _row(case, one, announced))
    return Outcome(
        rule=RULE.id,
        type=RULE.id,
        statement=RULE.title,
        findings=findings,
        examined=counted(len(case.registry.engagements), "engagement"),
    )


def depends_on_first_revision(case: Case) -> bool:
    """Whether a blank date may be one that only the first published list explains."""
    blanks = (one for one in case.registry.engagements if one.since is None or one.notified is None)
    return case.policy.notice.since is None and any(one.role is Role.SUB_PROCESSOR for one in blanks)


def _row(case: Case, engagement: Engagement, announced: bool) -> Iterator[Finding]:
    yield from _notice(case, engagement, announced)
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


def _notice(case: Case, engagement: Engagement, announced: bool) -> Iterator[Finding]:
    """Customers are told before a sub-processor starts (Art. 28(2)), as many days before as the policy promises.

    A blank date decides whether the promise was kept, so it is a gap wherever the promise holds for the engagement.
    """
    if engagement.role is not Role.SUB_PROCESSOR or _before_the_promise(case, engagement):
        return
    if engagement.notified and engagement.since:
        yield from _late(case, engagement, engagement.notified, engagement.since)
    elif _is_asked_for(case, engagement, announced):
        yield _undated(case, engagement)


def _before_the_promise(case: Case, engagement: Engagement) -> bool:
    """Whether it began, or ended, before the day from which the policy promises notice."""
    begun, promised_from = engagement.since or engagement.until, case.policy.notice.since
    return promised_from is not None and begun is not None and begun < promised_from


def _is_asked_for(case: Case, engagement: Engagement, announced: bool) -> bool:
    """Whether a blank date of an engagement decides: nobody asks it of what customers found in the first list.

    Where neither the policy nor a published revision says when announcing began, a register that records no notice at
    all (`announced`) is one of the time before.
    """
    first = case.first_revision
    if case.policy.notice.since:
        return True
    if first is None:
        return announced
    began_later = engagement.since is not None and engagement.since >= first.day
    return began_later or engagement.key not in first.undated


def _late(case: Case, engagement: Engagement, notified: date, since: date) -> Iterator[Finding]:
    promised = case.policy.notice.change_days
    if notified > since - timedelta(days=promised):
        late = (since - notified).days
        when = f"{late} days before" if late > 0 else "on the day of" if late == 0 else f"{-late} days after"
        yield _finding(
            engagement,
            "notified",
            f"{engagement.vendor}: customers were told on {notified}, {when} the start on "
            f"{since}; {promised} days before are promised.",
            f"Start on {notified + timedelta(days=promised)} or later, or correct the dates.",
        )


def _undated(case: Case, engagement: Engagement) -> Finding:
    blanks = [column for column in ("notified", "since") if getattr(engagement, column) is None]
    are = "is" if len(blanks) == 1 else "are"
    told = f", told on {engagement.notified}," if engagement.notified else ""
    start = f"the start on {engagement.since}" if engagement.since else "the start"
    finding = _finding(
        engagement,
        blanks[0],
        f"{engagement.vendor}: {' and '.join(blanks)} {are} blank, so nobody can say whether customers{told} were told "
        f"{case.policy.notice.change_days} days before {start}, as promised.",
        f"Fill {' and '.join(blanks)} of row {engagement.key}. If it is older than the promise, write the first day "
        "of the promise into the policy, [notice] since.",
    )
    return replace(finding, verdict=Verdict.GAP, related=tuple(engagement.cell(column) for column in blanks[1:]))


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
