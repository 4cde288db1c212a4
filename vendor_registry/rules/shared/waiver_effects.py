"""What waivers set aside for one rule: the flows they name are taken away, and the rule is judged again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.flows.categories import above_of
from vendor_registry.flows.network import Barred
from vendor_registry.model.finding import Finding, Outcome
from vendor_registry.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Heard:
    """What a rule says, waived findings marked, and the waivers without which it would say the same."""

    outcome: Outcome
    idle: frozenset[Waiver] = frozenset()


def hear(case: Case, look: Callable[[Case], Outcome], waivers: Iterable[Waiver]) -> Heard:
    """Judge a rule with the waivers that concern it and count on the day.

    A second way past a waived flow still breaks the rule: what is left is judged, not crossed out. Nothing is
    found that was not there before, since a flow taken away makes nothing worse.
    """
    hearing = _Hearing(case, look, look(case))
    ordered = sorted(waivers, key=lambda one: (one.file, one.line))
    if not ordered:
        return Heard(hearing.before)
    needed, idle = hearing.needed(ordered)
    left = hearing.left(needed)
    return Heard(replace(left, findings=(*left.findings, *hearing.waived(left, needed))), frozenset(idle))


@dataclass(frozen=True, slots=True)
class _Hearing:
    case: Case
    look: Callable[[Case], Outcome]
    before: Outcome

    def left(self, waivers: list[Waiver]) -> Outcome:
        """What the rule says without what these waivers set aside."""
        everything = self.case.reach.network.categories.keys
        flows = [Barred(one.source, one.target, one.data or everything) for one in waivers if one.source]
        rows = [one for one in waivers if not one.source]
        outcome = self.look(self.case.barring(flows)) if flows else self.before
        before = {finding.identity for finding in self.before.findings}
        findings = (one for one in outcome.findings if one.identity in before)
        return replace(outcome, findings=tuple(one for one in findings if not any(_of_row(row, one) for row in rows)))

    def needed(self, waivers: list[Waiver]) -> tuple[list[Waiver], list[Waiver]]:
        """The waivers that change something, and those that do not: all of the latter can go at once."""
        needed, idle = list(waivers), []
        findings = self.left(needed).findings
        for waiver in reversed(waivers):
            others = [one for one in needed if one is not waiver]
            if self.left(others).findings == findings:
                needed = others
                idle.append(waiver)
        return needed, idle

    def waived(self, left: Outcome, waivers: list[Waiver]) -> Iterator[Finding]:
        """The findings, or the categories of them, that are gone; a gap left of something broken is not the same."""
        alike: dict[object, list[Finding]] = {}
        for one in left.findings:
            alike.setdefault((one.identity, one.verdict), []).append(one)
        for finding in self.before.findings:
            same = alike.get((finding.identity, finding.verdict), [])
            rest = tuple(key for key in finding.data if not any(key in one.data for one in same))
            if rest or not same:
                yield replace(finding, data=rest, waived_by="; ".join(map(str, _touching(finding, waivers))))


def _of_row(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver without `from` is about a finding: one that concerns a row and no flow."""
    covered = all(any(wide in above_of(key) for wide in waiver.data) for key in finding.data)
    of_data = not waiver.data or (finding.data != () and covered)
    return finding.sink == waiver.target and not finding.source and of_data


def _touching(finding: Finding, waivers: list[Waiver]) -> list[Waiver]:
    """The waivers of the flows along the chain, or of the row; all of them where the chain does not tell."""
    flows = {(hop.flow.source, hop.flow.target) for hop in finding.witness}
    on_chain = [one for one in waivers if (one.source, one.target) in flows or _of_row(one, finding)]
    return on_chain or waivers
