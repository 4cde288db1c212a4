"""The summary: a matrix of places, and an overview."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.album import album
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import Mark
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views import summary


def test_every_flow_is_counted_in_one_cell_and_the_worst_ground_is_shown() -> None:
    case = acme.small()
    question = acme.question(case, acme.finding(case, "desk-in"))
    [matrix, overview] = summary.VIEW.pages(question, select(question))
    assert matrix.grid
    counts = [int(cell.lines[0].split()[0]) for row in matrix.grid.cells for cell in row if cell.lines]
    assert sum(counts) == len(overview.flows)
    india = matrix.grid.columns.index("India")
    broken = [row[india] for row in matrix.grid.cells if row[india].lines]
    assert {cell.ground for cell in broken} == {GroundKind.NOT_COVERED}
    assert {cell.mark for cell in broken} == {Mark.BROKEN}
    assert {cell.lines[-1] for cell in broken} == {"1 no ground"}


def test_what_stays_in_a_place_is_told_apart_from_what_crosses() -> None:
    case = make.case(make.engagement("oak", region="DE"), systems={"s": make.system("s", region="DE")})
    question = acme.question(case)
    [matrix, _] = summary.VIEW.pages(question, select(question))
    assert matrix.grid
    row = matrix.grid.rows.index(matrix.grid.columns[0])
    assert matrix.grid.cells[row][0].inside
    assert matrix.notes[-1].startswith("2 flows, of which 1 cross")


def test_of_many_places_the_smallest_are_told_together() -> None:
    codes = "US CA MX BR AR CL JP KR SG AU NZ ZA IN TH".split()
    case = make.case(*(make.engagement(f"v{code.lower()}", country=code, region=code) for code in codes))
    question = acme.question(case)
    [matrix, _] = summary.VIEW.pages(question, select(question))
    assert matrix.grid
    assert len({*matrix.grid.rows, *matrix.grid.columns}) <= summary.MOST_PLACES
    assert matrix.grid.columns[-1] == "Other places"


def test_the_overview_fits_one_page_of_a_large_register() -> None:
    drawn = album(acme.question(acme.large()), summary.VIEW, engine="wasm")
    assert [page.picture.number for page in drawn.pages] == [1, 2]
    reached = drawn.pages[1].readability
    assert reached
    assert reached.is_kept


def test_blank_categories_are_said_to_be_not_stated() -> None:
    case = make.case(make.engagement("oak", data=None, region="US"))
    question = acme.question(case)
    [matrix, _] = summary.VIEW.pages(question, select(question))
    assert matrix.grid
    assert any("some not stated" in line for row in matrix.grid.cells for cell in row for line in cell.lines)
