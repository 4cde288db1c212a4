"""What holds for every format."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vendor_registry.reports
from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.reports.formats.catalogue import FORMATS

_EVERYTHING = (
    sample.BROKEN, replace(sample.TWO_WAYS, data=("contact",)), sample.GAP, sample.WAIVED, sample.KNOWN, sample.WARNING,
)  # fmt: skip
_WRITE_ALL = """
import sys
from tests.reports import sample
from vendor_registry.reports.formats.catalogue import FORMATS
report = sample.report(sample.TWO_WAYS, sample.GAP, sample.WAIVED, sample.KNOWN, sample.WARNING)
for one in FORMATS.values():
    sys.stdout.buffer.write(one.write(report).encode())
"""


def _turned(report: Report) -> Report:
    outcomes = (replace(one, findings=one.findings[::-1]) for one in report.outcomes[::-1])
    return replace(report, outcomes=tuple(outcomes))


def test_every_writer_of_the_house_is_listed() -> None:
    """A file `as_*.py` that is not in catalogue.py can never be asked for."""
    [folder] = vendor_registry.reports.__path__
    assert {path.stem.removeprefix("as_") for path in (Path(folder) / "formats").glob("as_*.py")} == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_in_which_rules_and_findings_come_changes_nothing(name: str) -> None:
    report = sample.report(*_EVERYTHING)
    assert FORMATS[name].write(_turned(report)) == FORMATS[name].write(report)


@pytest.mark.parametrize("name", FORMATS)
def test_every_finding_is_told(name: str) -> None:
    text = FORMATS[name].write(sample.report(sample.BROKEN, sample.GAP))
    assert "content of eu reaches lake in us." in text
    assert "region is blank." in text


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_tell_is_still_a_whole_output(name: str) -> None:
    empty = replace(sample.report(), outcomes=(), sheets=())
    assert FORMATS[name].write(empty).endswith("\n")


@settings(max_examples=60)
@given(text=st.text(alphabet=st.characters(), max_size=30))
def test_any_text_can_be_written_in_any_format(text: str) -> None:
    report = sample.report_saying(text)
    for one in FORMATS.values():
        assert one.write(report).encode("utf-8")


def test_the_hash_seed_changes_no_byte() -> None:
    written = {
        subprocess.run(
            [sys.executable, "-c", _WRITE_ALL],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(written) == 1
