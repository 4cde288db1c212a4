"""Examples stand in the policy beside a rule, and are tried."""

from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.intake.policies import SOUND
from vendor_registry.cli.judgement import rules as command
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases.judgement.rule_examples import as_text, trials_of

DAY = date(2026, 11, 23)

POLICY = """\
{sound}
[[rules]]
id = "apart"
type = "isolation"
between = ["eu", "us"]
data = ["content"]
{examples}
"""

ROWS = """
[[rules.examples]]
name = "{name}"
expect = "{expect}"
rows = [
  {{ key = "desk", data = "content", region = "DE", receives_from = "platform-eu" }},
  {{ key = "lake", data = ["content"], region = "{region}", engaged_by = "desk" }},
]
"""


def policy(tmp_path: Path, examples: str) -> Path:
    path = tmp_path / "policy.toml"
    path.write_text(POLICY.format(sound=SOUND, examples=examples), encoding="utf-8")
    return path


def said(tmp_path: Path, examples: str) -> list[tuple[str, str, bool]]:
    return [(one.example.name, one.said, one.agrees) for one in trials_of(policy(tmp_path, examples), DAY)]


def test_each_example_is_judged_alone(tmp_path: Path) -> None:
    examples = (
        ROWS.format(name="all in Germany", expect="kept", region="DE")
        + ROWS.format(name="lake in the US", expect="broken", region="US")
        + ROWS.format(name="lake somewhere", expect="gap", region="")
    )
    assert said(tmp_path, examples) == [
        ("all in Germany", "kept", True),
        ("lake in the US", "broken", True),
        ("lake somewhere", "gap", True),
    ]


def test_an_example_that_comes_out_otherwise_is_shown_with_what_was_found(tmp_path: Path) -> None:
    tried = trials_of(policy(tmp_path, ROWS.format(name="lake", expect="kept", region="US")), DAY)
    text = as_text(tried)
    assert not tried[0].agrees
    assert text.startswith("DIFFERS apart: lake: expected kept, is broken")
    assert "By way of desk, content that belongs in eu reaches lake (lake)" in text
    assert text.endswith("1 example, 1 not as expected.\n")


def test_flows_between_systems_may_stand_in_an_example(tmp_path: Path) -> None:
    """Where platform-us runs is blank in the policy."""
    flow = '{ from = "platform-eu", to = "platform-us", data = ["content"] }'
    assert said(tmp_path, f'[[rules.examples]]\nexpect = "gap"\nflows = [{flow}]\n') == [("", "gap", True)]
    nowhere = flow.replace("platform-us", "platform-usa")
    with pytest.raises(RefusedError, match='"platform-usa" is not a system of the policy'):
        said(tmp_path, f'[[rules.examples]]\nexpect = "broken"\nflows = [{nowhere}]\n')


def test_an_example_may_have_a_day_of_its_own(tmp_path: Path) -> None:
    """The day after the row has ended, the rule has nothing to look at."""
    row = '{ key = "lake", data = "content", region = "US", receives_from = "platform-eu", until = 2026-11-22 }'
    ended = f'[[rules.examples]]\nexpect = "gap"\nrows = [{row}]\n'
    running = f'[[rules.examples]]\nexpect = "broken"\nas_of = 2026-11-22\nrows = [{row}]\n'
    assert [agrees for _, _, agrees in said(tmp_path, ended + running)] == [True, True]


@pytest.mark.parametrize(
    ("example", "fault"),
    [
        ('expect = "kept"\nrows = [{ key = "a", dta = "content" }]', '"dta" means nothing here'),
        ('expect = "fine"\nrows = []', '"fine" is not known here'),
        ("rows = []", "this entry is missing"),
        ('expect = "kept"\nrow = []', '"row" means nothing here'),
        ('expect = "kept"\nrows = "desk"', "this is not a list of tables"),
        ('expect = "kept"\nrows = [1]', "1 is not a table"),
        ('expect = "kept"\nrows = [{ key = "a", data = 5 }]', "this is not the text of a cell"),
        ('expect = "kept"\nrows = [{ key = "a", data = "contents" }]', '"contents" is not a data category'),
        ('expect = "kept"\nrows = [{ key = "a" }, { key = "a" }]', '"a" is the key of'),
        ('expect = "kept"\nflows = [{ from = "platform-eu", data = [] }]', "this entry is missing"),
    ],
)
def test_what_is_wrong_in_an_example_is_a_fault_of_the_policy(tmp_path: Path, example: str, fault: str) -> None:
    with pytest.raises(RefusedError) as told:
        said(tmp_path, f"[[rules.examples]]\n{example}\n")
    assert any(fault in one.message for one in told.value.faults)
    assert all(one.cell.file.endswith("policy.toml") and one.cell.line for one in told.value.faults)


def test_the_command_ends_with_1_where_one_differs(tmp_path: Path) -> None:
    app = typer.Typer()
    app.add_typer(command.app, name="rules")

    def run(expect: str) -> int:
        path = policy(tmp_path, ROWS.format(name="lake", expect=expect, region="US"))
        return CliRunner().invoke(app, ["rules", "test", "--policy", str(path), "--as-of", "2026-11-23"]).exit_code

    assert (run("broken"), run("kept")) == (0, 1)


def test_a_policy_without_examples_says_so(tmp_path: Path) -> None:
    assert as_text(trials_of(policy(tmp_path, ""), DAY)).startswith("No rule of the policy has examples")
