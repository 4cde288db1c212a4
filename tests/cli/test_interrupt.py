"""An interrupt ends the program in silence, at whatever moment it comes."""

import subprocess
import sys
from pathlib import Path

import pytest

# The process interrupts itself at the import of a module: a moment that no clock of a busy machine moves.
AT_IMPORT = """
import os, signal, sys
class Interrupter:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupter())
sys.argv = ["vendors", "check"]
from vendor_registry.__main__ import main
main()
"""
MODULES = [
    "vendor_registry.cli",
    "typer",
    "vendor_registry.cli.main",
    "vendor_registry.cli.judgement.check",
    "vendor_registry.cli.options",
    "vendor_registry.cli.opening",
    "vendor_registry.use_cases.files.load",
    "tomllib",
]


@pytest.mark.parametrize("name", MODULES)
def test_while_the_program_loads_or_a_command_does(starter: Path, name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", AT_IMPORT.format(name=name)], cwd=starter, capture_output=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr.strip()) == (130, b"", b"")


def test_without_an_interrupt_the_same_program_runs(starter: Path) -> None:
    """So that the tests above say something."""
    ran = subprocess.run(
        [sys.executable, "-c", AT_IMPORT.format(name="no.such.module")], cwd=starter, capture_output=True, check=False
    )
    assert ran.returncode in (0, 1)
    assert ran.stdout
