"""How a report leaves."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports import sample
from vendor_registry.cli.judgement.reporting import begins, fails, files_asked_for, hand_out, mildest_failing, telling
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.formats.catalogue import FORMATS
from vendor_registry.reports.parts.telling import PLAIN, Telling

_HAND_OUT = """
from tests.reports import sample
from vendor_registry.cli.judgement.reporting import hand_out, telling
from vendor_registry.reports.formats.catalogue import FORMATS
hand_out(sample.report(), FORMATS["text"], [], telling(False, False, {color}, FORMATS["text"]))
"""


def _on_terminal(color: bool | None = None, **environment: str) -> bytes:
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    with subprocess.Popen(
        [sys.executable, "-c", _HAND_OUT.format(color=color)],
        stdout=theirs,
        env=clean | environment,
        cwd=Path(__file__).parents[3],
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


def test_what_is_asked_for_counts_before_the_environment_and_that_before_the_terminal() -> None:
    """--color and --no-color; then NO_COLOR before FORCE_COLOR; a dumb terminal shows none."""
    assert b"\x1b" not in _on_terminal(color=False, FORCE_COLOR="1")
    assert b"\x1b[31;1mBROKEN" in _on_terminal(color=True, NO_COLOR="1")
    assert b"\x1b" not in _on_terminal(NO_COLOR="1", FORCE_COLOR="1")
    assert b"\x1b" not in _on_terminal(TERM="dumb")
    assert b"\x1b[31;1mBROKEN" in _on_terminal(TERM="dumb", FORCE_COLOR="1")


def test_a_file_is_neither_coloured_nor_quiet_nor_narrow(tmp_path: Path) -> None:
    narrow = Telling(each=True, quiet=True, width=40, colour=True)
    hand_out(sample.report(), FORMATS["text"], files_asked_for([f"text={tmp_path}/report.txt"]), narrow)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == as_text(sample.report(), Telling(each=True))


def test_only_people_can_be_told_less() -> None:
    with pytest.raises(UsageError, match="choose --format text or markdown"):
        telling(False, True, None, FORMATS["json"])


def test_whoever_is_told_nothing_of_a_beginning_needs_none() -> None:
    text, json, csv = (FORMATS[name] for name in ("text", "json", "csv"))
    assert begins(text, [], PLAIN)
    assert not begins(text, [], Telling(quiet=True))
    assert begins(text, [(Path("report.json"), json)], Telling(quiet=True))
    assert not begins(csv, [(Path("report.csv"), csv)], PLAIN)


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
