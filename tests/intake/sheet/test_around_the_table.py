"""What people put around a table, and what a spreadsheet says beside its cells."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.intake.hand_in import SOUND
from tests.intake.ods_book import ods_book
from tests.intake.workbook_values import Formula, Linked, Padded, Shown, Value, Worksheet
from tests.intake.xlsx_book import xlsx_book
from vendor_registry.intake.sheet.read import Reading, look

Book = Callable[..., bytes]
BOOKS = pytest.mark.parametrize("book", [xlsx_book, ods_book], ids=["xlsx", "ods"])
HEADER: list[Value] = [*SOUND]
ROW: list[Value] = [*SOUND.values()]


def written(rows: Sequence[Sequence[Value]]) -> bytes:
    """The rows as CSV; a blank row has no cells."""
    out = io.StringIO()
    csv.writer(out).writerows([["" if value is None else value for value in row] for row in rows])
    return out.getvalue().encode()


def read(tmp_path: Path, raw: bytes) -> Reading:
    path = tmp_path / "register.xlsx"
    path.write_bytes(raw)
    return look(path, "r")


MAKERS = pytest.mark.parametrize(
    "made",
    [written, lambda rows: xlsx_book([Worksheet(rows)]), lambda rows: ods_book([Worksheet(rows)])],
    ids=["csv", "xlsx", "ods"],
)


@MAKERS
def test_a_title_a_logo_and_blank_rows_above_the_header(tmp_path: Path, made: Book) -> None:
    """Five rows before the header; the lines of cells stay those of the file."""
    above: list[list[Value]] = [
        ["Register of vendors"],
        ["Sample Ltd, confidential", "", "as of", "today"],
        [],
        [""],
        [],
    ]
    reading = read(tmp_path, made([*above, HEADER, ROW]))
    assert (reading.faults, reading.sheet.header_line, len(reading.sheet.rows)) == ((), 6, 1)
    assert reading.sheet.rows[0].line == 7
    place = "r:6" if made is written else "r!vendors!6:6"
    assert list(map(str, reading.sheet.remarks)) == [f"{place} the header is here; 2 rows above it are passed over"]


def test_a_title_above_a_table_with_semicolons(tmp_path: Path) -> None:
    """With commas in the title: the delimiter is that of the header."""
    text = "Register of Sample, Inc., Berlin, Germany\n\n" + ";".join(SOUND) + "\n" + ";".join(SOUND.values()) + "\n"
    reading = read(tmp_path, text.encode())
    assert (reading.faults, reading.sheet.delimiter, reading.sheet.header_line) == ((), ";", 3)


@MAKERS
def test_a_header_in_row_thirty_is_found_and_one_in_row_thirty_one_is_not(tmp_path: Path, made: Book) -> None:
    for blank, found in ((28, 30), (29, 1)):
        reading = read(tmp_path, made([["Register"], *[[None]] * blank, HEADER, ROW]))
        assert reading.sheet.header_line == found


@MAKERS
def test_two_headers_in_a_sheet_are_a_fault_that_names_both(tmp_path: Path, made: Book) -> None:
    reading = read(tmp_path, made([HEADER, ROW, [None], HEADER, ROW]))
    assert "2 rows look like the header of a table: 1 and 4" in [fault.message for fault in reading.faults]


@MAKERS
@pytest.mark.parametrize(
    "below",
    [
        [["Total", 1]],
        [["Gesamt: 1"]],
        [["* subject to change"]],
        [[None], ["Approved by", "Ada Lee, DPO"], ["Date: 2024-05-01", "Signature:"]],
        [[None], [None, None, "Seen by the works council"]],
        [["Note: the list is complete"], [None], ["Page 1 of 1"]],
    ],
    ids=["total", "total in German", "footnote", "signature", "anywhere", "note and page"],
)
def test_notes_below_the_table_are_passed_over_and_told(tmp_path: Path, made: Book, below: list[list[Value]]) -> None:
    """A total directly below, a signature after a blank row, a note in any column."""
    gap: list[list[Value]] = [[None]] if below == [["* subject to change"]] else []
    width = len(HEADER)
    padded = [[*row, *[None] * (width - len(row))] for row in [*gap, *below]]
    reading = read(tmp_path, made([HEADER, ROW, *padded]))
    assert (reading.faults, len(reading.sheet.rows)) == ((), 1)
    (remark,) = reading.sheet.remarks
    assert "below the table" in remark.message
    assert not remark.on_request
    assert str(next(value for row in below for value in row if value)) in remark.message


@MAKERS
@pytest.mark.parametrize(
    "last",
    [
        {"key": "acme"},
        {"vendor": "Acme", "country": "DE", "role": "processor", "service": "hosting"},
        {"key": "total", "vendor": "Total"},
    ],
    ids=["a key alone", "no key", "a vendor called Total"],
)
@pytest.mark.parametrize("gap", [False, True], ids=["directly below", "after a blank row"])
def test_a_row_that_lacks_most_cells_is_a_row(tmp_path: Path, made: Book, last: dict[str, str], gap: bool) -> None:
    """Whoever began to write a row wants to hear what is missing."""
    row = [last.get(name, "") for name in SOUND]
    blank: list[list[Value]] = [[None] * len(HEADER)] if gap else []
    reading = read(tmp_path, made([HEADER, ROW, *blank, [*row]]))
    assert len(reading.sheet.rows) == 2
    assert reading.sheet.remarks == ()


def test_a_single_text_directly_below_the_last_row_is_a_row(tmp_path: Path) -> None:
    """No blank row, no word that notes begin with: nobody can say that it is not meant."""
    for row in (["Acme Corporation", *[""] * 10], ["Acme", "Acme", *[""] * 9]):
        assert len(read(tmp_path, written([HEADER, ROW, row])).sheet.rows) == 2


@BOOKS
def test_a_merged_cell_counts_for_every_row(tmp_path: Path, book: Book) -> None:
    """One vendor over three rows; the title is merged as well, and is no vendor."""
    rows: list[list[Value]] = [["Register"], HEADER, ROW, [*ROW], [*ROW]]
    for number in (3, 4):
        rows[number] = ["k", None, *ROW[2:]]
    merged = [(3, 5, 2), (1, 2, 12)]
    reading = read(tmp_path, book([Worksheet(rows, merged=merged)]))
    assert [row.values[1] for row in reading.sheet.rows] == ["Zendesk"] * 3
    assert reading.faults == ()


@BOOKS
def test_rows_that_a_filter_hides_are_read_and_told(tmp_path: Path, book: Book) -> None:
    """A filter set by whoever looked last must not change the register."""
    reading = read(tmp_path, book([Worksheet([HEADER, ROW, ROW, ROW], filtered=[3, 4])]))
    assert len(reading.sheet.rows) == 3
    assert [remark.message for remark in reading.sheet.remarks] == ["2 rows are hidden and read all the same: 3, 4"]


@BOOKS
def test_columns_out_of_sight_are_read_and_told(tmp_path: Path, book: Book) -> None:
    reading = read(tmp_path, book([Worksheet([HEADER, ROW], narrow=[2, 4, 90])]))
    assert reading.sheet.rows[0].values == tuple(ROW)
    assert [remark.message for remark in reading.sheet.remarks] == ["2 columns are hidden and read all the same: B, D"]


@BOOKS
def test_the_address_behind_a_text_is_kept_in_a_column_of_addresses(tmp_path: Path, book: Book) -> None:
    """As a link, and as a formula; an address that is written out stays, and so does a text in another column."""
    link = Linked("the agreement", "https://acme.example/dpa?a=1&b=2")
    formula = Formula('HYPERLINK("https://acme.example/list","List")', "List")
    out = Linked("https://acme.example/old", "https://acme.example/new")
    rows = [[*HEADER, "dpa_url", "subprocessors_url", "notes"], [*ROW, link, formula, link], [*ROW, out, "", ""]]
    reading = read(tmp_path, book([Worksheet(rows)]))
    assert [row.values[-3:] for row in reading.sheet.rows] == [
        ("https://acme.example/dpa?a=1&b=2", "https://acme.example/list", "the agreement"),
        ("https://acme.example/old", "", ""),
    ]


@BOOKS
def test_numbers_where_texts_are_meant(tmp_path: Path, book: Book) -> None:
    """Post codes with their noughts, a text that looks like a number, numbers as they were typed, long ones too."""
    rows = [[*HEADER, "address", "notes", "retention", "source"], [*ROW, Padded(1067, "00000"), "1e5", 100000, 1e15]]
    reading = read(tmp_path, book([Worksheet(rows)]))
    assert reading.sheet.rows[0].values[-4:] == ("01067", "1e5", "100000", "1000000000000000")


def test_yes_and_no_of_an_excel_file_that_libreoffice_has_saved_as_ods(tmp_path: Path) -> None:
    """Numbers to it, shown as TRUE or FALSE, or as its language has them; any other 1 stays a number."""
    rows = [[*HEADER, "a", "b", "c", "d"], [*ROW, Shown(0, "FALSE"), Shown(1, "WAHR"), Shown(1, "1"), Shown(1, "1 €")]]
    reading = read(tmp_path, ods_book([Worksheet(rows)]))
    assert reading.sheet.rows[0].values[-4:] == ("FALSE", "WAHR", "1", "1")


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [("00000-0000", 12345678, "00001-2345678"), ('"D-"00000', 1067, "D-01067"), ("000\\ 00", 11122, "111 22")],
)
def test_formats_of_post_codes(tmp_path: Path, code: str, number: int, shown: str) -> None:
    """Of the United States, Germany and Sweden."""
    shown = "00001-2345" if code == "00000-0000" else shown
    number = 12345 if code == "00000-0000" else number
    reading = read(tmp_path, xlsx_book([Worksheet([[*HEADER, "address"], [*ROW, Padded(number, code)]])]))
    assert reading.sheet.rows[0].values[-1] == shown


@BOOKS
@pytest.mark.parametrize("first_day", [date(1899, 12, 30), date(1904, 1, 1)], ids=["1900", "1904"])
def test_days_and_numbers_for_days_in_both_systems(tmp_path: Path, book: Book, first_day: date) -> None:
    """A cell that shows a day, and one that shows the number; a number elsewhere is a number."""
    some = date(2023, 9, 1)
    number = (some - first_day).days
    rows = [[*HEADER, "since", "until", "notes"], [*ROW, some, number, number]]
    reading = read(tmp_path, book([Worksheet(rows)], first_day=first_day))
    assert reading.sheet.rows[0].values[-3:] == ("2023-09-01", "2023-09-01", str(number))
    assert [remark.message for remark in reading.sheet.remarks if remark.on_request] == [
        f"1 number in a column of days is taken for a day, counted from {first_day}"
    ]


@BOOKS
@pytest.mark.parametrize("blank", [(0,), (0, 1), (3,), (0, 2, 5)])
def test_a_cell_stays_below_its_header_beside_blank_columns(tmp_path: Path, book: Book, blank: Sequence[int]) -> None:
    """A table that begins in the second or third column, or has a narrow one for the eye; and rows that end early,
    as many cells wide as there are headers among them."""

    def beside(cells: Sequence[Value]) -> list[Value]:
        spread = list(cells)
        for place in blank:
            spread.insert(place, None)
        return spread

    ends = range(4, len(ROW) + 1)
    reading = read(tmp_path, book([Worksheet([beside(HEADER), *(beside(ROW)[: end + len(blank)] for end in ends)])]))
    assert reading.faults == ()
    assert reading.sheet.header == tuple(HEADER)
    for end, row in zip(ends, reading.sheet.rows, strict=True):
        kept = [value if place < end else "" for place, value in enumerate(ROW)]
        assert list(row.values) == kept, end
