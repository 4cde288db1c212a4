"""The action for GitHub: its file fits the schema of actions, and its script does on a shell what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import INSTALLED

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
STEPS: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text("utf-8"))["runs"]["steps"]
FAULTY = ROOT / "tests" / "samples" / "faulty.csv"


@dataclass(frozen=True)
class Done:
    """What the check left: its exit status, what was printed, the outputs and the summary of the step."""

    status: int
    out: str
    outputs: dict[str, str]
    summary: str


def check(folder: Path, **inputs: str) -> Done:
    """The step `check` as a runner starts it: bash, its environment, the files it may write to."""
    [step] = [one for one in STEPS if one.get("id") == "check"]
    (folder / "vendors" / "bin").mkdir(parents=True)
    (folder / "vendors" / "bin" / "vendors").symlink_to(INSTALLED)
    files = {"GITHUB_OUTPUT": folder / "output", "GITHUB_STEP_SUMMARY": folder / "summary"}
    for file in files.values():
        file.touch()
    given = {"SHEET": "data/vendors.csv", "POLICY": "data/policy.toml", "ARGUMENTS": "", **inputs}
    assert given.keys() == step["env"].keys()
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=ROOT, env={**os.environ, **given, "RUNNER_TEMP": str(folder), **{k: str(v) for k, v in files.items()}},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return Done(ran.returncode, ran.stdout + ran.stderr, outputs, files["GITHUB_STEP_SUMMARY"].read_text())


def test_the_file_fits_the_schema_of_actions(tmp_path: Path) -> None:
    program = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", "vendor.github-actions"]
    wrong = tmp_path / "action.yml"
    wrong.write_text(ACTION.read_text("utf-8").replace("using: composite", "using: composit"))
    told = [subprocess.run([*program, str(one)], capture_output=True, check=False) for one in (ACTION, wrong)]
    assert [one.returncode for one in told] == [0, 1], told[0].stdout


def test_what_people_type_never_becomes_part_of_a_script() -> None:
    scripts = [one["run"] for one in STEPS if "run" in one]
    assert len(scripts) == 2
    for script in scripts:
        assert "${{" not in script
        assert "eval" not in script
    named = set(re.findall(r"inputs\.([\w-]+)", ACTION.read_text("utf-8")))
    assert named == set(yaml.safe_load(ACTION.read_text("utf-8"))["inputs"])


def test_findings_become_annotations_sarif_and_a_summary(tmp_path: Path) -> None:
    done = check(tmp_path, ARGUMENTS="--as-of=2023-01-16\n--only=zone:eu and not role:processor\n")
    assert (done.status, done.outputs["status"]) == (1, "1")
    assert "::warning file=data/vendors.csv" in done.out
    assert json.loads(Path(done.outputs["sarif"]).read_bytes())["version"] == "2.1.0"
    assert done.summary.startswith("## vendors check: ")
    assert "2023-01-16" in done.summary


def test_a_sheet_with_faults_fails_with_the_faults_in_the_summary(tmp_path: Path) -> None:
    done = check(tmp_path, SHEET=str(FAULTY.relative_to(ROOT)))
    assert (done.status, done.outputs["status"]) == (2, "2")
    [run] = json.loads(Path(done.outputs["sarif"]).read_bytes())["runs"]
    assert {one["ruleId"] for one in run["results"]} == {"fault"}
    assert 'tests/samples/faulty.csv:2 \\[country\\]: "Germny" is not a country' in done.summary
    assert "Germny" in done.out


@pytest.mark.parametrize("name", ["SHEET", "POLICY", "ARGUMENTS"])
def test_an_input_that_is_a_command_is_a_text(tmp_path: Path, name: str) -> None:
    trap = tmp_path / "trap"
    done = check(tmp_path, **{name: f"$(touch {trap}) `touch {trap}`; touch {trap} \"' && touch {trap}"})
    assert (done.status, trap.exists()) == (2, False)


def test_scripts_are_clean_shell(tmp_path: Path) -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("there is no shellcheck (Debian: apt install shellcheck)")
    for number, one in enumerate(step for step in STEPS if "run" in step):
        (tmp_path / f"{number}.sh").write_text(f"#!/bin/bash\n{one['run']}")
    told = subprocess.run(["shellcheck", *map(str, tmp_path.glob("*.sh"))], capture_output=True, text=True, check=False)
    assert told.stdout == ""
