"""Sheets as Excel, LibreOffice and editors save them; one row, always the same cells."""

import hashlib
from pathlib import Path

import pytest

from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.text.sheet import Row, Sheet

HEADER = ("key", "vendor", "region")
CELLS = ("zen", "Zürich Tickets, “A” 株", "NA")
PLAIN = ("zen", "Zürich Tickets, Ä", "NA")  # what fits into Windows-1252


def _read(tmp_path: Path, raw: bytes, name: str = "vendors.csv") -> Sheet:
    path = tmp_path / name
    path.write_bytes(raw)
    return read_sheet(path, name)


def _line(values: tuple[str, ...], delimiter: str, end: str) -> str:
    return delimiter.join(f'"{value}"' for value in values) + end


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_every_encoding_delimiter_and_line_end_gives_the_same_cells(
    tmp_path: Path, encoding: str, said: str, delimiter: str, end: str
) -> None:
    """5 encodings, 3 delimiters, 3 line ends; what was found is reported."""
    cells = PLAIN if encoding == "cp1252" else CELLS
    raw = (_line(HEADER, delimiter, end) + _line(cells, delimiter, end)).encode(encoding)
    if encoding == "utf-16-be":
        raw = b"\xfe\xff" + raw
    sheet = _read(tmp_path, raw)
    assert sheet.header == HEADER
    assert sheet.rows == (Row(2, cells),)
    assert (sheet.encoding, sheet.delimiter) == (said, delimiter)


@pytest.mark.parametrize("first", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n'])
def test_the_sep_line_of_excel_names_the_delimiter_and_is_no_row(tmp_path: Path, first: str) -> None:
    """sep=; above a header that has more commas than semicolons."""
    sheet = _read(tmp_path, (first + "a,b,c;d\n1;2\n").encode())
    assert sheet.header == ("a,b,c", "d")
    assert sheet.rows == (Row(3, ("1", "2")),)
    assert (sheet.delimiter, sheet.header_line) == (";", 2)


def test_commas_inside_quoted_headers_do_not_count_as_delimiters(tmp_path: Path) -> None:
    """ "a,b,c,d";e"""
    assert _read(tmp_path, b'"a,b,c,d";e\n1;2\n').header == ("a,b,c,d", "e")


def test_the_line_of_a_row_is_the_first_one_an_editor_shows(tmp_path: Path) -> None:
    """A cell with two line breaks, a blank line, and a form feed that is no line break."""
    sheet = _read(tmp_path, 'key,notes\na,"one\ntwo\r\nthree"\n\nb,x\nc,y\u2028z\nd,w\n'.encode())
    assert [(row.line, row.values[0]) for row in sheet.rows] == [(2, "a"), (6, "b"), (7, "c"), (8, "d")]
    assert sheet.rows[0].values[1] == "one\ntwo\r\nthree"


def test_what_excel_leaves_behind_is_dropped(tmp_path: Path) -> None:
    """Trailing empty columns in header and rows, an empty column between, rows of nothing but commas and spaces."""
    sheet = _read(tmp_path, "key,,vendor,,\na,,b,,\n,,,,\n   ,\u00a0,,,\nc,,d\n,,,,\n\n".encode())
    assert sheet.header == ("key", "vendor")
    assert sheet.rows == (Row(2, ("a", "b")), Row(5, ("c", "d")))


def test_blanks_above_the_header_and_around_its_names_do_not_matter(tmp_path: Path) -> None:
    """Two blank lines, then headers with a no-break space and a zero-width space."""
    sheet = _read(tmp_path, "\n,,\n key\u00a0,\u200bvendor\nx,y\n".encode())
    assert sheet.header == ("key", "vendor")
    assert (sheet.header_line, sheet.rows[0].line) == (3, 4)


def test_namibia_and_other_words_for_nothing_stay_what_they_are(tmp_path: Path) -> None:
    """NA, null, None, NaN and an empty cell."""
    sheet = _read(tmp_path, b"a,b,c,d,e\nNA,null,None,NaN,\n")
    assert sheet.rows[0].values == ("NA", "null", "None", "NaN", "")


def test_the_fingerprint_is_of_the_bytes_as_handed_in(tmp_path: Path) -> None:
    """The same cells with another line end are another file."""
    assert _read(tmp_path, b"a,b\n1,2\n").sha256 != _read(tmp_path, b"a,b\r\n1,2\r\n").sha256
    assert _read(tmp_path, b"a,b\n1,2\n").sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()


def test_messages_call_the_file_as_the_user_did(tmp_path: Path) -> None:
    """Without a name of its own, the path."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n1,2\n")
    assert read_sheet(path).file == str(path)
    assert read_sheet(path, "data/vendors.csv").file == "data/vendors.csv"
