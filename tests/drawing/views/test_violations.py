"""Findings as strips."""

from itertools import pairwise

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.album import album
from vendor_registry.drawing.layout.geometry import measure
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.picture.picture import Mark
from vendor_registry.drawing.views import violations
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.text.origin import UsageError


def test_each_finding_is_a_chain_of_its_own_with_its_cell_and_rule() -> None:
    case = acme.small()
    found = acme.finding(case, "elm-eu", "ash-eu"), acme.finding(case, "chat", verdict=Verdict.GAP)
    [page] = album(acme.question(case, *found), violations.VIEW).pages
    picture = page.picture
    assert [cluster.title for cluster in picture.clusters] == [
        "V1 · apart · vendors.csv:5 [data]",
        "?1 · apart · vendors.csv:11 [data]",
    ]
    first = [box.title for box in picture.boxes if box.cluster == "c1"]
    assert first[1:] == ["Elm Hosting", "Ash Metal"]
    assert [(line.signs, line.mark) for line in picture.lines] == [
        (("V1",), Mark.BROKEN),
        (("V1",), Mark.BROKEN),
        (("?1",), Mark.GAP),
    ]


def test_a_flow_that_is_broken_too_is_a_gap_in_the_strip_of_a_gap() -> None:
    case = acme.small()
    found = acme.finding(case, "chat"), acme.finding(case, "chat", verdict=Verdict.GAP)
    [page] = album(acme.question(case, *found), violations.VIEW).pages
    assert [(line.signs, line.mark) for line in page.picture.lines] == [(("V1",), Mark.BROKEN), (("?1",), Mark.GAP)]
    assert [(row.signs, row.mark) for row in page.picture.rows] == [(("V1",), Mark.BROKEN), (("?1",), Mark.GAP)]


def test_no_box_lies_on_another_and_lines_run_from_left_to_right() -> None:
    case = acme.small()
    found = [acme.finding(case, key) for key in ("desk-in", "desk-bg", "pine", "fir")]
    [page] = album(acme.question(case, *found), violations.VIEW).pages
    for line in page.picture.lines:
        course = page.layout.courses[line.id]
        assert course.points[0][0] < course.points[-1][0] < course.tip[0]
    places = [page.layout.boxes[box.id] for box in page.picture.boxes]
    assert len(set(places)) == len(places)


def test_many_findings_take_several_pages_and_a_sign_picks_one() -> None:
    case = acme.large()
    found = [acme.finding(case, f"v{number:03}") for number in range(1, 9)] * 3
    pages = album(acme.question(case, *found), violations.VIEW).pages
    assert len(pages) == 2
    assert all(page.readability and page.readability.is_kept for page in pages)
    [one] = album(acme.question(case, *found, highlight="V5"), violations.VIEW).pages
    assert [cluster.title[:2] for cluster in one.picture.clusters] == ["V5"]


def test_a_chain_that_is_wider_than_its_page_goes_on_below_and_pages_are_split_until_they_can_be_read() -> None:
    """Findings of eleven hops and more, on A4: no page is over the budget, each line enters its box from the left."""
    names = [f"a{number:02}" for number in range(12)]
    case = make.case(
        make.engagement(names[0]),
        *(make.engagement(key, engaged_by=(before,), line=9) for before, key in pairwise(names)),
    )
    found = [acme.finding(case, *names[:length]) for length in (12, 11, 12, 11, 12, 11)]
    made = album(acme.question(case, *found), violations.VIEW, target=TARGETS["a4"]).pages
    assert len(made) > 1
    assert [sign for page in made for sign in (one.title.split()[0] for one in page.picture.clusters)] == [
        f"V{number}" for number in range(1, 7)
    ]
    for page in made:
        assert not page.is_over, page.readability
        layout, sizes = page.layout, {box.id: measure(box) for box in page.picture.boxes}
        for line in page.picture.lines:
            left = layout.boxes[line.target][0] - sizes[line.target].width / 2
            assert layout.courses[line.id].tip == pytest.approx((left, layout.boxes[line.target][1]), abs=0.2)
        for box in page.picture.boxes:
            (x1, y1), (x2, y2) = layout.frames[box.cluster]
            assert x1 < layout.boxes[box.id][0] - sizes[box.id].width / 2
            assert layout.boxes[box.id][0] + sizes[box.id].width / 2 < x2
            assert y1 < layout.boxes[box.id][1] < y2


def test_without_a_finding_there_is_nothing_to_draw() -> None:
    with pytest.raises(UsageError, match="there is nothing to draw"):
        album(acme.question(make.case(make.engagement("oak"))), violations.VIEW)
