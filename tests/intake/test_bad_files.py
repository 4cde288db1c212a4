"""Files that are no table: what is said of each, word for word."""

import os
from pathlib import Path

import pytest

from tests.intake.hand_in import SOUND, faults, sheet
from vendor_registry.intake.sheet.read import look, read_sheet
from vendor_registry.model.text.origin import RefusedError

SAVE_AS = 'Save the file as "CSV UTF-8" and try again.'
HEADER = ",".join(SOUND)
ROW = ",".join(SOUND.values())


def _refused(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        read_sheet(path, path.name)
    return str(refused.value)


def look_at(tmp_path: Path, text: str | bytes) -> list[str]:
    """The faults of shape of a file called vendors.csv."""
    path = tmp_path / "vendors.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [f"{fault.cell} {fault.message} | {fault.hint}" for fault in look(path, "vendors.csv").faults]


def test_a_missing_file(tmp_path: Path) -> None:
    """data/vendors.csv, which is not there."""
    hint = "Check the path; vendors init makes a sheet and a policy to start from."
    assert _refused(tmp_path / "vendors.csv") == f"vendors.csv: there is no such file\n    {hint}"
    assert _refused(tmp_path / "no\0name") == f"no\0name: there is no such file\n    {hint}"


def test_a_folder(tmp_path: Path) -> None:
    """data/ instead of data/vendors.csv."""
    (tmp_path / "data").mkdir()
    assert _refused(tmp_path / "data") == "data: this is a folder, not a file\n    Name the file in it."


def test_a_file_that_no_system_can_open(tmp_path: Path) -> None:
    """A link to itself."""
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    assert _refused(loop) == "loop.csv: this file cannot be read: too many levels of symbolic links"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """Permissions 000."""
    locked = tmp_path / "locked.csv"
    locked.write_bytes(b"a,b\n1,2\n")
    locked.chmod(0)
    assert _refused(locked) == "locked.csv: this file may not be read\n    Ask its owner for permission to read it."


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\xef\xbb\xbf", b",,\n , \n", b"sep=;\r\n"])
def test_an_empty_file(tmp_path: Path, raw: bytes) -> None:
    """No bytes, blank lines, a byte order mark alone, commas alone, a sep= line alone."""
    hint = "Its first line names the columns; vendors columns lists them."
    assert faults(tmp_path, raw) == [f"vendors.csv the file is empty | {hint}"]


def test_a_header_and_nothing_else(tmp_path: Path) -> None:
    """The first line of a sheet, and two rows of commas."""
    said = ["vendors.csv:1 the file has a header and no rows | Write one row for each vendor and service."]
    assert faults(tmp_path, HEADER + "\n") == said
    assert faults(tmp_path, HEADER + "\n,,,\n,,\n") == said


def test_a_column_twice(tmp_path: Path) -> None:
    """vendor, vendor: which one is meant cannot be told, so no row is judged."""
    hint = "Rename or delete one."
    assert faults(tmp_path, f"{HEADER},vendor\n{ROW},x\n") == [
        f"vendors.csv:1 [vendor] this column stands twice in the header | {hint}"
    ]
    assert look_at(tmp_path, "a,a,a\n1,2,3\n") == [
        f"vendors.csv:1 [a] this column stands 3 times in the header | {hint}"
    ]


def test_cells_under_no_header(tmp_path: Path) -> None:
    """A column without a name that is not empty."""
    assert look_at(tmp_path, "a,,b\n1,x,2\n") == [
        "vendors.csv:1 column 2 has cells but no header | Give it a name, or empty the column."
    ]


def test_too_few_and_too_many_cells(tmp_path: Path) -> None:
    """A row of one cell, a row of four, and between them a sound one with commas behind it."""
    assert look_at(tmp_path, "a,b,c\n1\n1,2,3,,,\n1,Acme, Inc.,3\n") == [
        "vendors.csv:2 this row has 1 cell where 3 belong"
        " | Is a comma or semicolon missing, or is there a line break outside quotation marks?",
        "vendors.csv:4 this row has 4 cells where 3 belong"
        ' | Does a text hold a comma or semicolon without quotation marks around it ("Acme, Inc.")?',
    ]


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    """It is told where it opens, not where the file ends; the fault of an earlier row is told with it."""
    assert look_at(tmp_path, 'a,b,c\n1,2\n1,"2\n3,4,5\n6,7,8\n') == [
        "vendors.csv:2 this row has 2 cells where 3 belong"
        " | Is a comma or semicolon missing, or is there a line break outside quotation marks?",
        "vendors.csv:3 [b] the quotation mark that opens this cell is never closed"
        ' | Close it with another one; inside a quoted cell a quotation mark is written twice: "".',
    ]


def test_a_quotation_mark_that_a_later_row_closes(tmp_path: Path) -> None:
    """The sheet goes wrong on line 2, csv notices on line 3."""
    assert look_at(tmp_path, 'a,b\n1,"x\n2,"y"\n') == [
        "vendors.csv:2 [b] the quotation mark that opens this cell is closed on line 3, and more text follows there"
        " | Look for a quotation mark that is missing between line 2 and line 3."
    ]


def test_a_quotation_mark_inside_a_quoted_cell(tmp_path: Path) -> None:
    """Acme "Cloud" Inc., not doubled."""
    assert look_at(tmp_path, 'a,b\n1,"Acme "Cloud" Inc."\n') == [
        "vendors.csv:2 [b] the quotation mark that closes this cell is followed by more text"
        ' | Inside a quoted cell a quotation mark is written twice: "".'
    ]


@pytest.mark.parametrize("opening", ["", '"'], ids=["bare", "quoted"])
def test_a_cell_of_ten_megabytes(tmp_path: Path, opening: str) -> None:
    """The limit is that of csv; a cell that long is mostly a quotation mark that is missing."""
    text = f"a,b\n1,{opening}{'x' * 10_000_000}{opening}\n"
    assert look_at(tmp_path, text) == [
        "vendors.csv:2 [b] this cell holds more than 131,072 characters"
        " | Shorten it, or look for a quotation mark that is not closed."
    ]


def test_a_cell_just_within_the_limit(tmp_path: Path) -> None:
    """131,072 characters."""
    assert look_at(tmp_path, f"a,b\n1,{'x' * 131_072}\n") == []


def test_control_characters_are_told_cell_by_cell(tmp_path: Path) -> None:
    """A NUL, a C1 character, an escape sequence; tab and line breaks are text."""
    hint = 'Delete it; if there are many, save the file as "CSV UTF-8" and try again.'
    assert look_at(tmp_path, 'a,b\n1,\0\nx\u0085y,"tab\tline\nend"\n\x1b[31m,4\n') == [
        f"vendors.csv:2 [b] this cell holds a control character (U+0000) | {hint}",
        f"vendors.csv:3 [a] this cell holds a control character (U+0085) | {hint}",
        f"vendors.csv:5 [a] this cell holds a control character (U+001B) | {hint}",
    ]
    assert look_at(tmp_path, "a,b\x07\n1,2\n")[0] == (
        "vendors.csv:1 the header holds a control character (U+0007) | Delete it."
    )


def test_utf_16_without_its_mark(tmp_path: Path) -> None:
    """Both byte orders."""
    for encoding in ("utf-16-le", "utf-16-be"):
        assert look_at(tmp_path, sheet({}).encode(encoding)) == [
            f"vendors.csv the file looks like UTF-16 without the mark that says so | {SAVE_AS}"
        ]


def test_two_encodings_in_one_file(tmp_path: Path) -> None:
    """A line of Windows pasted into a file of UTF-8, before and after the other; Portuguese capitals are no mixture."""
    for first, second, line in (("utf-8", "cp1252", 2), ("cp1252", "utf-8", 3)):
        raw = b"a,b\n" + "1,Gr\xfc\xdfe\n".encode(first) + "2,Gr\xfc\xdfe\n".encode(second)
        assert look_at(tmp_path, raw) == [f"vendors.csv:{line} this line is UTF-8, and another one is not | {SAVE_AS}"]
    assert look_at(tmp_path, "a,b\n1,N\xc3O \xe0s \xc2\xaa\n".encode("cp1252")) == []


def test_bytes_of_no_encoding_we_know(tmp_path: Path) -> None:
    """0x81 is nothing in UTF-8 and nothing in Windows-1252; UTF-16 cut in the middle; broken UTF-8 with its mark."""
    assert look_at(tmp_path, b"a,b\n1,2\n3,\x81\n") == [
        f"vendors.csv:3 byte 0x81 is neither UTF-8 nor Windows-1252 | {SAVE_AS}"
    ]
    assert look_at(tmp_path, "a,b\n1,2\n".encode("utf-16")[:-1]) == [
        f"vendors.csv:2 byte 0x0A is not UTF-16 | {SAVE_AS}"
    ]
    assert look_at(tmp_path, b"\xef\xbb\xbfa,b\n1,\xff\n") == [f"vendors.csv:2 byte 0xFF is not UTF-8 | {SAVE_AS}"]
