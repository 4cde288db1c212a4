"""What is checked, and why."""

import difflib
from collections.abc import Iterator
from importlib import resources

from vendor_registry.model.origin import UsageError
from vendor_registry.model.policy import Policy
from vendor_registry.reports.visible import visible
from vendor_registry.rules.catalogue import RULES


def listed(policy: Policy) -> str:
    """All rules, one line each: the standing ones, then those the policy sets up."""
    return "\n".join(_lines(policy)) + "\n"


def _lines(policy: Policy) -> Iterator[str]:
    yield "Always on:"
    yield from (f"  {rule.id.ljust(26)}{rule.title}" for rule in RULES if rule.standing)
    yield f"Set up in {policy.file}:"
    yield from (f"  {spec.id.ljust(34)} {spec.type}: {visible(spec.statement)}" for spec in policy.rules)
    if not policy.rules:
        yield "  none"
    unused = [rule for rule in RULES if not rule.standing]
    yield "Types a policy may set up ([[rules]] type = ...):"
    yield from (f"  {rule.id.ljust(26)}{rule.title}" for rule in unused)


def explained(wanted: str) -> str:
    """The page of a rule; raises UsageError, with a suggestion, for an id that is none."""
    ids = [rule.id for rule in RULES]
    if wanted not in ids:
        close = difflib.get_close_matches(wanted, ids, 1)
        hint = f'did you mean "{close[0]}"?' if close else "`vendors rules` lists them."
        raise UsageError(f'"{visible(wanted)}" is no rule; {hint}')
    return (resources.files("vendor_registry.rules") / "pages" / f"{wanted}.md").read_text(encoding="utf-8")
