"""The span of a cell, cut out of the file by a reader that knows nothing of it, is the cell as it was written."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.intake import workbooks
from tests.reports import sample
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.intake.spans.find import located
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.model.text.span import Locate, Span

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_TEXT = st.text(st.sampled_from("ab ,;\t\"'\r\n\u2028é漢🔥NA="), max_size=8)
_HEADERS = ("key", "purpose", 'strange, "one"; of\ttwo', "🔥")


def _cut(text: str, span: Span) -> str:
    """What stands there, counted in UTF-16 code units by lines that end with CR LF, CR or LF."""
    lines = [line.encode("utf-16-le") for line in _LINES.findall(text)]
    before = sum(map(len, lines[: span.line - 1])) + 2 * (span.column - 1)
    behind = sum(map(len, lines[: span.end_line - 1])) + 2 * (span.end_column - 1)
    return b"".join(lines)[before:behind].decode("utf-16-le")


def _meant(written: str) -> str:
    return written[1:-1].replace('""', '"') if written[:1] == '"' else written


def _finder(sheet: Sheet) -> Locate:
    return located(replace(sample.report(), sheets=((sheet.file, sheet.sha256),))).locate


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, str]:
    """A sheet as text, and how it is encoded. Rows with a key, so that none is blank."""
    delimiter, end = draw(st.sampled_from(",;\t")), draw(st.sampled_from(("\r\n", "\n", "\r")))
    rows = draw(st.lists(st.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=4))
    needed = re.compile(f'["\r\n{delimiter}]')

    def written(cell: str) -> str:
        quoted = needed.search(cell) or draw(st.booleans())
        return '"{}"'.format(cell.replace('"', '""')) if quoted else cell

    lines = [_HEADERS, *((f"k{number}", *row) for number, row in enumerate(rows))]
    text = end.join(delimiter.join(map(written, line)) for line in lines) + draw(st.sampled_from(("", end)))
    head = draw(st.sampled_from(("", f"sep={delimiter}{end}", f"{end}{end}")))
    return head + text, draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_files())
@example(('key;purpose\n"a\r\nb";"""c"""\n', "utf-8"))
def test_every_cell_is_found_as_it_was_written(tmp_path: Path, file: tuple[str, str]) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(file[0].encode(file[1]))
    sheet = read_sheet(path)
    locate = _finder(sheet)
    text = path.read_bytes().decode(file[1])
    for row in sheet.rows:
        for header, value in zip(sheet.header, row.values, strict=True):
            span = locate(Cell(sheet.file, row.line, header))
            assert span is not None
            assert _meant(_cut(text, span)) == value
            assert span.line >= row.line


def test_lines_and_columns_are_those_of_an_editor(tmp_path: Path) -> None:
    """An astral letter before the cell, a cell over two lines, one behind it, and a blank one."""
    path = tmp_path / "sheet.csv"
    path.write_bytes('\ufeffkey;purpose;role;zone\r\n🔥;"a\r\nb";"c";\r\n'.encode())
    locate = _finder(read_sheet(path))
    spans = [locate(Cell(str(path), 2, column)) for column in ("key", "purpose", "role", "zone")]
    assert spans == [Span(2, 1, 2, 3), Span(2, 4, 3, 3), Span(3, 4, 3, 7), Span(3, 8, 3, 8)]


def test_columns_without_a_header_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("key,,purpose\na,,b\n", encoding="utf-8")
    assert _finder(read_sheet(path))(Cell(str(path), 2, "purpose")) == Span(2, 4, 2, 5)


def test_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes("key,purpose\nBäcker,“Söhne”\n".encode("cp1252"))
    assert _finder(read_sheet(path))(Cell(str(path), 2, "purpose")) == Span(2, 8, 2, 15)


@pytest.mark.parametrize("cell", [(2, "zone"), (9, "purpose"), (0, "purpose"), (2, "")])
def test_what_is_not_written_has_no_span(tmp_path: Path, cell: tuple[int, str]) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("key,purpose\na,b\n", encoding="utf-8")
    assert _finder(read_sheet(path))(Cell(str(path), *cell)) is None


def test_a_sheet_that_changed_after_the_check_has_no_spans(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("key,purpose\na,b\n", encoding="utf-8")
    locate = _finder(read_sheet(path))
    path.write_text("key,purpose\naa,b\n", encoding="utf-8")
    assert locate(Cell(str(path), 2, "purpose")) is None


def test_nothing_is_read_before_a_cell_is_asked_for(tmp_path: Path) -> None:
    """And a file that is gone, or no file, is no failure."""
    locate = located(replace(sample.report(), sheets=((str(tmp_path / "gone.csv"), "ab"),))).locate
    assert locate(Cell(str(tmp_path / "gone.csv"), 2, "key")) is None
    assert locate(Cell(str(tmp_path), 2, "key")) is None
    assert locate(Cell("\0", 2, "key")) is None


def test_a_spreadsheet_has_no_characters_to_count(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(workbooks.xlsx([["key", "purpose"], ["a", "b"]]))
    assert _finder(read_sheet(path))(Cell(str(path), 2, "purpose")) is None


_POLICY = '''\
# a comment = 1
[company]
name = "Acme # Mail"  # behind
[zones.eu]
places = [  # several
  "DE", "BE",
]
name = { en = "EU", de = "EU 🔥" }
[data]
"contact.email" = """
two
lines"""
[[rules]]
id = "first"
notice.days = 30
[[ rules ]]
id = 'second'
since = 2026-01-31 10:00:00
'''


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((3, "company.name"), '"Acme # Mail"'),
        ((5, "zones.eu.places"), '[  # several\n  "DE", "BE",\n]'),
        ((8, "zones.eu.name"), '{ en = "EU", de = "EU 🔥" }'),
        ((10, "data.contact.email"), '"""\ntwo\nlines"""'),
        ((14, "rules.1.id"), '"first"'),
        ((15, "rules.1.notice.days"), "30"),
        ((17, "rules.2.id"), "'second'"),
        ((18, "rules.2.since"), "2026-01-31 10:00:00"),
        ((4, "zones.eu"), "[zones.eu]"),
        ((16, "rules.2"), "[[ rules ]]"),
    ],
)
def test_the_value_of_an_entry_of_the_policy(tmp_path: Path, path: tuple[int, str], written: str) -> None:
    file = tmp_path / "policy.toml"
    file.write_text("\ufeff" + _POLICY, encoding="utf-8")
    assert tomllib.loads(_POLICY)
    span = located(sample.report()).locate(Cell(str(file), *path))
    assert span is not None
    assert span.line == path[0]
    assert _cut(_POLICY, span) == written


@pytest.mark.parametrize("path", [(4, "zones.us.region"), (8, "zones.eu.places.en"), (1, "company"), (99, "company")])
def test_an_entry_of_another_line_has_no_span(tmp_path: Path, path: tuple[int, str]) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(_POLICY, encoding="utf-8")
    assert located(sample.report()).locate(Cell(str(file), *path)) is None
