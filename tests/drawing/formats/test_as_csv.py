"""The table of flows as CSV."""

import csv
import io

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats import as_csv
from vendor_registry.drawing.views import concentration, region


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


def test_every_flow_of_the_pages_is_a_row_with_its_number_and_cell() -> None:
    case = acme.small()
    drawn = album(acme.question(case, acme.finding(case, "desk-in")), region.VIEW, engine="wasm")
    head, *table = rows(as_csv.write(drawn))
    assert tuple(head) == as_csv.COLUMNS
    assert len(table) == len(drawn.pages[0].picture.rows)
    [broken] = [row for row in table if row[7] == "V1"]
    assert broken[3] == "Desk India"
    assert broken[8] == "vendors.csv:9"


def test_a_view_that_is_a_table_gives_that_table() -> None:
    drawn = album(acme.question(make.case(make.engagement("oak"))), concentration.VIEW)
    head, first = rows(as_csv.write(drawn))
    assert head[:2] == ["Vendor", "Products"]
    assert first[:2] == ["Oak", "1 of 1"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_no_cell_is_a_formula_and_no_row_is_torn(text: str) -> None:
    case = make.case(make.engagement("oak", vendor=text))
    drawn = album(acme.question(case), region.VIEW, engine="wasm")
    table = rows(as_csv.write(drawn))
    assert {len(row) for row in table} == {len(as_csv.COLUMNS)}
    assert not any(cell.startswith(("=", "@", "\t", "\r")) for row in table for cell in row)
