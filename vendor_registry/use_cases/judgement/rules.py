"""What is checked, and why."""

import difflib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from vendor_registry.intake.policy.read import read_policy
from vendor_registry.model.policy.policy import Policy, RuleSpec
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible
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


def explained(wanted: str, policy: Path) -> str:
    """The page of a rule; for a rule of the policy, what it says there, then the page of its type.

    Raises UsageError, with a suggestion, for an id that is none.
    """
    ids = [rule.id for rule in RULES]
    if wanted in ids:
        return _page(wanted)
    specs = {spec.id: spec for spec in (read_policy(policy).rules if policy.exists() else ())}
    if wanted in specs:
        return f"{_said(specs[wanted])}\n{_page(specs[wanted].type)}"
    close = difflib.get_close_matches(wanted, [*ids, *specs], 1)
    hint = f'did you mean "{close[0]}"?' if close else "`vendors rules` lists them."
    raise UsageError(f'"{visible(wanted)}" is no rule; {hint}')


def _page(rule: str) -> str:
    return (resources.files("vendor_registry.rules") / "pages" / f"{rule}.md").read_text(encoding="utf-8")


def _said(spec: RuleSpec) -> str:
    """What the company says of its own rule."""
    lines = [f"{spec.id} ({spec.cell.file}:{spec.cell.line}), a rule of type {spec.type}"]
    lines += [
        f"  {word}: {text}" for word, text in (("says", spec.statement), ("why", spec.why), ("how", spec.how)) if text
    ]
    return "".join(f"{visible(line)}\n" for line in lines)
