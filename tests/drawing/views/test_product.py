"""The view by product."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views.product import VIEW


def frames(key: str) -> list[str]:
    case = acme.small()
    return [frame.title for frame in VIEW.frames(Question(case=case), case.graph.nodes[key])]


def test_systems_stand_by_product_vendors_by_service_and_fourth_parties_apart() -> None:
    assert frames("subject:customers") == []
    assert frames("mail-eu") == ["Acme Mail"]
    assert frames("billing") == ["Shared by products"]
    assert frames("pine") == ["Payments"]
    assert frames("ash-eu") == ["Fourth parties"]


def test_frames_are_sorted_as_data_flows() -> None:
    case = acme.small()
    keys = ("mail-eu", "sms-eu", "billing", "pine", "ash-eu")
    found = [VIEW.frames(Question(case=case), case.graph.nodes[key])[0] for key in keys]
    assert found == sorted(found)


def test_a_party_says_where_it_is_or_that_nobody_knows() -> None:
    case = make.case(make.engagement("oak", region="DE; BE"), make.engagement("elm", region=""))
    assert VIEW.details(Question(case=case), case.graph.nodes["oak"]) == ("Germany, Belgium",)
    assert VIEW.details(Question(case=case), case.graph.nodes["elm"]) == ("place unknown",)
    assert VIEW.details(Question(case=case), case.graph.nodes["subject:customers"]) == ()
