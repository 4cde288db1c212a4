"""Columns in another order: by hand where there are few rows, with numpy where its loading is worth it."""

from array import array
from collections.abc import Sequence
from importlib import import_module

from vendor_registry.model.text.column import Column

MANY = 20_000  # rows; below, numpy is not loaded, as it is not for the search of labels


def ordered(number: Sequence[int]) -> Sequence[int]:
    """The rows by their numbers; those with the same one in the order of rows."""
    if len(number) < MANY:
        return sorted(range(len(number)), key=number.__getitem__)
    numpy = import_module("numpy")
    return array("i", numpy.argsort(numpy.asarray(number), kind="stable").astype(numpy.intc).tobytes())


def in_order(column: Column, rows: Sequence[int]) -> Column:
    """The cells of these rows, in this order."""
    if len(rows) < MANY:
        return column.at(rows)
    numpy = import_module("numpy")
    taken = numpy.asarray(column.number, numpy.intc)[numpy.asarray(rows, numpy.intp)]
    return Column(column.cells, array("i", taken.tobytes()), unequal=column.unequal)
