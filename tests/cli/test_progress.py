"""A bar for those who wait, and nothing for those who do not."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

_WORK = """
import time
from vendor_registry.cli.progress import waiting
with waiting("checking", patience={patience}):
    time.sleep({work})
print("done")
"""


def _run(patience: float, work: float, term: str = "xterm-256color") -> tuple[bytes, str]:
    """What the program says on stdout, a pipe, and on stderr, a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", _WORK.format(patience=patience, work=work)],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": term},
        cwd=Path(__file__).parents[2],
    ) as program:
        os.close(theirs)
        result = program.communicate(timeout=30)[0]
    return result, _drained(ours)


def _drained(terminal: int) -> str:
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:  # a terminal whose program has gone
        pass
    finally:
        os.close(terminal)
    return shown.decode()


def test_long_work_shows_a_bar_on_stderr_and_takes_it_away() -> None:
    result, shown = _run(patience=0.05, work=0.6)
    assert result == b"done\n"
    assert "checking" in shown
    assert "0:00:00" in shown
    assert shown.endswith("\x1b[2K") or "\x1b[2K" in shown


def test_short_work_shows_nothing() -> None:
    assert _run(patience=5, work=0) == (b"done\n", "")


def test_where_stderr_is_no_terminal_nothing_is_shown() -> None:
    program = subprocess.run(
        [sys.executable, "-c", _WORK.format(patience=0.0, work=0.3)],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert (program.stdout, program.stderr) == (b"done\n", b"")


def test_a_failure_leaves_at_once() -> None:
    """The thread must not hold up the program when the work raises."""
    started = time.monotonic()
    ours, theirs = pty.openpty()
    work = _WORK.format(patience=20, work="'no number'")
    program = subprocess.run(
        [sys.executable, "-c", work], stdout=subprocess.PIPE, stderr=theirs, check=False, cwd=Path(__file__).parents[2]
    )
    os.close(theirs)
    assert program.returncode == 1
    assert "TypeError" in _drained(ours)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_poor_terminal_gets_no_steering(term: str) -> None:
    _, shown = _run(patience=0.05, work=0.4, term=term)
    assert "\x1b" not in shown
