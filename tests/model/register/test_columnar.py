"""Many values at once are the same as one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.register.columnar import cells_numbered, from_columns, numbered
from vendor_registry.model.register.place import Place, Region
from vendor_registry.model.text.origin import Cell


def test_values_are_those_that_calls_would_make() -> None:
    cells = from_columns(Cell, {"line": [2, 3], "column": ("data", "region")}, file="vendors.csv")
    assert cells == [Cell("vendors.csv", 2, "data"), Cell("vendors.csv", 3, "region")]
    assert hash(cells[0]) == hash(Cell("vendors.csv", 2, "data"))


def test_a_field_without_values_is_an_error() -> None:
    with pytest.raises(TypeError, match="file, line, column, not line, file"):
        from_columns(Cell, {"line": [2, 3]}, file="vendors.csv")


def test_columns_of_different_length_are_an_error() -> None:
    with pytest.raises(ValueError, match="not of one length"):
        from_columns(Cell, {"line": [2, 3], "column": ["data"]}, file="vendors.csv")


@given(st.lists(st.one_of(st.integers(-2, 2), st.dates(date(2026, 1, 1), date(2026, 1, 3)), st.text(max_size=1))))
def test_equal_values_have_one_number(values: list[object]) -> None:
    found = numbered(values)
    assert found == cells_numbered(values)
    for left, number in zip(values, found, strict=True):
        assert [one == number for one in found] == [left == right for right in values]


def test_equal_cells_of_different_making_have_one_number() -> None:
    assert cells_numbered([Region((Place("DE"),)), Region(), Region((Place("DE"),))]) == [0, 1, 0]
