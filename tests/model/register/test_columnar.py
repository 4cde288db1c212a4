"""Values made of columns, once somebody asks for them, are the same as those that calls would make."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.register.columnar import from_columns, numbered
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.origin import Cell

CELLS = [Cell("vendors.csv", 2, "data"), Cell("vendors.csv", 3, "region")]


def test_values_are_those_that_calls_would_make() -> None:
    for alone in (False, True):
        cells = from_columns(
            Cell, {"line": Column.of([2, 3]), "column": Column.of(("data", "region"))}, file="vendors.csv"
        )
        assert not alone or cells[1] == CELLS[1]
        assert cells == tuple(CELLS)
        assert hash(cells[0]) == hash(CELLS[0])


def test_a_value_is_made_once() -> None:
    cells = from_columns(Cell, {"line": Column.of([2, 3]), "column": Column.of(("data", "region"))}, file="vendors.csv")
    one = cells[-1]
    assert cells[1] is one
    assert list(cells)[1] is one
    with pytest.raises(IndexError):
        cells[2]


def test_values_can_be_handed_to_another_process() -> None:
    cells = from_columns(Cell, {"line": Column.of([2, 3]), "column": Column.of(("data", "region"))}, file="vendors.csv")
    assert pickle.loads(pickle.dumps(cells)) == tuple(CELLS)


def test_a_field_without_values_is_an_error() -> None:
    with pytest.raises(TypeError, match="file, line, column, not line, file"):
        from_columns(Cell, {"line": Column.of([2, 3])}, file="vendors.csv")


def test_columns_of_different_length_are_an_error() -> None:
    with pytest.raises(ValueError, match="not of one length"):
        from_columns(Cell, {"line": Column.of([2, 3]), "column": Column.of(["data"])}, file="vendors.csv")


@given(st.lists(st.one_of(st.integers(-2, 2), st.dates(date(2026, 1, 1), date(2026, 1, 3)), st.text(max_size=1))))
def test_equal_values_have_one_number(values: list[object]) -> None:
    found = numbered(values)
    assert found == list(Column.of(values).number)
    for left, number in zip(values, found, strict=True):
        assert [one == number for one in found] == [left == right for right in values]
