"""What a rule is."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.policy.policy import RuleSpec


def always(_: Case) -> bool:
    """Most rules have something to look at in every register."""
    return True


class Rule(NamedTuple):
    """One thing that must hold, the law that asks for it, and the function that looks.

    A standing rule has no parameters and is always on; a policy rule has a frozen dataclass of
    parameters and runs once for each `[[rule]]` of its type in the policy.
    """

    id: str  # the file's name with hyphens
    title: str
    law: tuple[str, ...]
    check: Callable[[Case, RuleSpec], Outcome]
    parameters: type | None = None  # of a policy rule: what `[[rule]]` may say beside the common fields

    applies: Callable[[Case], bool] = always  # of a standing rule: whether there is anything to look at
    of_law: bool = False  # it says what is lawful, so that nobody can waive it

    @property
    def standing(self) -> bool:
        return self.parameters is None

    def outcome(self, spec: RuleSpec, findings: Iterable[Finding], examined: str, nearest: str = "") -> Outcome:
        """What the rule has to say, findings sorted; the nearest miss only where it is kept."""
        told = tuple(sorted(findings, key=Finding.sort_key))
        return Outcome(
            rule=spec.id,
            type=spec.type,
            statement=spec.statement or self.title,
            why=spec.why,
            how=spec.how,
            findings=told,
            examined=examined,
            nearest="" if told else nearest,
        )
