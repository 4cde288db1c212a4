"""How a report leaves."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports import sample
from vendor_registry.cli.reporting import fails, files_asked_for, hand_out, mildest_failing
from vendor_registry.model.origin import FailureError
from vendor_registry.reports.formats import FORMATS

_HAND_OUT = """
from tests.reports import sample
from vendor_registry.cli.reporting import hand_out
from vendor_registry.reports.formats import FORMATS
hand_out(sample.report(), FORMATS["text"], [])
"""


def _on_terminal(**environment: str) -> bytes:
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [sys.executable, "-c", _HAND_OUT], stdout=theirs, env=clean | environment, cwd=Path(__file__).parents[2]
    ) as program:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        program.wait()
    os.close(ours)
    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the program has left its terminal
        return b""


def test_a_terminal_gets_colour() -> None:
    assert b"\x1b[31;1mBROKEN" in _on_terminal()


def test_no_color_is_honoured_unless_it_is_empty() -> None:
    """As no-color.org asks: set and not empty."""
    assert b"\x1b" not in _on_terminal(NO_COLOR="1")
    assert b"\x1b[31;1mBROKEN" in _on_terminal(NO_COLOR="")


def test_waived_and_known_findings_never_fail() -> None:
    report = sample.report(sample.WAIVED, sample.KNOWN)
    assert not fails(report, mildest_failing("warning"))
    assert fails(sample.report(sample.WAIVED, sample.WARNING), mildest_failing("warning"))


@pytest.mark.parametrize("verdict", ["broken", "gap", "warning"])
def test_never_means_never(verdict: str) -> None:
    report = sample.report(*(one for one in (sample.BROKEN, sample.GAP, sample.WARNING) if one.verdict == verdict))
    assert fails(report, mildest_failing(verdict))
    assert not fails(report, mildest_failing("never"))


def test_a_summary_page_that_cannot_be_written_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    with pytest.raises(FailureError, match=r"GITHUB_STEP_SUMMARY\) cannot be written: Is a directory"):
        hand_out(sample.report(), FORMATS["text"], files_asked_for([f"github={tmp_path}/annotations.txt"]))


def test_files_are_utf_8_and_keep_their_line_ends(tmp_path: Path) -> None:
    hand_out(sample.report(), FORMATS["text"], files_asked_for([f"csv={tmp_path}/f.csv"]))
    written = (tmp_path / "f.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") == 4
