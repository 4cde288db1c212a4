"""Try the examples that stand in the policy beside its rules."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import examine
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.policy.policy import Example, Policy, RuleSpec
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.model.text.visible import visible
from vendor_registry.rules.catalogue import rule

KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Trial:
    """One example, and what the rule said of it."""

    spec: RuleSpec
    example: Example
    findings: tuple[Finding, ...]

    @property
    def said(self) -> str:
        """The worst verdict, or that the rule is kept."""
        verdicts = [finding.verdict for finding in self.findings]
        return str(min(verdicts, key=lambda verdict: verdict.rank)) if verdicts else KEPT

    @property
    def agrees(self) -> bool:
        return self.said == self.example.expect


def trials_of(policy: Path, as_of: date) -> tuple[Trial, ...]:
    """As `trials`, of a policy in a file."""
    return trials(read_policy(policy), as_of)


def trials(policy: Policy, as_of: date) -> tuple[Trial, ...]:
    """Every example of every rule, judged alone: its rows are all there are, beside the systems of the policy.

    Raises RefusedError with the faults of all examples.
    """
    pairs = [(spec, example) for spec in policy.rules for example in spec.examples]
    read = [examine((example.sheet,), policy) for _, example in pairs]
    faults = [fault for _, found in read for fault in found]
    faults += [fault for _, example in pairs for fault in _unknown_systems(policy, example)]
    if faults:
        raise RefusedError(tuple(faults))
    registries = [registry for registry, _ in read]
    return tuple(
        _tried(policy, spec, example, registry, as_of)
        for (spec, example), registry in zip(pairs, registries, strict=True)
    )


def as_text(tried: tuple[Trial, ...]) -> str:
    """One line for each example; under one that disagrees, what the rule said."""
    lines = [line for trial in tried for line in _lines(trial)]
    differing = sum(not trial.agrees for trial in tried)
    count = counted(len(tried), "example")
    lines.append(f"{count}, {differing} not as expected." if tried else _NONE)
    return "\n".join(lines) + "\n"


_NONE = "No rule of the policy has examples; `vendors rules explain isolation` shows how they are written."


def _lines(trial: Trial) -> Iterator[str]:
    name = visible(trial.example.name) or str(trial.example.cell)
    if trial.agrees:
        yield f"ok      {trial.spec.id}: {name}: {trial.said}"
        return
    yield f"DIFFERS {trial.spec.id}: {name}: expected {trial.example.expect}, is {trial.said} ({trial.example.cell})"
    for finding in trial.findings:
        yield f"          {finding.verdict} {finding.cell} {visible(finding.message)}"


def _tried(policy: Policy, spec: RuleSpec, example: Example, registry: Registry, as_of: date) -> Trial:
    own = replace(policy, flows=(*policy.flows, *example.flows))
    case = Case(registry, own, example.as_of or as_of)
    return Trial(spec, example, rule(spec.type).check(case, spec).findings)


def _unknown_systems(policy: Policy, example: Example) -> Iterator[Fault]:
    """A flow from nowhere would prove nothing."""
    for flow in example.flows:
        for key in (flow.source, flow.target):
            if key not in policy.systems:
                yield Fault(
                    flow.cell, f'"{key}" is not a system of the policy', f"Systems: {', '.join(policy.systems)}."
                )
