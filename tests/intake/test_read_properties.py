"""What is written into a sheet comes back, and what is no sheet is refused, whatever the bytes."""

import csv
import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests import make
from tests.intake.hand_in import sheet
from tests.intake.workbooks import ods, xlsx
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.encoding import LETTERS_OF_UTF8
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.intake.words.characters import BLANKS, CONTROL
from vendor_registry.model.text.origin import Fault, RefusedError
from vendor_registry.model.text.sheet import Sheet

HEADER = ("key", "vendor", "notes")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(lambda text: not CONTROL.search(text))
HARD = st.sampled_from(
    ['"', '""', ",", ";", "\t", "\n", "\r\n", "\r", "sep=;", "=1+1", "NA", "\u2028", "\ufeff", "'", " "]
)
CELLS = st.one_of(TEXTS, HARD, st.lists(HARD, max_size=4).map("".join))
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS).filter(lambda row: "".join(row).strip(BLANKS)), min_size=1, max_size=4)


def _read(raw: bytes) -> Sheet:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vendors.csv"
        path.write_bytes(raw)
        return read_sheet(path)


def _refused(read: Callable[[], object]) -> tuple[Fault, ...]:
    """The faults for which something is refused; any other error is the test's failure."""
    try:
        read()
    except RefusedError as refused:
        return refused.faults
    return ()


@settings(max_examples=150, deadline=None)
@given(
    rows=ROWS,
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    sep=st.booleans(),
)
@example(rows=[("a", '"', "\r\n")], encoding="utf-16", delimiter=";", end="\r", sep=True)
def test_what_is_written_comes_back(
    rows: list[tuple[str, str, str]], encoding: str, delimiter: str, end: str, sep: bool
) -> None:
    """Any texts, in every encoding, with every delimiter and line end, with and without Excel's sep= line."""
    out = io.StringIO()
    out.write(f"sep={delimiter}{end}" if sep else "")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows([HEADER, *rows])
    found = _read(out.getvalue().encode(encoding))
    assert found.header == HEADER
    assert [row.values for row in found.rows] == rows


@settings(max_examples=60, deadline=None)
@given(rows=ROWS)
def test_what_is_written_in_windows_1252_comes_back(rows: list[tuple[str, str, str]]) -> None:
    """Texts that fit, with at least one letter that is not ASCII; else it is UTF-8 as well."""
    fitting = [tuple(cell.encode("cp1252", "ignore").decode("cp1252") for cell in row) for row in rows]
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([HEADER, ("ä", "ö", "ü"), *fitting])
    assume(not LETTERS_OF_UTF8.search(out.getvalue().encode("cp1252")))  # which are refused
    found = _read(out.getvalue().encode("cp1252"))
    assert [row.values for row in found.rows] == [
        ("ä", "ö", "ü"),
        *(row for row in fitting if "".join(row).strip(BLANKS)),
    ]


@settings(max_examples=150, deadline=None)
@given(raw=st.binary(max_size=200))
@example(raw=b"PK\x03\x04" + bytes(30))
@example(raw=b"\xff\xfe\x00\x00a\x00")
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    """Nothing but a refusal is raised."""
    faults = _refused(lambda: _read(raw))
    assert faults or _read(raw).rows


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_sheet_is_understood_or_refused(data: st.DataObject) -> None:
    """A sound sheet, workbook or policy in which some bytes are cut out, doubled or changed."""
    policy = (
        b'[company]\nname = "Acme"\n[zones.eu]\nname = { en = "EU" }\nplaces = ["EEA", "UK"]\n[[flows]]\nfrom = "a"\n'
    )
    sound = data.draw(st.sampled_from([sheet({}, {}).encode(), xlsx([["key"], ["a"]]), ods([["key"], ["a"]]), policy]))
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, min(start + 20, len(sound))))
    raw = sound[:start] + data.draw(st.one_of(st.binary(max_size=8), st.just(sound[start:end] * 2))) + sound[end:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(raw)
        for read in (lambda: understand((read_sheet(path),), make.policy()), lambda: read_policy(path)):
            assert all(fault.message for fault in _refused(read))


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "<script>",
        '"]; x [label="',
        "{{7*7}}",
        "#import",
        "שלום\u200f",
        "|",
        "👩\u200d💻",
        "x" * 5000,
    ],
)
def test_hostile_text_is_text(text: str) -> None:
    """In every column that holds text, as it was written."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADER, ("a", text, text)])
    assert _read(out.getvalue().encode()).rows[0].values == ("a", text, text)
