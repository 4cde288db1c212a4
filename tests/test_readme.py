"""The README is true: its commands say what it says they say, and it names every command."""

import inspect
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from vendor_registry.cli.main import app
from vendor_registry.reports.formats.catalogue import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ vendors (.*?)\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("arguments", "shown"), CONSOLE, ids=[arguments for arguments, _ in CONSOLE])
def test_a_console_block_shows_real_output(arguments: str, shown: str) -> None:
    """`...` alone on a line stands for lines left out."""
    program = [sys.executable, "-m", "vendor_registry", *shlex.split(arguments)]
    environment = {**os.environ, "NO_COLOR": "1"}
    ran = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    said, place = ran.stdout or ran.stderr, 0
    for piece in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE):
        found = said.find(piece, place)
        assert found >= place, (
            f"the README shows what `vendors {arguments}` does not say:\n{piece}\nIt says:\n{said[:3000]}"
        )
        place = found + len(piece)


def test_there_are_blocks_to_check() -> None:
    assert len(CONSOLE) >= 3


def test_every_command_is_named() -> None:
    names = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    assert sorted(name for name in names if name and f"vendors {name}" not in README) == []


def test_the_formats_of_a_report_are_all_named() -> None:
    [named] = re.findall(r"`vendors check` \| judge; formats `([a-z ]+)`", README)
    assert named.split() == list(FORMATS)


def test_every_command_has_an_example_in_its_help() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert "Example:" in (command.callback.__doc__ or ""), command.name


def test_every_file_and_picture_named_is_there() -> None:
    named = re.findall(r"\]\(([^):#]+)\)|`((?:docs|data|benchmarks|vendor_registry)/[\w./-]+)`", README)
    assert len(named) > 10
    for one, other in named:
        assert (ROOT / (one or other)).exists(), one or other


def test_the_python_example_runs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_commands_that_are_said_to_read_a_revision_do() -> None:
    takes: dict[str, set[str]] = {}
    for command in app.registered_commands:
        assert command.callback is not None
        takes[str(command.name)] = set(inspect.signature(command.callback).parameters)
    ledger = (ROOT / "docs" / "ledger.md").read_text("utf-8")
    [line] = [line for line in ledger.splitlines() if "a revision instead of the sheet" in line]
    named = {"check", *re.findall(r"`(\w+)`", line.split("so do")[1])}
    assert {name for name in named if "revision" not in takes[name]} == set()
    assert len(named) > 6
