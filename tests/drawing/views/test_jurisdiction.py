"""The view by seat."""

from tests import make
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views.jurisdiction import VIEW
from vendor_registry.model.policy.party import Company


def test_a_party_stands_where_it_sits_not_where_data_lies() -> None:
    """A US company that processes in Germany, owned from Sweden."""
    case = make.case(make.engagement("oak", country="US", region="DE", parent_country="SE"))
    node = case.graph.nodes["oak"]
    assert [frame.title for frame in VIEW.frames(Question(case=case), node)] == ["USA"]
    assert VIEW.details(Question(case=case), node) == ("Hosting", "processes in Germany", "parent: Sweden")


def test_members_of_the_eea_stand_in_one_frame() -> None:
    case = make.case(make.engagement("oak", country="DE"))
    assert [one.title for one in VIEW.frames(Question(case=case), case.graph.nodes["oak"])] == [
        "European Economic Area",
        "Germany",
    ]


def test_a_system_sits_where_its_operator_does_and_else_where_the_company_does() -> None:
    case = make.case(company=Company(name="Acme", country="CH"), systems={"s": make.system("s")})
    assert [one.title for one in VIEW.frames(Question(case=case), case.graph.nodes["s"])] == ["Switzerland"]
    case = make.case(company=Company(name="Acme"), systems={"s": make.system("s")})
    assert [one.title for one in VIEW.frames(Question(case=case), case.graph.nodes["s"])] == ["Seat not known"]
