"""These recipients never get these categories."""

from tests import make
from tests.rules.policy_rules import check, told
from vendor_registry.model.policy.party import Entity
from vendor_registry.model.policy.policy import OwnFlow

DESK = make.engagement("desk", line=2)
LAKE = make.engagement("lake", engaged_by=("desk",), region="US", line=3)


def test_data_that_gets_there_over_two_hands_is_found_with_its_chain() -> None:
    """
    key  | engaged_by | data    | region
    desk |            | content | DE
    lake | desk       | content | US
    """
    [finding] = check(make.case(DESK, LAKE), "forbid", to="key:lake", data=("content",)).findings
    assert [hop.flow.target for hop in finding.witness] == ["desk", "lake"]
    assert (finding.verdict, finding.source, finding.sink) == ("broken", "platform-eu", "lake")
    assert str(finding.cell) == "vendors.csv:3 [data]"
    assert finding.message == "By way of Desk, content reaches Lake (lake), who must not get it."
    assert "Take content off desk -> lake (vendors.csv:3 [data])" in finding.mend
    assert finding.routes == 1
    assert [flow.target for flow in finding.cut] == ["lake"]


def test_a_category_that_is_not_handed_on_stops_and_the_nearest_miss_is_told() -> None:
    """
    key  | engaged_by | data
    desk |            | content; payment
    lake | desk       | contact
    """
    rows = (
        make.engagement("desk", data=("contact",)),
        make.engagement("lake", engaged_by=("desk",), data=("contact",)),
    )
    outcome = check(make.case(*rows), "forbid", to="key:lake", data=("content",))
    assert outcome.findings == ()
    assert outcome.nearest == "lake gets contact"
    assert outcome.examined == "content: 1 recipient, 0 reached"


def test_a_blank_on_the_way_is_a_gap_at_the_cell_that_decides() -> None:
    """
    key  | engaged_by | data
    desk |            | content
    lake | desk       |
    """
    rows = (DESK, make.engagement("lake", engaged_by=("desk",), data=None, line=3))
    outcome = check(make.case(*rows), "forbid", to="key:lake", data=("content",))
    assert told(outcome) == [("gap", "lake", "vendors.csv:3 [data]")]
    assert outcome.findings[0].mend.startswith("Fill in vendors.csv:3 [data]")


def test_a_blank_place_decides_whether_the_recipient_is_meant() -> None:
    """
    key  | region
    desk |
    """
    case = make.case(make.engagement("desk", region="", line=4))
    outcome = check(case, "forbid", to="country:US and role:sub-processor", data=("content",))
    assert told(outcome) == [("gap", "desk", "vendors.csv:4 [data]")]
    assert [str(cell) for cell in outcome.findings[0].related][:1] == ["vendors.csv:4 [region]"]


def test_the_severity_of_the_policy_counts() -> None:
    outcome = check(make.case(DESK), "forbid", to="key:desk", data=("content",), severity="warning")
    assert [one.verdict for one in outcome.findings] == ["warning"]


def test_only_data_from_the_named_source_counts() -> None:
    """platform-us hands content to desk too, but the rule is about the platform in the EU."""
    case = make.case(make.engagement("desk", zone="us"))
    assert check(case, "forbid", to="key:desk", data=("content",), from_="key:platform-eu").findings == ()
    assert len(check(case, "forbid", to="key:desk", data=("content",), from_="key:platform-us").findings) == 1


def test_a_source_of_which_a_blank_decides_makes_a_gap() -> None:
    """
    systems     | region | operator
    platform-eu | DE     |
    attic       |        | inc (US)
    """
    systems = {
        "platform-eu": make.system("platform-eu", zone="eu", region="DE"),
        "attic": make.system("attic", zone="eu"),
    }
    case = make.case(make.engagement("desk"), systems=systems)
    outcome = check(case, "forbid", to="key:desk", data=("content",), from_="country:US")
    assert [one.verdict for one in outcome.findings] == ["gap"]
    inc = {"inc": Entity(key="inc", legal_name="Acme, Inc.", country="US")}
    systems["attic"] = make.system("attic", zone="eu", operator="inc")
    case = make.case(make.engagement("desk"), systems=systems, entities=inc)
    outcome = check(case, "forbid", to="key:desk", data=("content",), from_="country:US")
    assert [one.verdict for one in outcome.findings] == ["broken"]


def test_a_system_of_ours_receives_what_others_hand_it_not_what_it_holds_first() -> None:
    """platform-eu -> warehouse; both hold content."""
    systems = {
        "platform-eu": make.system("platform-eu", zone="eu", region="DE"),
        "warehouse": make.system("warehouse", zone="eu", region="DE"),
    }
    flow = OwnFlow(source="platform-eu", target="warehouse", data=("content",))
    case = make.case(DESK, systems=systems, flows=(flow,))
    outcome = check(case, "forbid", to="key:platform-eu or key:warehouse", data=("content",))
    assert [one.sink for one in outcome.findings] == ["warehouse"]


def test_a_selector_that_matches_nothing_is_told_at_the_rule() -> None:
    outcome = check(make.case(DESK), "forbid", to="vendor:Nobody", data=("content",))
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-forbid.to]")]
    assert 'there is no vendor "Nobody"' in outcome.findings[0].message
    outcome = check(make.case(DESK), "forbid", to="key:desk", data=("content",), from_="zone:us and zone:eu")
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-forbid.from]")]


def test_a_category_the_policy_does_not_have_is_told() -> None:
    outcome = check(make.case(DESK), "forbid", to="key:desk", data=("contents",))
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-forbid.data]")]
