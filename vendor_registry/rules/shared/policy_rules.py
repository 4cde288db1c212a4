"""What the rules that a policy sets up have in common."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple, TypeVar

from vendor_registry.case.case import Case
from vendor_registry.case.memory import kept_with_case
from vendor_registry.case.selectors import Choice, Selector, choose
from vendor_registry.flows.node_sets import NodeSet, node_set
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.flow import NodeKind
from vendor_registry.model.register.on_demand import cells_of

Parameters = TypeVar("Parameters")

EVERYONE = frozenset(NodeKind) - {NodeKind.SUBJECT}
THIRD_PARTIES = frozenset({NodeKind.ENGAGEMENT})


class Chosen(NamedTuple):
    """The nodes a rule is about, by key, and what is told where it is about none."""

    sure: tuple[str, ...]
    maybe: tuple[str, ...]  # a blank cell decides whether the rule is about them
    findings: tuple[Finding, ...] = ()
    misspelt: bool = False  # a value of the selector is unknown, so that nobody can say who is meant

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(sorted((*self.sure, *self.maybe))) if self.maybe else self.sure


def parameters(spec: RuleSpec, cls: type[Parameters]) -> Parameters:
    """What a rule of the policy says beside the common fields; raises TypeError for another rule's parameters."""
    if not isinstance(spec.parameters, cls):
        raise TypeError(f"The rule {spec.id} was given parameters of another type of rule.")
    return spec.parameters


def verdict(spec: RuleSpec, *, sure: bool) -> Verdict:
    """The severity of the policy where something is proved; never worse than a gap where a blank decides."""
    proved = Verdict(spec.severity)
    return proved if sure else max(proved, Verdict.GAP, key=lambda one: one.rank)


def chosen(
    case: Case, spec: RuleSpec, entry: str, selector: Selector | None, kinds: frozenset[NodeKind] = THIRD_PARTIES
) -> Chosen:
    """The nodes of these kinds that an entry of the rule selects; all of them where it is left out."""
    choice = _chosen(case, selector, kinds)
    if choice.sure or choice.maybe:
        return Chosen(choice.sure, choice.maybe)
    what = (
        f'The selector "{selector}" matches nothing on {case.as_of}.'
        if selector
        else f"No engagement is in force on {case.as_of}."
    )
    return Chosen((), (), (looks_at_nothing(spec, choice.complaint or what, entry),), choice.misspelt)


@kept_with_case  # several rules of a policy often mean the same nodes
def _chosen(case: Case, selector: Selector | None, kinds: frozenset[NodeKind]) -> Choice:
    keys = case.reach.network.keys
    choice = choose(case, selector) if selector else Choice(keys, ())
    there = cells_of(case.graph.by_key.in_order, "kind")
    others = {keys[number] for number in there.rows_where(lambda kind: kind not in kinds)}
    sure = tuple(key for key in choice.sure if key not in others)
    maybe = tuple(key for key in choice.maybe if key not in others)
    return Choice(sure, maybe, choice.complaint, choice.misspelt)


@kept_with_case
def members(case: Case, keys: tuple[str, ...]) -> NodeSet:
    """These nodes as a set that others are held against."""
    network = case.reach.network
    return node_set(len(network.keys), map(network.number.__getitem__, keys))


def categories(case: Case, written: Iterable[str]) -> tuple[str, ...]:
    """Categories of a rule, which may be written as in a selector; none named: all personal data."""
    return tuple(key.removeprefix("data:") for key in written) or case.reach.network.categories.keys


def unknown_data(case: Case, spec: RuleSpec, data: Iterable[str]) -> list[Finding]:
    """A category that nothing can carry is a word of the rule that matches nothing."""
    unknown = [key for key in data if not case.reach.network.categories.under((key,))]
    return [looks_at_nothing(spec, f"no category of the taxonomy is {key}.", "data") for key in unknown]


def looks_at_nothing(spec: RuleSpec, reason: str, entry: str = "") -> Finding:
    """A rule that is about nothing is kept by nobody: that is told, not passed."""
    column = ".".join(part for part in (spec.cell.column, entry) if part)
    return Finding(
        rule=spec.id,
        verdict=Verdict.GAP,
        cell=replace(spec.cell, column=column),
        message=f"The rule {spec.id} applies to nothing: {reason[:1].lower()}{reason[1:]}",
        mend="Correct what the rule names in the policy, or take the rule out.",
    )
