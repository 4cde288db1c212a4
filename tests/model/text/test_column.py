"""A column says the same as the list of its cells, whatever is asked of it, and however its cells are numbered."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.text.column import Column, joined

CELLS = st.lists(st.sampled_from(["a", "b", "c", ""]))


@given(CELLS)
def test_a_column_is_its_cells(cells: list[str]) -> None:
    column = Column.of(cells)
    assert list(column) == cells
    assert len(column) == len(cells)
    assert [column[row] for row in range(len(cells))] == cells
    assert list(column[1:]) == cells[1:]
    assert set(column.different()) == set(cells)
    assert column.differs == (len(set(cells)) > 1)
    assert all((cell in column) == (cell in cells) for cell in "abcd")


@given(CELLS)
def test_each_different_cell_is_read_once(cells: list[str]) -> None:
    asked: list[str] = []

    def upper(cell: str) -> str:
        asked.append(cell)
        return cell.upper()

    read = Column.of(cells).read(upper)
    assert list(read) == [cell.upper() for cell in cells]
    assert sorted(asked) == sorted(set(cells))


@given(CELLS, st.data())
def test_rows_are_picked_in_their_order(cells: list[str], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.sampled_from(range(len(cells)))) if cells else st.just([]))
    column = Column.of(cells)
    assert list(column.at(rows)) == [cells[row] for row in rows]
    assert column.rows_where(lambda cell: cell == "a") == [row for row, cell in enumerate(cells) if cell == "a"]


def test_cells_that_stand_in_no_row_are_neither_read_nor_found() -> None:
    below = Column(["title", "a"], array("i", [0, 1, 1]))[1:]
    assert "title" not in below
    assert list(below.different()) == ["a"]
    assert list(below.read(str.upper).different()) == ["A"]


@given(CELLS)
def test_equal_cells_have_one_number_once_they_are_merged(cells: list[str]) -> None:
    merged = Column(cells, range(len(cells))).merged()
    assert list(merged) == cells
    assert len(set(merged.number)) == len(set(cells))


@given(CELLS, CELLS)
def test_columns_are_joined_one_after_the_other(above: list[str], below: list[str]) -> None:
    assert list(joined([Column.of(above), Column.of(below)])) == above + below
