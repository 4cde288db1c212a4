"""Small files that would take a machine down, and files that never end: one sentence, and no memory."""

import io
import os
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake.hand_in import SOUND
from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Worksheet, zipped
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.sheet.read import look
from vendor_registry.model.text.origin import RefusedError

HEADER = ",".join(SOUND)
SIZE = 400_000_000
MEMORY = 200_000  # kilobytes
MEASURED = """
import re, sys
from pathlib import Path
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.sheet.read import look
from vendor_registry.model.text.origin import RefusedError
path = Path(sys.argv[1])
try:
    faults = look(path, "file").faults if path.suffix != ".toml" else [read_policy(path, "file")]
except RefusedError as refused:
    faults = refused.faults
status = Path("/proc/self/status")  # of this program alone, which getrusage mixes with the one that started it
print(re.search(r"VmHWM:\\s*([0-9]+)", status.read_text())[1] if status.exists() else 0)
print(*(f"{fault.cell} {fault.message}" for fault in faults), sep="|")
"""


def refused(path: Path) -> tuple[int, str]:
    """The memory that a process of its own took to read a file, in kilobytes (0: unknown here), and what it said."""
    ran = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, timeout=60, check=True)
    memory, _, said = ran.stdout.strip().partition("\n")
    return int(memory), said


