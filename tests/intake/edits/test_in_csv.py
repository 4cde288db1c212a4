"""A cell is written, and every other byte of the file stays as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.edits.in_csv import edited
from vendor_registry.intake.sheet.read import look_at
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import Cell, UsageError

SHEET = (
    "\ufeffkey,vendor,country,notes\r\n"
    'host,"Sample Cloud",DE,"says ""no"", twice"\r\n'
    "\r\n"
    "mail,Mail & Co,,x\r\n"
    'two,"a\r\nb",FR,\r\n'
)


def lines(raw: bytes) -> list[int]:
    return [row.line for row in look_at(raw, "v.csv").sheet.rows]


def write(raw: bytes, line: int, column: str, text: str) -> bytes:
    return edited(raw, "v.csv", Edit(cells={Cell("v.csv", line, column): text}), lines(raw))


def test_only_the_cell_changes() -> None:
    raw = SHEET.encode()
    assert write(raw, 4, "country", "IE") == SHEET.replace("mail,Mail & Co,,x", "mail,Mail & Co,IE,x").encode()
    assert write(raw, 2, "vendor", 'A "B"') == SHEET.replace('"Sample Cloud"', '"A ""B"""').encode()
    assert write(raw, 5, "vendor", "c, d") == SHEET.replace('"a\r\nb"', '"c, d"').encode()


def test_what_was_quoted_stays_quoted() -> None:
    assert write(SHEET.encode(), 2, "vendor", "Sample") == SHEET.replace('"Sample Cloud"', '"Sample"').encode()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, ends: str) -> None:
    text = f"sep=;{ends}key;vendor;country{ends}é;Müller;DE{ends}b;B;FR"
    made = write(text.encode(encoding), 4, "vendor", "Bü")
    assert made == text.replace(";B;", ";Bü;").encode(encoding)


def test_utf_16_keeps_the_order_of_its_bytes() -> None:
    raw = b"\xfe\xff" + "key;vendor;country\nä;b;DE\n".encode("utf-16-be")
    assert write(raw, 2, "vendor", "ç") == raw.replace("b".encode("utf-16-be"), "ç".encode("utf-16-be"))


def test_a_column_that_is_not_there_is_put_behind_the_others() -> None:
    raw = b"key,vendor,country\na,A,DE\nb,B,FR\n"
    assert write(raw, 3, "tia", "2026-01-01") == b"key,vendor,country,tia\na,A,DE,\nb,B,FR,2026-01-01\n"


def test_rows_are_added_behind_the_last_and_taken_out_whole() -> None:
    raw = b"key,vendor,country\r\na,A,DE\r\nb,B,FR\r\nc,C,IT"
    edit = Edit(added=({"key": "d", "vendor": "D, Inc"},), removed=frozenset((3,)))
    made = edited(raw, "v.csv", edit, lines(raw))
    assert made == b'key,vendor,country\r\na,A,DE\r\nc,C,IT\r\nd,"D, Inc",'


@pytest.mark.parametrize("text", ["=1+1", "@sum(1)", "+cmd|x", "a\x00b", "\x9b", "\tx"])
def test_what_a_spreadsheet_would_run_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        write(SHEET.encode(), 2, "notes", text)


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    with pytest.raises(UsageError, match=r"cp1252.*“?ł"):
        write("key;vendor;country\né;b;DE\n".encode("cp1252"), 2, "vendor", "ł")


def test_a_row_that_is_gone_is_told() -> None:
    with pytest.raises(UsageError, match="no row on line 9"):
        edited(SHEET.encode(), "v.csv", Edit(cells={Cell("v.csv", 9, "vendor"): "x"}), [2])


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12).filter(
    lambda text: inert(text) == text and text == text.strip()
)
TABLES = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5)


@given(
    TABLES,
    st.data(),
    TEXTS,
    st.booleans(),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_cell_of_any_table_reads_back(
    table: list[tuple[str, ...]], data: st.DataObject, text: str, quoted: bool, delimiter: str, ends: str
) -> None:
    """Before the cell and behind it the bytes are the same, and a reader of its own finds the text in it."""
    out = io.StringIO()
    writer = csv.writer(
        out, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator=ends
    )
    writer.writerow(("key", "vendor", "country", "extra"))
    rows = [(f"k{number}", *row) for number, row in enumerate(table)]
    writer.writerows(rows)
    raw = out.getvalue().encode()
    at, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(1, 3))
    made = write(raw, at + 2, ("key", "vendor", "country", "extra")[column], text)
    expected = [list(row) for row in rows]
    expected[at][column] = text
    assert [*csv.reader(io.StringIO(made.decode(), newline=""), delimiter=delimiter)][1:] == expected
    same = [old == new for old, new in zip(raw.split(ends.encode()), made.split(ends.encode()), strict=True)]
    assert same.count(False) <= 1
