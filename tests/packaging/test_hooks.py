"""The hooks for pre-commit: read by pre-commit itself, and each runs."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import vendors
from vendor_registry.use_cases.register.init import init

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text("utf-8"))
PROGRAM = str(Path(sys.executable).with_name("pre-commit"))


def test_pre_commit_understands_them(tmp_path: Path) -> None:
    wrong = tmp_path / "hooks.yaml"
    wrong.write_text(MANIFEST.read_text("utf-8").replace("entry: vendors check", "language_version: []"))
    told = [
        subprocess.run([PROGRAM, "validate-manifest", str(one)], capture_output=True, check=False)
        for one in (MANIFEST, wrong)
    ]
    assert [one.returncode for one in told] == [0, 1], told[0].stdout


@pytest.mark.parametrize("hook", HOOKS, ids=lambda one: str(one["id"]))
def test_a_hook_runs_when_the_register_changes(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("data/vendors.csv", "data/policy.toml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "README.md")
    init(tmp_path)
    monkeypatch.chdir(tmp_path)
    program, *words = hook["entry"].split()
    assert (program, vendors(*words).status in (0, 1)) == ("vendors", True)


@pytest.mark.skipif(
    "TRY_DIST" not in os.environ, reason="`make dist` tries them: pre-commit fetches every library anew"
)
def test_pre_commit_runs_them_in_another_repository(tmp_path: Path) -> None:
    init(tmp_path)
    environ = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "NO_COLOR": "1"}
    for words in (["git", "init", "-q"], ["git", "add", "data"]):
        subprocess.run(words, cwd=tmp_path, check=True)
    words = [PROGRAM, "try-repo", str(ROOT), "vendors-check", "--verbose"]
    ran = subprocess.run(words, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert "Looked at" in ran.stdout, ran.stdout + ran.stderr