def large(path: Path, start: str, unit: str, end: str = "") -> None:
    """A file of 400 MB: a unit again and again."""
    block = unit.encode() * (1_000_000 // len(unit))
    with path.open("wb") as file:
        file.write(start.encode())
        for _ in range(SIZE // len(block)):
            file.write(block)
        file.write(end.encode())


@pytest.mark.parametrize(
    ("start", "unit", "said"),
    [
        (f"{HEADER}\na,", "x", "file:2 [vendor] this cell holds more than 131,072 characters"),
        (f'{HEADER}\na,"', "x\n", "file:2 [vendor] this cell holds more than 131,072 characters"),
        (f'{HEADER}\na,"', '""', "file:2 [vendor] this cell holds more than 131,072 characters"),
        ("", "x", "file:1 this cell holds more than 131,072 characters|file the file is empty"),
        ("", "column,", "file:1 this row has more than 16,384 cells, or 4,194,304 characters|file the file is empty"),
        (f"{HEADER}\n", '"a\n",', "file:2 this row has more than 16,384 cells, or 4,194,304 characters"),
    ],
    ids=["bare cell", "lines in a cell", "quotes in a cell", "one word", "columns", "a row of many lines"],
)
def test_four_hundred_megabytes_of_csv_without_a_row(tmp_path: Path, start: str, unit: str, said: str) -> None:
    """One cell that never ends, or one row that never does."""
    path = tmp_path / "vendors.csv"
    large(path, start, unit)
    memory, found = refused(path)
    path.unlink()
    assert said.split("|")[0] in found
    assert memory < MEMORY


@pytest.mark.parametrize("start", ["", f"{HEADER}\n"], ids=["one column", "below a header"])
def test_four_hundred_megabytes_of_rows_with_next_to_nothing_in_them(tmp_path: Path, start: str) -> None:
    """Two hundred million of them: more than any spreadsheet has."""
    path = tmp_path / "vendors.csv"
    large(path, start, "a\n")
    memory, said = refused(path)
    path.unlink()
    assert said == "file this file has more than 1,048,576 rows"
    assert memory < MEMORY


def test_a_million_columns(tmp_path: Path) -> None:
    """Of a CSV file, each with a name."""
    path = tmp_path / "vendors.csv"
    path.write_text(",".join(f"c{number}" for number in range(1_000_000)) + "\n1\n", encoding="utf-8")
    memory, said = refused(path)
    assert "file:1 this row has more than 16,384 cells, or 4,194,304 characters" in said
    assert memory < MEMORY


def test_a_policy_of_four_hundred_megabytes(tmp_path: Path) -> None:
    """One text that never ends."""
    path = tmp_path / "policy.toml"
    large(path, 'a = "', "x", '"\n')
    memory, said = refused(path)
    path.unlink()
    assert said == "file this file is larger than 1 MB"
    assert memory < MEMORY


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_workbook_that_unpacks_to_four_hundred_megabytes(tmp_path: Path, part: str) -> None:
    """400 KB of ZIP: a bomb, whichever part it is in."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(zipped({"[Content_Types].xml": "<Types/>", part: bytes(SIZE)}))
    memory, said = refused(path)
    assert said == "file this workbook unpacks to more than 100 MB"
    assert memory < MEMORY


@pytest.mark.parametrize("book", [xlsx_book, ods_book], ids=["xlsx", "ods"])
def test_a_cell_of_ninety_megabytes_in_a_workbook(tmp_path: Path, book: Callable[[list[Worksheet]], bytes]) -> None:
    """Within the limit of a workbook, and far over that of a cell: no more of it is kept than tells that."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(book([Worksheet([[*SOUND], ["a", "x" * 90_000_000]])]))
    memory, said = refused(path)
    assert said == "file!vendors!B2 [vendor] this cell holds more than 131,072 characters"
    assert memory < MEMORY


FAR = "register.xlsx: the worksheet {} reaches row {} and column {}: more than 1,000,000 cells"


@pytest.mark.parametrize(
    ("old", "new", "row", "column"),
    [
        ("<row r='2'>", "<row r='1048576'>", "1,048,576", "B"),
        ("<c r='A2'", "<c r='XFD40000'", "1,048,576", "XFD"),
        ("<row r='2'>", "<row r='99999999999'>", "99,999,999,999", "B"),
    ],
)
def test_a_cell_far_away(tmp_path: Path, old: str, new: str, row: str, column: str) -> None:
    """In the last row, in the last column, and in a row that there is not."""
    rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>"
    if column == "XFD":
        rows = rows.replace("<row r='2'>", "<row r='1048576'>")
    path = tmp_path / "register.xlsx"
    path.write_bytes(_with_rows(rows.replace(old, new)))
    (fault,) = look(path, path.name).faults
    assert str(fault).split("\n")[0] == FAR.format('"vendors"', row, column)


@pytest.mark.parametrize("address", ["XFE1", "ZZZZ1", "1", "A-1", "a1"])
def test_a_cell_with_an_address_that_is_none(tmp_path: Path, address: str) -> None:
    """Beyond the last column that Excel has, and nonsense."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(_with_rows(f"<row><c r='{address}'><v>1</v></c></row>"))
    assert "damaged" in look(path).faults[0].message


def _with_rows(rows: str) -> bytes:
    empty = xlsx_book([Worksheet([])])
    with zipfile.ZipFile(io.BytesIO(empty)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = files["xl/worksheets/sheet1.xml"].decode().replace("<sheetData>", f"<sheetData>{rows}")
    return zipped(files | {"xl/worksheets/sheet1.xml": sheet})


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    """A billion laughs, in both formats."""
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    path = tmp_path / "register.xlsx"
    for raw in (
        zipped({"_rels/.rels": f"{laughs}<a>&c;</a>"}),
        zipped({"content.xml": f"{laughs}<a>&c;</a>"}),
    ):
        path.write_bytes(raw)
        assert "declares entities of its own" in look(path).faults[0].message


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    """A named pipe that nobody writes to, and a device that never ends, as sheet and as policy."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, what in ((pipe, "a pipe"), (Path("/dev/zero"), "a device")):
        assert [fault.message for fault in look(path, "file").faults] == [f"this is {what}, not a file"]
        with pytest.raises(RefusedError, match=f"this is {what}, not a file"):
            read_policy(path, "file")


def test_what_a_shell_hands_over_is_read_up_to_a_limit() -> None:
    """A sheet through /dev/stdin; and a stream that does not end."""
    program = (
        "from pathlib import Path; from vendor_registry.intake.sheet.read import look; "
        "r = look(Path('/dev/stdin')); print(len(r.sheet.rows), *(f.message for f in r.faults))"
    )
    short = subprocess.run([sys.executable, "-c", program], input=b"key,vendor\na,b\n", capture_output=True, check=True)
    assert short.stdout == b"1\n"
    endless = f'yes a,b | {shlex.quote(sys.executable)} -c "{program}"'
    long = subprocess.run(["sh", "-c", endless], capture_output=True, check=True, timeout=60)
    assert long.stdout == b"0 more than 100 MB came through this pipe\n"
