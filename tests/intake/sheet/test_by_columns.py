"""Records sorted into columns are the records: whatever their width, and however often cells repeat themselves."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.sheet import by_columns
from vendor_registry.intake.sheet.delimited import Layout, records
from vendor_registry.model.text.sheet import Row, Rows

RECORDS = st.lists(st.lists(st.sampled_from(["a", "b", "c, d", "", "e\nf"]), min_size=1, max_size=4), max_size=12)


def read(values: list[list[str]]) -> Rows:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(values)
    return records([text.getvalue()], Layout(",", 0, 1)).rows


@given(RECORDS, st.sampled_from([1, 2, 1000]))
def test_rows_are_the_records_with_their_lines(values: list[list[str]], block: int) -> None:
    before, by_columns.BLOCK = by_columns.BLOCK, block
    try:
        rows = read(values)
    finally:
        by_columns.BLOCK = before
    line, expected = 1, []
    for one in values:
        written = one if one != [""] else [""]
        expected.append(Row(line, tuple(written)))
        line += 1 + sum(cell.count("\n") for cell in one)
    assert list(rows) == expected
    assert [rows[at] for at in range(len(rows))] == expected
    assert list(rows[1:]) == expected[1:]
    assert rows == tuple(expected)
    assert rows.even == (len({len(one) for one in values}) < 2) or not values


def test_a_part_of_the_rows_has_its_own_columns() -> None:
    below = read([["key", "vendor"], ["a", "Acme"], ["b", "Acme"]])[1:]
    assert list(below.column(0)) == ["a", "b"]
    assert set(below.column(1).different()) == {"Acme"}
    assert list(below.lines) == [2, 3]


def test_a_row_of_another_width_is_odd_and_stays_as_it_is() -> None:
    rows = read([["key", "vendor"], ["a", "Acme", "Inc."], ["b", "Bolt"]])
    assert not rows.even
    assert rows[1].values == ("a", "Acme", "Inc.")
    assert rows[2:].even
