"""Two states in one graph."""

import pytest

from tests import make
from vendor_registry.changes.state import State
from vendor_registry.drawing.picture.picture import Status
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.views import drawn_for
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.ledger.comparison.compared import Compared, joined
from vendor_registry.use_cases.ledger.comparison.drawn import BETWEEN


def states(before: list[Engagement], after: list[Engagement]) -> Compared:
    return joined(make.case(*before), make.case(*after), (State("old"), State("new")))


def both() -> Compared:
    """oak moves from the US to Ireland, elm is gone, ash is new, fir stays."""
    fir = make.engagement("fir")
    return states(
        [make.engagement("oak", region="US"), make.engagement("elm"), fir],
        [make.engagement("oak", region="IE"), make.engagement("ash"), fir],
    )


def test_what_came_went_changed_and_stayed() -> None:
    comparison = both().comparison
    assert {key: comparison.nodes[key] for key in ("ash", "elm", "fir", "oak")} == {
        "ash": Status.ADDED,
        "elm": Status.REMOVED,
        "fir": Status.SAME,
        "oak": Status.CHANGED,
    }
    assert comparison.told == {"oak": (("region", "US", "IE"),)}
    flows = {target: status for (_, target, _), status in comparison.flows.items()}
    assert (flows["ash"], flows["elm"], flows["fir"]) == (Status.ADDED, Status.REMOVED, Status.SAME)


def test_a_flow_that_carries_other_data_has_changed() -> None:
    found = states([make.engagement("oak", data=("contact",))], [make.engagement("oak", data=("content",))])
    assert {status for (_, target, _), status in found.comparison.flows.items() if target == "oak"} == {Status.CHANGED}


def test_the_picture_has_marks_and_leaves_out_what_has_nothing_to_do_with_it() -> None:
    compared = both()
    wish = Wish(view="diff", of="old..new", compared=compared)
    [page] = drawn_for(Behind(compared.case), compared.report, wish).pages
    boxes = {box.title: box for box in page.picture.boxes}
    assert boxes["Oak"].status is Status.CHANGED
    assert "region: US → IE" in boxes["Oak"].lines
    assert "Fir" not in boxes
    assert boxes["platform-eu"].dim
    assert page.picture.notes[0].startswith("1 engagement new, 1 engagement gone, 1 engagement changed, 1 flow new")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3..4", ["3", "4"]),
        ("3..", ["3", ""]),
        ("git:HEAD~1..", ["git:HEAD~1", ""]),
        ("old.csv..new.csv", ["old.csv", "new.csv"]),
        ("../old.csv..../new.csv", ["../old.csv", "../new.csv"]),
        ("old.csv../tmp/new.csv", ["old.csv", "/tmp/new.csv"]),
        ("old.csv", ["old.csv"]),
    ],
)
def test_two_dots_stand_between_two_states(text: str, parts: list[str]) -> None:
    assert BETWEEN.split(text) == parts
