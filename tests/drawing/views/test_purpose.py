"""The view by purpose."""

from tests import make
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views.purpose import VIEW


def test_third_parties_stand_by_purpose_and_own_systems_apart() -> None:
    case = make.case(make.engagement("oak", purpose="Sending messages"), make.engagement("elm", purpose=" "))
    frames = {
        key: [one.title for one in VIEW.frames(Question(case=case), node)] for key, node in case.graph.nodes.items()
    }
    assert frames["oak"] == ["Sending messages"]
    assert frames["elm"] == ["Purpose not stated"]
    assert frames["platform-eu"] == ["Own systems"]
    assert frames["subject:customers"] == []


def test_a_long_purpose_is_cut() -> None:
    case = make.case(make.engagement("oak", purpose="a long purpose " * 20))
    [frame] = VIEW.frames(Question(case=case), case.graph.nodes["oak"])
    assert len(frame.title) <= 60
    assert frame.title.endswith("…")
