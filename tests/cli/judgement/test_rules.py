"""vendors rules: what is judged, and why."""

from pathlib import Path

import pytest

from tests.running import vendors
from vendor_registry.rules.catalogue import RULES


def test_standing_rules_types_and_those_of_the_policy_are_listed(starter: Path) -> None:
    listed = vendors("rules").out
    always, of_policy, types = (listed.index(head) for head in ("Always on:", "Set up in data/policy.toml:", "Types a"))
    assert always < of_policy < types
    for rule in RULES:
        place = listed.index(f"  {rule.id.ljust(26)}{rule.title}\n")
        assert (always < place < of_policy) if rule.standing else place > types
    assert of_policy < listed.index("  regions-apart ") < types


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_page_that_can_be_read_without_a_sheet(
    rule: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    identity = getattr(rule, "id", "")
    ran = vendors("rules", "explain", identity)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# ")
    assert identity in ran.out


def test_a_misspelt_rule_gets_a_suggestion(starter: Path) -> None:
    ran = vendors("rules", "explain", "isolatoin")
    assert (ran.status, ran.stdout) == (2, b"")
    assert ran.err == '"isolatoin" is no rule; did you mean "isolation"?\n'
