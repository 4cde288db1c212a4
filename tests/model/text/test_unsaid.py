"""Cells that are filled and say nothing."""

from pathlib import Path

import pytest

from tests.intake.hand_in import engagement, faults_of_row
from vendor_registry.model.text.unsaid import unsaid


@pytest.mark.parametrize(
    "text", ["n/a", "N/A", "-", "—", "TBD", "t.b.c.", "unknown", "keine Angabe", "s. o.", "Not  applicable"]
)
def test_what_says_nothing(text: str) -> None:
    assert unsaid(text)


@pytest.mark.parametrize("text", ["", " ", "NA", "none", "DE", "-1", "unknown to us, but in Germany"])
def test_what_says_something(text: str) -> None:
    """NA is Namibia; none claims that nothing is in place; an empty cell is blank by itself."""
    assert not unsaid(text)


def test_unknown_stays_unknown(tmp_path: Path) -> None:
    """A region, categories, a mechanism and a day that nobody knows."""
    one = engagement(tmp_path, region="n/a", data="-", mechanism="tbd", until="?", legal_name="unknown")
    assert (one.region.unknown, one.data, one.mechanism, one.until, one.legal_name) == (True, None, (), None, "")


@pytest.mark.parametrize(
    ("written", "from_where"), [("unknown", "GLOBAL"), ("TBD", "GLOBAL"), ("?", "GLOBAL"), ("-", "")]
)
def test_access_that_nobody_knows_is_not_access_of_nobody(tmp_path: Path, written: str, from_where: str) -> None:
    """A blank cell says that nobody reaches in; a cell that says "unknown" does not."""
    assert ";".join(engagement(tmp_path, access_from=written).access_from.codes) == from_where


def test_a_purpose_that_is_said_to_be_unknown_is_no_purpose(tmp_path: Path) -> None:
    assert engagement(tmp_path, purpose="unknown").purpose == ""
    assert "this cell is blank" in faults_of_row(tmp_path, purpose=" ")[0]


def test_a_cell_that_every_row_needs_is_not_filled_by_it(tmp_path: Path) -> None:
    assert [fault.split(" | ")[0] for fault in faults_of_row(tmp_path, role="n/a")] == [
        'vendors.csv:2 [role] "n/a" says nothing, and every row needs it'
    ]
