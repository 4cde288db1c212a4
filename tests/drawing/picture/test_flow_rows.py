"""The table of flows has every flow, in words."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.flow_rows import Facts, rows
from vendor_registry.drawing.picture.grounds import grounds
from vendor_registry.drawing.picture.marks import marks
from vendor_registry.drawing.picture.names import Names
from vendor_registry.drawing.picture.picture import FlowRow
from vendor_registry.drawing.picture.words import english
from vendor_registry.model.register.engagement import DeIdentified, Engagement


def written(*engagements: Engagement) -> tuple[FlowRow, ...]:
    """The rows of all flows to third parties, as if one line stood for them all."""
    case = make.case(*engagements)
    flows = [flow for flow in case.graph.flows if flow.target in case.registry.by_key]
    ground = grounds(flows, acme.transfers(case), english())
    return rows(Facts(Names(case, english()), ground, marks((), ground)), "7", flows)


def test_a_row_says_who_gives_what_to_whom_on_which_ground_and_where_it_is_written() -> None:
    [row] = written(make.engagement("oak", country="CH", line=12))
    assert (row.number, row.source, row.target, row.data) == ("7", "platform-eu", "Oak", "content")
    assert (row.ground, row.place) == ("2000/518/EC (CH)", "vendors.csv:12")


def test_one_engagement_with_several_sources_is_one_row() -> None:
    [row] = written(make.engagement("oak", zone="*"))
    assert row.source == "platform-eu, platform-us"


def test_flows_that_say_the_same_share_a_row_and_keep_their_lines() -> None:
    [row] = written(make.engagement("elm", line=9), make.engagement("oak", line=4))
    assert row.target == "Elm, Oak"
    assert row.place == "vendors.csv:4, 9"


def test_flows_that_differ_in_anything_do_not_share_a_row() -> None:
    assert len(written(make.engagement("elm"), make.engagement("oak", data=("contact",)))) == 2
    assert len(written(make.engagement("elm"), make.engagement("oak", zone="us"))) == 2
    assert len(written(make.engagement("elm"), make.engagement("oak", country="IN"))) == 2


def test_blank_data_is_not_stated_and_what_lies_under_another_category_goes_without_saying() -> None:
    [blank] = written(make.engagement("oak", data=None))
    assert blank.data == "not stated"
    [nested] = written(make.engagement("oak", data=("contact.email", "content", "content.body")))
    assert nested.data == "contact.email, content"


def test_what_is_done_to_the_data_first_is_said() -> None:
    [row] = written(make.engagement("oak", de_identified=DeIdentified.PSEUDONYMISED))
    assert row.data == "content (pseudonymised)"
