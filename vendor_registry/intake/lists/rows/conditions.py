"""When an engagement applies at all, as a list says it: in a column, or in the heading above."""

from vendor_registry.intake.lists.entries.entry import Findings, ListEntry
from vendor_registry.intake.lists.entries.headings import condition_in, day_in
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.keys import slug
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.unsaid import unsaid

LONGEST = 80  # characters of a condition that can be a name in the policy


def condition_of(entry: ListEntry, findings: Findings) -> str:
    """The words of the list; "" where it says none. What is too long to be a name is told."""
    said = entry.of("condition")
    words = said.text.text.replace("\n", " ").rstrip(".") if said else ""
    if said and not unsaid(words) and not day_in(words) and fold(words) not in "always all yes no immer alle".split():
        if len(words) <= LONGEST:
            return words
        findings.remark(
            entry.place, f"{said.title}: {quote(words)} is too long for a condition; it stands in the notes"
        )
    return next((found for group in reversed(entry.groups) if (found := condition_in(group))), "")


def key_of_condition(words: str, policy: Policy | None) -> str:
    """The key that the policy has for a condition of this name; else one made of its words."""
    for key, one in (policy.conditions if policy else {}).items():
        if fold(words) in {fold(key), *map(fold, one.name.values())}:
            return key
    return slug(fold(words))[:40].strip("-") or "condition"
