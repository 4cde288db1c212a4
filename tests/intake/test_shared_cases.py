"""Inputs that were answered wrongly once; they lie beside the project, and only where somebody keeps them."""

from pathlib import Path

import pytest

from vendor_registry.intake.sheet.read import look

CASES = Path(__file__).parents[3] / "shared" / "cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared inputs are not beside this checkout")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("access_err.xlsx", "Sheet!U2 [access_from] this cell holds the error #N/A"),
        ("until_err.xlsx", "Sheet!Z2 [until] this cell holds the error #N/A"),
        ("until_formula.xlsx", "Sheet!Z2 [until] this cell holds a formula whose result is not in the file"),
        ("x_far_cell.xlsx", 'the worksheet "Sheet" reaches row 1,048,576 and column XFD: more than 1,000,000 cells'),
        ("o_rep_huge.ods", 'the worksheet "a" reaches row 30,304 and column AG: more than 1,000,000 cells'),
        ("x_password.xlsx", "the spreadsheet is locked with a password"),
    ],
)
def test_what_was_read_wrongly_is_told(file: str, said: str) -> None:
    assert [str(fault).split("\n")[0] for fault in look(CASES / file, file).faults] == [
        f"{file}!{said}" if said.startswith("Sheet!") else f"{file}: {said}"
    ]


@pytest.mark.parametrize("file", ["access_IN.xlsx", "until_past.xlsx"])
def test_what_was_read_rightly_still_is(file: str) -> None:
    reading = look(CASES / file, file)
    assert (reading.faults, len(reading.sheet.rows)) == ((), 4)


def test_the_hidden_worksheet_is_not_read() -> None:
    remarks = look(CASES / "x_hidden_first.xlsx", "x.xlsx").sheet.remarks
    assert list(map(str, remarks)) == ['x.xlsx: the worksheet "Sheet" is hidden and was not read']
