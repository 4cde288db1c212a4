"""What is checked, and why: the pages of rules, and of rules of the policy."""

from pathlib import Path

import pytest

from tests.intake.policies import SOUND
from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.catalogue import RULES
from vendor_registry.use_cases.judgement.rules import explained

APART = """
[[rules]]
id = "regions-apart"
type = "isolation"
between = ["eu", "us"]
statement = "Content stays."
why = "DPA section 4.2"
how = "Ask us."
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.toml"
    path.write_text(SOUND + APART, encoding="utf-8")
    return path


def test_each_rule_of_the_catalogue_is_explained_without_a_policy(tmp_path: Path) -> None:
    for one in RULES:
        assert explained(one.id, tmp_path / "none.toml").startswith(f"# {one.id}: ")


def test_a_rule_of_the_policy_is_explained_by_its_own_words_and_its_type(policy: Path) -> None:
    text = explained("regions-apart", policy)
    assert text.startswith(f"regions-apart ({policy}:")
    assert "  says: Content stays.\n  why: DPA section 4.2\n  how: Ask us.\n" in text
    assert "# isolation: " in text


def test_an_id_that_is_none_is_told_with_the_one_that_was_meant(policy: Path) -> None:
    with pytest.raises(UsageError, match='did you mean "regions-apart"'):
        explained("region-apart", policy)
    with pytest.raises(UsageError, match='did you mean "isolation"'):
        explained("isolatoin", policy)
    with pytest.raises(UsageError, match="lists them"):
        explained("x", policy)
