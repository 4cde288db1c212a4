"""What waivers set aside for one rule: the flows they name are taken away, and the rule is judged again."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.flows.network import Barred
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.coverage import covered
from vendor_registry.rules.shared.fewest import Chain, fewest


class Heard(NamedTuple):
    """What a rule says, waived findings marked, and the waivers without which it would say the same."""

    outcome: Outcome
    idle: frozenset[Waiver] = frozenset()


def hear(case: Case, look: Callable[[Case], Outcome], waivers: Iterable[Waiver]) -> Heard:
    """Judge a rule with the waivers that concern it and count on the day.

    A second way past a waived flow still breaks the rule: what is left is judged, not crossed out. Nothing is
    found that was not there before, since a flow taken away makes nothing worse. The rule is judged again a few
    times, however many waivers there are: what comes back without some of them tells by its chain which hold it.
    """
    hearing = _Hearing(case, look, tuple(sorted(waivers, key=lambda one: (one.file, one.line))))
    if not hearing.waivers:
        return Heard(hearing.before)
    needed = fewest(len(hearing.waivers), hearing.back_without)
    left = hearing.left(needed)
    idle = frozenset(one for number, one in enumerate(hearing.waivers) if number not in needed)
    return Heard(replace(left, findings=(*left.findings, *hearing.waived(left, needed))), idle)


@dataclass(frozen=True)
class _Hearing:
    """Waivers are known by their number, in the order of their files and lines."""

    case: Case
    look: Callable[[Case], Outcome]
    waivers: tuple[Waiver, ...]
    _seen: dict[frozenset[int], Outcome] = field(default_factory=dict, init=False)  # by the waivers of flows that count

    @cached_property
    def before(self) -> Outcome:
        return self.look(self.case)

    @cached_property
    def known(self) -> frozenset[tuple[str, str, str, str]]:
        return frozenset(finding.identity for finding in self.before.findings)

    @cached_property
    def of_ends(self) -> dict[tuple[str, str], list[int]]:
        """The waivers of a flow by its two ends, of a row by "" and its key."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, waiver in enumerate(self.waivers):
            found.setdefault((waiver.source, waiver.target), []).append(number)
        return found

    @cached_property
    def everyone(self) -> Collection[int]:
        return range(len(self.waivers))

    @cached_property
    def without_flows(self) -> "_Findings":
        """What there is when every flow is set aside and no row."""
        return _Findings(self._judged(self.everyone).findings)

    @cached_property
    def goal(self) -> "_Findings":
        return _Findings(self.left(self.everyone).findings)

    def left(self, kept: Collection[int]) -> Outcome:
        """What the rule says without what these waivers set aside."""
        outcome = self._judged(kept)
        return replace(outcome, findings=tuple(one for one in outcome.findings if not self._rows(one, kept)))

    def _judged(self, kept: Collection[int]) -> Outcome:
        flows = frozenset(number for number in kept if self.waivers[number].source)
        if flows not in self._seen:
            self._seen[flows] = self._looked(flows) if flows else self.before
        return self._seen[flows]

    def _looked(self, flows: Iterable[int]) -> Outcome:
        everything = self.case.reach.network.categories.keys
        mine = (self.waivers[number] for number in sorted(flows))
        outcome = self.look(self.case.barring(Barred(one.source, one.target, one.data or everything) for one in mine))
        return replace(outcome, findings=tuple(one for one in outcome.findings if one.identity in self.known))

    def back_without(self, kept: Collection[int]) -> list[Chain] | None:
        """Where only these waivers count: of each finding that is not as with all of them, the others on its chain.

        None where all is the same. A finding whose chain does not tell is left out.
        """
        findings = self.left(kept).findings
        if findings == self.goal.findings:
            return None
        changed = (one for one in findings if one not in self.goal)
        return sorted({chain for one in changed if (chain := self._holding(one, kept))}, key=sorted)

    def _holding(self, finding: Finding, kept: Collection[int]) -> Chain:
        """The waivers that are not kept and of which any one would change a finding; none where nobody can tell."""
        rows = self._rows(finding, self.everyone)
        if self.without_flows.has_chain_of(finding):  # no flow of its chain is set aside
            return frozenset(rows)
        flows = [number for number in self._flows(finding) if number not in kept]
        return frozenset((*rows, *flows)) if flows else frozenset()

    def _rows(self, finding: Finding, kept: Collection[int]) -> list[int]:
        """The waivers of a row that are about a finding: one that concerns a row and no flow."""
        if finding.source or not finding.sink:
            return []
        mine = self.of_ends.get(("", finding.sink), ())
        return [number for number in mine if number in kept and _covers(self.waivers[number].data, finding.data)]

    def _flows(self, finding: Finding) -> list[int]:
        """The waivers of the flows along the chain of a finding."""
        ends = {(hop.flow.source, hop.flow.target) for hop in finding.witness}
        return sorted(number for pair in ends if pair[0] for number in self.of_ends.get(pair, ()))

    def waived(self, left: Outcome, kept: Collection[int]) -> Iterator[Finding]:
        """The findings, or the categories of them, that are gone; a gap left of something broken is not the same."""
        staying = _Findings(left.findings)
        told = [str(waiver) for waiver in self.waivers]
        all_told = "; ".join(told[number] for number in sorted(kept))
        for finding in self.before.findings:
            same = staying.alike(finding)
            rest = tuple(key for key in finding.data if not any(key in one.data for one in same))
            if rest or not same:
                on_chain = sorted({n for n in self._flows(finding) if n in kept}.union(self._rows(finding, kept)))
                by = "; ".join(told[number] for number in on_chain) or all_told
                yield replace(finding, data=rest, waived_by=by)


class _Findings:
    """Findings of one rule, found by what stays of them when rows move."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        self._alike: dict[object, list[Finding]] = {}
        for one in findings:
            self._alike.setdefault((one.identity, one.verdict), []).append(one)

    def alike(self, finding: Finding) -> list[Finding]:
        return self._alike.get((finding.identity, finding.verdict), [])

    def __contains__(self, finding: Finding) -> bool:
        return finding in self.alike(finding)

    def has_chain_of(self, finding: Finding) -> bool:
        """Whether the same chain proves as much, if perhaps in another finding of the same thing."""
        chain = [hop.flow for hop in finding.witness]
        same = (one for one in self.alike(finding) if [hop.flow for hop in one.witness] == chain)
        return any(_covers(one.data, finding.data) or one.data == finding.data for one in same)


def _covers(wide: tuple[str, ...], data: tuple[str, ...]) -> bool:
    """Whether categories, or all where none is named, cover what a finding is about."""
    return not wide or (data != () and all(covered(key, wide) for key in data))
