"""A blank entry of the policy is shown by what would hold it: that is where a person writes."""

from pathlib import Path

import pytest

from tests.reports import sample
from vendor_registry.intake.policy.toml_lines import Lines, Steps
from vendor_registry.intake.spans.find import located
from vendor_registry.model.text.origin import Cell

POLICY = """
[systems.account]
name = "Account"

[zones]
eu = { name = "EU", places = ["DE"] }

[[rules]]
id = "apart"

[services]
mail.name.en = "Mail"
[data."contact.email"]
name = "Address"
"""


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (("systems", "account", "region"), "[systems.account]"),
        (("systems", "account", "owner", "name"), "[systems.account]"),
        (("zones", "eu", "regime"), '{ name = "EU", places = ["DE"] }'),
        (("zones", "eu", "places", 0), '{ name = "EU", places = ["DE"] }'),
        (("rules", 0, "between"), "[[rules]]"),
        (("services", "mail", "group"), "mail.name.en"),
        (("data", "contact.email", "group"), '[data."contact.email"]'),
    ],
)
def test_the_header_the_value_or_the_key_on_its_line(tmp_path: Path, steps: Steps, shown: str) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(POLICY, encoding="utf-8")
    column = ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
    span = located(sample.report()).locate(Cell(str(file), Lines(POLICY).line(steps), column))
    assert span is not None
    assert span.line == span.end_line
    assert POLICY.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == shown
