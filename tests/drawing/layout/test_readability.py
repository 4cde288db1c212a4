"""What can be read is measured on the layout."""

import pytest

from tests.drawing import acme
from vendor_registry.drawing.album import Page, album
from vendor_registry.drawing.layout.courses import Course, crossings
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.layout.readability import SMALLEST, TARGETS, label_size, scale_of
from vendor_registry.drawing.views import region


def straight(*ends: float) -> Course:
    x1, y1, x2, y2 = ends
    thirds = tuple((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (0.0, 1 / 3, 2 / 3, 1.0))
    return Course(thirds, (x2, y2), thirds[1])


def test_lines_that_cross_are_counted_and_lines_that_touch_or_miss_are_not() -> None:
    across, down = straight(0, 50, 100, 52), straight(50, 0, 51, 100)
    assert crossings([across, down]) == 1
    assert crossings([across, straight(0, 60, 100, 62)]) == 0
    assert crossings([straight(0, 0, 10, 10), straight(20, 0, 30, 10)]) == 0
    assert crossings([straight(0, 0, 100, 0), straight(0, 0, 100, 90)]) == 0, "from one box"


def test_a_label_shrinks_with_the_drawing_and_never_grows_beyond_a_measure() -> None:
    screen = TARGETS["screen"]
    room = screen.room
    fitting, double = (Layout(room[0] * by, room[1] * by, {}, {}, {}) for by in (1, 2))
    assert label_size(fitting, screen) == 13.8
    assert label_size(double, screen) == 6.9
    assert label_size(Layout(10, 10, {}, {}, {}), screen) == 17.2
    assert scale_of(double, screen) * 11.5 * screen.zoom == pytest.approx(SMALLEST), "drawn no smaller than that"


@pytest.mark.parametrize("target", TARGETS)
def test_every_page_keeps_the_budget_on_its_target_and_everybody_is_on_one(target: str) -> None:
    case = acme.large()
    drawn = album(acme.question(case), region.VIEW, target=TARGETS[target], engine="wasm")
    for page in drawn.pages:
        reached = page.readability
        assert reached
        assert reached.is_kept, (page.picture.title, reached)
    own = [box for page in drawn.pages for box in page.picture.boxes if box.kind != "connector"]
    assert {one.key for one in case.running} <= {member for box in own for member in box.members}


def test_pages_are_joined_by_boxes_that_name_each_other() -> None:
    drawn = album(acme.question(acme.large(120)), region.VIEW, target=TARGETS["a4"], engine="wasm")
    titles = {f"Page {page.picture.number}: " for page in drawn.pages}
    connectors = {box.title for page in drawn.pages for box in page.picture.boxes if box.kind == "connector"}
    assert len(drawn.pages) > 1
    assert connectors
    assert all(any(title.startswith(one) for one in titles) for title in connectors)


def test_full_folds_nothing_and_is_measured_even_so() -> None:
    case = acme.large()
    [page] = album(acme.question(case), region.VIEW, engine="wasm", full=True).pages
    assert len(page.picture.boxes) == len({key for box in page.picture.boxes for key in box.members})
    assert page.readability
    assert not page.readability.is_kept


def test_a_layout_that_fails_does_not_fit() -> None:
    page = Page(acme.picture(acme.small()), engine="wasm")
    assert page.fits
    vars(page)["layout"] = Layout(10_000, 10_000, {}, {}, {})
    assert not page.fits
