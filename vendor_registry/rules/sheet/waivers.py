"""Every waiver is in order: known rule, known ends, not too long, not over, not twice, and needed."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.law.periods.months import months_after
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.coverage import share_data
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule

SOON = 30  # days before its end in which a waiver is called to mind


class Ledger(NamedTuple):
    """All waivers, and what judging the rules showed of them."""

    waivers: tuple[Waiver, ...] = ()
    rules: tuple[str, ...] = ()  # ids of the rules there are
    idle: frozenset[Waiver] = frozenset()  # without which everything would be as it is
    of_law: tuple[str, ...] = ()  # ids of those that nobody can waive


def counts(case: Case, waiver: Waiver) -> bool:
    """Whether a waiver sets anything aside on the day: in force, and no longer than the policy lets it be."""
    return waiver.running(case.as_of) and waiver.expires <= _longest(case, waiver)


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each thing that is wrong with a waiver; `spec` carries the ledger."""
    ledger = spec.parameters if isinstance(spec.parameters, Ledger) else Ledger()
    known = frozenset((*case.graph.nodes, *case.registry.by_key))
    findings = [finding for waiver in ledger.waivers for finding in _alone(case, ledger, waiver, known)]
    twice = dict(_twice(ledger.waivers))
    findings += twice.values()
    for waiver in sorted(ledger.idle - twice.keys(), key=lambda one: (one.file, one.line)):
        mend = "Delete the row; were it needed again, it would have to be decided again."
        findings.append(
            _finding(waiver, "rule", f"{_named(waiver)} has no effect: the findings are the same without it", mend)
        )
    running = sum(counts(case, waiver) for waiver in ledger.waivers if waiver.rule not in ledger.of_law)
    return RULE.outcome(spec, findings, f"{counted(len(ledger.waivers), 'waiver')}, {running} in force")


def _alone(case: Case, ledger: Ledger, waiver: Waiver, known: Collection[str]) -> Iterator[Finding]:
    """What is wrong with a waiver whatever the others say."""
    if waiver.rule not in ledger.rules:
        close = get_close_matches(waiver.rule, ledger.rules, 1)
        hint = f'Did you mean "{close[0]}"?' if close else "`vendors rules` lists them."
        yield _finding(waiver, "rule", f'There is no rule "{waiver.rule}" to be waived', hint)
    yield from _unknown_ends(waiver, known)
    if waiver.rule in ledger.of_law:
        said = f"{_named(waiver)} does not count: a company can waive its own rules, not what the law asks for"
        mend = "Mend what is found and delete the row; a risk that is taken meanwhile stays a finding."
        yield _finding(waiver, "rule", said, mend)
        return
    latest = _longest(case, waiver)
    if waiver.expires > latest:
        months = counted(case.policy.waivers_max_months, "month")
        said = (
            f"{_named(waiver)} runs from {waiver.granted} to {waiver.expires}, longer than {months}; it does not count"
        )
        yield _finding(waiver, "expires", said, f"Let it end on {latest} or before, and decide again then.")
    if waiver.expires < case.as_of:
        said = f"{_named(waiver)} ended on {waiver.expires}; what it set aside counts again"
        yield _finding(waiver, "expires", said, "Delete the row, or have it decided again with days of its own.")
    elif waiver.expires - case.as_of < timedelta(days=SOON) and counts(case, waiver):
        said = f"{_named(waiver)} ends on {waiver.expires}"
        mend = "Mend what it sets aside, or have it decided again in time."
        yield _finding(waiver, "expires", said, mend, Verdict.WARNING)


def _unknown_ends(waiver: Waiver, known: Collection[str]) -> Iterator[Finding]:
    for column, key in (("from", waiver.source), ("to", waiver.target)):
        if key and key not in known:
            close = get_close_matches(key, known, 1)
            hint = f'Did you mean "{close[0]}"?' if close else "Keys stand in the column key, systems in the policy."
            yield _finding(waiver, column, f'"{key}" is no system, no row and no group of people', hint)


def _twice(waivers: tuple[Waiver, ...]) -> Iterator[tuple[Waiver, Finding]]:
    """Waivers whose flow, data and days another one has too; told at the later row."""
    by_flow: dict[tuple[str, str, str], list[Waiver]] = {}
    for waiver in sorted(waivers, key=lambda one: (one.file, one.line)):
        before = by_flow.setdefault((waiver.rule, waiver.source, waiver.target), [])
        for earlier in before:
            if _same_days(waiver, earlier) and _meet(waiver.data, earlier.data):
                word = "says the same as" if set(waiver.data) == set(earlier.data) else "overlaps with"
                said = f"{_named(waiver)} {word} the one at {earlier.cell()}, with days in common"
                mend = "Keep one of the two: two ends for one decision are no end."
                yield waiver, _finding(waiver, "rule", said, mend, related=earlier)
                break
        before.append(waiver)


def _same_days(one: Waiver, other: Waiver) -> bool:
    return one.granted <= other.expires and other.granted <= one.expires


def _meet(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether categories overlap; none named means all."""
    left, right = set(left), set(right)
    under = any(share_data(key, other) for key in left for other in right)
    return not left or not right or under


def _longest(case: Case, waiver: Waiver) -> date:
    return months_after(waiver.granted, case.policy.waivers_max_months)


def _named(waiver: Waiver) -> str:
    flow = f"{waiver.source} -> {waiver.target}" if waiver.source else waiver.target
    return f"The waiver of {waiver.rule} for {flow}"


def _finding(
    waiver: Waiver,
    column: str,
    said: str,
    mend: str,
    verdict: Verdict = Verdict.BROKEN,
    related: Waiver | None = None,
) -> Finding:
    return Finding(
        rule=RULE.id,
        verdict=verdict,
        cell=waiver.cell(column),
        message=f"{said}.",
        mend=mend,
        law=RULE.law,
        data=waiver.data,
        source=waiver.source,
        sink=waiver.target,
        related=(related.cell("rule"),) if related else (),
    )


RULE = Rule(
    id="waivers",
    title="Every waiver is in order and needed",
    law=("GDPR Art. 5(2)", "GDPR Art. 24(1)"),
    check=check,
)
