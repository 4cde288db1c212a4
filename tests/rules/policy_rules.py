"""A rule of the policy for tests: its spec, and what it says of a case."""

from typing import Any, get_args, get_type_hints

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector, parse
from vendor_registry.model.findings.finding import Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.catalogue import rule
from vendor_registry.rules.shared import asked_columns
from vendor_registry.rules.shared.asked_columns import AskedColumn


def spec(type_: str, *, severity: str = "broken", id_: str = "", **parameters: Any) -> RuleSpec:
    """A `[[rules]]` of the policy; texts for selectors and columns are understood as the policy would."""
    cls = rule(type_).parameters
    assert cls is not None
    for entry, kind in get_type_hints(cls).items():
        if entry in parameters and Selector in (kind, *get_args(kind)):
            parameters[entry] = parse(parameters[entry])
        if entry in parameters and AskedColumn in get_args(kind):
            parameters[entry] = tuple(map(asked_columns.parse, parameters[entry]))
    key = id_ or f"our-{type_}"
    cell = Cell("policy.toml", 7, f"rules.{key}")
    return RuleSpec(id=key, type=type_, severity=severity, parameters=cls(**parameters), cell=cell)


def check(case: Case, type_: str, **parameters: Any) -> Outcome:
    return rule(type_).check(case, spec(type_, **parameters))


def told(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Each finding as (verdict, sink, cell)."""
    return [(str(one.verdict), one.sink, str(one.cell)) for one in outcome.findings]
