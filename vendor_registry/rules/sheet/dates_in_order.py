"""The dates of an engagement can all be true."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import compress
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.announced import announced
from vendor_registry.rules.shared.blank_starts import of_blank_start
from vendor_registry.rules.shared.days_in_doubt import doubtful, in_time
from vendor_registry.rules.shared.promise import ample, before_the_promise, keeps_days, last_day_to_object
from vendor_registry.rules.shared.reviews import REVIEWS


def check(case: Case, spec: RuleSpec) -> Outcome:
    """Notice before start, nothing done in the future, and no fourth party beyond those who engage it."""
    asked = _Asked(keeps_days(case), announced(case), ample(case))
    rows = case.registry.engagements
    findings = tuple(finding for number in doubtful(case, asked.ample) for finding in _row(case, rows[number], asked))
    return RULE.outcome(spec, findings, counted(len(case.registry.engagements), "engagement"))


def depends_on_first_revision(case: Case) -> bool:
    """Whether a blank date may be one that only the first published list explains."""
    rows = case.registry.engagements
    dates = zip(cells_of(rows, "since"), cells_of(rows, "notified"), strict=True)
    blanks = compress(cells_of(rows, "role"), (None in pair for pair in dates))
    return case.policy.notice.since is None and Role.SUB_PROCESSOR in blanks


@dataclass(frozen=True, slots=True)
class _Asked:
    """What decides whether a blank date is asked for."""

    dated: bool  # whether the register has the day of any start or notice
    announced: Collection[str]  # engagements of which a recorded notice told customers
    ample: timedelta  # between notice and start: nothing is asked of who kept it, as most rows do


def _row(case: Case, engagement: Engagement, asked: _Asked) -> Iterator[Finding]:
    since = engagement.since
    if engagement.role is Role.SUB_PROCESSOR and not in_time(engagement, asked.ample):
        yield from _notice(case, engagement, asked)
    if any(days := _REVIEWED(engagement)) and max(filter(None, days)) > case.as_of:
        yield from _to_come(case, engagement)
    for parent in map(case.registry.by_key.__getitem__, engagement.engaged_by):
        if since != parent.since or engagement.until != parent.until:
            yield from _chain(engagement, parent)
        if (since is None) != (parent.since is None):
            yield of_blank_start(RULE.id, RULE.law, engagement, parent)


_REVIEWED = attrgetter(*REVIEWS)
_DATES = ("notified", "since")


def _to_come(case: Case, engagement: Engagement) -> Iterator[Finding]:
    """Nothing was reviewed on a day that is still to come."""
    for column, what in REVIEWS.items():
        day = getattr(engagement, column)
        if day is not None and day > case.as_of:
            yield _finding(
                engagement,
                column,
                f"The {what} {engagement.vendor} is dated {day}, which is still to come on {case.as_of}.",
                "Write the day on which it was done, or leave the cell blank.",
                f"The {what} these vendors is dated on a day still to come on {case.as_of}.",
                f"{engagement.vendor}: {day}",
            )


def _notice(case: Case, engagement: Engagement, asked: _Asked) -> Iterator[Finding]:
    """Customers are told before a sub-processor starts (Art. 28(2)), as many days before as the policy promises.

    A blank date decides whether the promise was kept, so it is a gap wherever the promise holds for the engagement. A
    recorded notice stands in for `notified`; whether it was in time is judged by notice-due.
    """
    if before_the_promise(case, engagement):
        return
    if engagement.notified and engagement.since:
        yield from _late(case, engagement, engagement.notified, engagement.since)
    elif _is_asked_for(case, engagement, asked.dated):
        known = ("notified",) if engagement.key in asked.announced else ()
        blanks = tuple(name for name in _DATES if name not in known and getattr(engagement, name) is None)
        if blanks:
            yield _undated(case, engagement, blanks)


def _is_asked_for(case: Case, engagement: Engagement, dated: bool) -> bool:
    """Whether a blank date of an engagement decides: nobody asks it of what customers found in the first list.

    Where neither the policy nor a published revision says when announcing began, a register that has no date of any
    start or notice (`dated`) is asked once, of its policy (rule complete); a date anywhere shows that they are kept.
    """
    first = case.first_revision
    if case.policy.notice.since:
        return True
    if first is None:
        return dated
    began_later = engagement.since is not None and engagement.since >= first.day
    return began_later or engagement.key not in first.undated


def _late(case: Case, engagement: Engagement, notified: date, since: date) -> Iterator[Finding]:
    """As many days before as promised, and not before the last day on which they may object is over."""
    promised, who = case.policy.notice.days, engagement.vendor
    enough, until = notified + timedelta(days=promised), last_day_to_object(case, notified, since)
    if since < enough:
        late = (since - notified).days
        when = f"{late} days before" if late > 0 else "on the day of" if late == 0 else f"{-late} days after"
        message = (
            f"Customers were told of {who} on {notified}, {when} its start on {since}, "
            f"and {case.policy.notice.promised}."
        )
        many = (
            f"Customers were told of these vendors less than {promised} days before their start, "
            f"and {case.policy.notice.promised}."
        )
        fact = f"{who}: told on {notified}, {when} its start on {since}"
    elif until >= since:
        message = f"{who} starts on {since}, and customers who were told on {notified} may object until {until}."
        many = "These vendors start while customers may still object."
        fact = f"{who}: starts on {since}, objections until {until}"
    else:
        return
    first = max(enough, until + timedelta(days=1))
    mend = f"Let it start on {first} or later, or correct the dates."
    yield _finding(engagement, "notified", message, mend, many, fact)


def _undated(case: Case, engagement: Engagement, blanks: tuple[str, ...]) -> Finding:
    days, as_promised = f"{case.policy.notice.days} days", case.policy.notice.as_promised
    left, sentence, mend = _left_blank(blanks, days, as_promised)
    told = f", told on {engagement.notified}," if engagement.notified else ""
    start = f"its start on {engagement.since}" if engagement.since else "its start"
    cells, notice = tuple(map(engagement.cell, blanks)), case.policy.notice
    older = (notice.cell,) if notice.cell and engagement.since and not notice.since else ()
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=cells[0],
        message=f"The row of {engagement.vendor} {left}{told} were told {days} before {start}, {as_promised}.",
        mend=mend,
        law=RULE.law,
        sink=engagement.key,
        related=(*cells[1:], *older),
        shared=Shared(sentence, mend, engagement.vendor),
        settled_by=(cells, *((cell,) for cell in older)),
    )


@cache
def _left_blank(blanks: tuple[str, ...], days: str, as_promised: str) -> tuple[str, str, str]:
    """What rows with these blank dates share: what they leave open, the sentence on all of them, how to mend it."""
    left = f"{listed(blanks)} blank, so nobody can say whether customers"
    sentence = f"These rows leave {left} were told {days} before the start, {as_promised}."
    mend = (
        f"Fill in {listed(blanks)}. If it is older than the promise, write the first day of the promise into the "
        "policy, [notice] since."
    )
    return f"leaves {left}", sentence, mend


def _chain(engagement: Engagement, parent: Engagement) -> Iterator[Finding]:
    """A fourth party works for those who engage it, so not before or after them."""
    early = engagement.since and parent.since and engagement.since < parent.since
    late = parent.until and (engagement.until is None or engagement.until > parent.until)
    for wrong, column, word, many in ((early, "since", "starts", "start"), (late, "until", "goes on", "go on")):
        if wrong:
            after = "before" if column == "since" else "after"
            days = f"{column} is {getattr(engagement, column) or 'blank'} here and {getattr(parent, column)} there"
            yield _finding(
                engagement,
                column,
                f"{engagement.vendor} {word} {after} {parent.vendor}, which engages it: {days}.",
                f"Correct {column} here or in row {parent.key}, or name in engaged_by who engages it now.",
                f"These vendors {many} {after} {parent.vendor}, which engages them.",
                f"{engagement.vendor}: {days}",
                parent,
            )


def _finding(
    engagement: Engagement,
    column: str,
    message: str,
    mend: str,
    sentence: str,
    fact: str,
    parent: Engagement | None = None,
) -> Finding:
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN,
        cell=engagement.cell(column),
        message=message,
        mend=mend,
        law=RULE.law,
        sink=engagement.key,
        related=(parent.cell(column),) if parent else (),
        shared=Shared(sentence, mend if parent else "Correct the days.", fact),
    )


RULE = Rule(
    id="dates-in-order",
    title="The dates of an engagement can all be true",
    law=("GDPR Art. 28(2) and (4)", "SCC 2021/914 Clause 9(a)"),
    check=check,
)
