"""Every rule on a case: the standing ones, those of the policy, and last those that look at what the others say."""

from collections.abc import Iterable, Iterator
from functools import partial

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Outcome
from vendor_registry.model.policy.policy import Policy, RuleSpec
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.customers import commitments
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.waiver_effects import hear
from vendor_registry.rules.sheet import waivers as ledger


def judge(case: Case, waivers: Iterable[Waiver] = ()) -> tuple[Outcome, ...]:
    """The outcome of each rule, in the order of the catalogue.

    A rule that raises is a failure of ours, never a pass: nothing is caught here.
    """
    granted = tuple(waivers)
    outcomes: list[Outcome] = []
    idle: set[Waiver] = set()
    for rule, spec in rules_of(case.policy):
        if not rule.applies(case):
            continue
        counting = () if rule.of_law else granted
        mine = [waiver for waiver in counting if waiver.rule == spec.id and ledger.counts(case, waiver)]
        heard = hear(case, partial(_look, rule, spec), mine)
        outcomes.append(heard.outcome)
        idle |= heard.idle
    known = tuple(outcome.rule for outcome in outcomes)
    if case.customers:
        judged = commitments.Judged(tuple(outcomes))
        outcomes.append(commitments.check(case, _standing(commitments.RULE, judged)))
    spec = _standing(ledger.RULE, ledger.Ledger(granted, known, frozenset(idle), _OF_LAW))
    return (*outcomes, ledger.check(case, spec))


_OF_LAW = tuple(rule.id for rule in RULES if rule.of_law)


def rules_of(policy: Policy) -> Iterator[tuple[Rule, RuleSpec]]:
    """Every rule that looks at the register itself, with what the policy says of it."""
    for rule in RULES:
        if rule.standing and rule not in (commitments.RULE, ledger.RULE):
            yield rule, _standing(rule)
        yield from ((rule, spec) for spec in policy.rules if spec.type == rule.id and not rule.standing)


def _standing(rule: Rule, parameters: object = None) -> RuleSpec:
    return RuleSpec(id=rule.id, type=rule.id, statement=rule.title, parameters=parameters)


def _look(rule: Rule, spec: RuleSpec, case: Case) -> Outcome:
    return rule.check(case, spec)
