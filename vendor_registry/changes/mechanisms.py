"""Whether the claims of a row carry its transfers better or worse than those it made before, on the same flows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.changes.change import Kind
from vendor_registry.changes.pairing import Pair
from vendor_registry.model.findings.transfer import Answer, TransferVerdict
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry

_TIERS = {"adequacy": 0, "derogation": 2, "none": 3}  # Art. 45 before Art. 46 (1) before Art. 49
_SAFEGUARD = 1
_CARRIED = TransferVerdict.COVERED_WITH_WARNING.rank


@dataclass(frozen=True, order=True, slots=True)
class Strength:
    """How well the worst transfer to an engagement is carried: the lower, the better."""

    verdict: int  # rank
    tier: int


def strengths(case: Case) -> Mapping[str, Strength]:
    """Of every engagement that gets data by a transfer under some regime, by key."""
    found: dict[str, Strength] = {}
    flows = case.graph.flows
    for number, answers in answered(case).items():
        for _, _, answer in answers.each:
            key, strength = flows[number].target, _strength(answer)
            found[key] = max(found.get(key, strength), strength)
    return found


class Grounds(NamedTuple):
    """What carries the flows of afterwards: by the claims there are now, and by those there were."""

    now: Mapping[str, Strength]
    then: Mapping[str, Strength]

    def kind(self, then: Engagement, now: Engagement) -> Kind:
        """How the mechanism of a row changed. Where the law was not asked, the claims themselves are compared."""
        if now.key not in self.now or now.key not in self.then:
            return _by_claims(then, now)
        before, after = self.then[now.key], self.now[now.key]
        if before.verdict <= _CARRIED < after.verdict:
            return Kind.MECHANISM_LAPSED
        if before == after:
            return Kind.MECHANISM_CHANGED
        return Kind.MECHANISM_STRONGER if after < before else Kind.MECHANISM_WEAKER


def grounds(after: Case, both: Iterable[Pair]) -> Grounds:
    """The law is asked a second time, of the same flows with the claims of before, only where claims changed."""
    now = strengths(after)
    old = {row.key: row for row in (replace(new, mechanism=then.mechanism) for then, new in both if _differ(then, new))}
    if not old:
        return Grounds(now, now)
    rows = tuple(old.get(one.key, one) for one in after.registry.engagements)
    return Grounds(now, strengths(replace(after, registry=Registry(rows, after.registry.sheets))))


def _differ(then: Engagement, now: Engagement) -> bool:
    return then.mechanism != now.mechanism


def _strength(answer: Answer) -> Strength:
    return Strength(answer.verdict.rank, _TIERS.get(answer.basis, _SAFEGUARD) if answer.restricted else 0)


def _by_claims(then: Engagement, now: Engagement) -> Kind:
    before, after = set(then.mechanism), set(now.mechanism)
    if before < after:
        return Kind.MECHANISM_STRONGER
    return Kind.MECHANISM_WEAKER if after < before else Kind.MECHANISM_CHANGED
