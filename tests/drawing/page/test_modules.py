"""The modules of the page under node's own test runner."""

import shutil
import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).parent / "modules.test.mjs"


def test_what_needs_no_browser_holds_under_node() -> None:
    if shutil.which("node") is None:
        pytest.skip("no node on this machine (Debian: apt install nodejs), so the modules are not tried alone")
    ran = subprocess.run(["node", "--test", str(TESTS)], capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "# tests 17" in ran.stdout, ran.stdout[-600:]
