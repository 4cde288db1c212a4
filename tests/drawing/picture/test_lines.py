"""Lines are numbered, and every flow is behind a line, a badge or a shared box."""

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.compose import compose, ways_to_fold
from vendor_registry.drawing.picture.folding_steps import PLANS
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import Mark
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.views import region


@pytest.mark.parametrize("case", [acme.small(), acme.large()], ids=["small", "large"])
@pytest.mark.parametrize("view", acme.VIEWS, ids=lambda view: view.name)
def test_numbers_count_up_and_the_table_has_rows_for_each_and_no_others(case: Case, view: View) -> None:
    picture = acme.picture(case, view)
    numbers = [line.number for line in picture.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    badges = {box.badge for box in picture.boxes if box.badge}
    assert {row.number for row in picture.rows} - badges - {"–"} == set(map(str, numbers))


@pytest.mark.parametrize("view", acme.VIEWS, ids=lambda view: view.name)
def test_every_engagement_stands_in_the_table_with_its_line_of_the_sheet(view: View) -> None:
    case = acme.large()
    table = " ".join(f"{row.place}," for row in acme.picture(case, view).rows)
    numbers = {part.strip() for part in table.replace("vendors.csv:", "").replace(";", ",").split(",")}
    assert {str(engagement.line) for engagement in case.running} <= numbers


def test_flows_on_different_grounds_are_different_lines_even_between_the_same_boxes() -> None:
    case = make.case(
        make.engagement("oak-1", vendor="Oak", country="US", mechanism=(acme.SCC,)),
        make.engagement("oak-2", vendor="Oak", country="IN", **acme.LAPSED),
    )
    grounds = {line.ground: line.mark for line in acme.picture(case).lines}
    assert grounds[GroundKind.CLAUSES] is Mark.NONE
    assert grounds[GroundKind.NOT_COVERED] is Mark.BROKEN


def test_a_line_says_what_it_is_to_who_cannot_see_it() -> None:
    case = make.case(make.engagement("oak", vendor="Oak", country="IN", **acme.LAPSED))
    picture = acme.picture(case, acme.VIEWS[0], acme.finding(case, "oak"))
    [line] = [line for line in picture.lines if line.mark is Mark.BROKEN]
    assert line.about == f"{line.number}: platform-eu to Oak. content. transfer without a ground. broken V1."


def test_flows_inside_a_box_are_in_the_table_without_a_number() -> None:
    picture = acme.picture(acme.large())
    [row] = [row for row in picture.rows if row.number == "–"]
    assert (row.source, row.target) == ("Platform mail-eu", "Platform sms-eu")
    assert "Flows between parties that share a box are not drawn" in " ".join(picture.notes)


def test_as_a_last_resort_one_line_stands_for_all_flows_from_box_to_box() -> None:
    """Forty places with a vendor each by clauses, and one without a ground: a line a pair shows the least safe."""
    case = acme.large()
    question = acme.question(case)
    *_, last = ways_to_fold(question, region.VIEW, select(question), PLANS)
    picture = compose(question, region.VIEW, folding=last)
    pairs = [(line.source, line.target) for line in picture.lines]
    assert len(pairs) == len(set(pairs))
    assert len({row.ground for row in picture.rows if row.number == "1"}) >= 1
    assert "One line stands for all flows from one box to another; it shows the least safe of them." in picture.notes
