"""Rows are put in order alike by hand and by numpy."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.flows import order
from vendor_registry.model.text.column import Column

CELLS = st.lists(st.sampled_from(["a", "b", "c", ""]))


@pytest.mark.parametrize("many", [0, 1_000_000])
@given(cells=CELLS)
def test_few_and_many_rows_are_picked_and_ordered_alike(many: int, cells: list[str]) -> None:
    """By numpy or by hand: the same rows, and those that are equal in the order of the sheet."""
    patched = pytest.MonkeyPatch()
    with patched.context() as patch:
        patch.setattr(order, "MANY", many)
        column = Column.of(cells)
        number = dict(zip(cells, column.number, strict=True))
        expected = sorted(range(len(cells)), key=lambda row: number[cells[row]])
        assert list(order.ordered(column.number)) == expected
        assert list(order.in_order(column, array("i", expected))) == [cells[row] for row in expected]
        assert list(order.in_order(Column(cells, range(len(cells))), expected)) == [cells[row] for row in expected]
