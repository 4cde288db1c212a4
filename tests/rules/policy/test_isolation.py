"""Region isolation, situation by situation. The graphs of thousands are in test_isolation_oracle.py."""

from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.flows.network import Barred
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy.policy import OwnFlow, RuleSpec
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.place import UNKNOWN_ACCESS
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.policy.isolation import Isolation, check

APART = Isolation(between=("eu", "us"), data=("content",))


def judge(case: Case, wanted: Isolation = APART, severity: str = "broken") -> Outcome:
    cell = Cell("policy.toml", 40, "rules.apart")
    spec = RuleSpec(id="apart", type="isolation", statement="Apart.", severity=severity, parameters=wanted, cell=cell)
    return check(case, spec)


def found(*rows: Any, wanted: Isolation = APART, **policy: Any) -> list[Finding]:
    return list(judge(make.case(*rows, **policy), wanted).findings)


def chain(finding: Finding) -> list[str]:
    return [finding.source, *(hop.flow.target for hop in finding.witness)]


def test_data_does_not_get_out_over_two_hands() -> None:
    """
    key  | engaged_by | region | line
    host |            | DE     | 2
    help | host       | US     | 3
    """
    [finding] = found(make.engagement("host"), make.engagement("help", engaged_by=("host",), region="US", line=3))
    assert finding.verdict is Verdict.BROKEN
    assert str(finding.cell) == "vendors.csv:3 [region]"
    assert (finding.source, finding.sink, finding.home, finding.data) == ("platform-eu", "help", "eu", ("content",))
    assert chain(finding) == ["platform-eu", "host", "help"]
    assert [hop.data for hop in finding.witness] == [("content",), ("content",)]
    assert (finding.routes, [flow.key for flow in finding.on_every_route]) == (1, ["host", "help"])
    assert [flow.key for flow in finding.cut] == ["help"]
    assert (
        finding.message == "By way of Host, content that belongs in eu reaches Help (help), which is in us (region US)."
    )
    assert finding.mend == (
        "Take content off host -> help (vendors.csv:3 [data]), which is on every route, "
        "or give help a region outside us."
    )


def test_remote_access_lets_data_in_and_its_cell_is_named() -> None:
    [finding] = found(make.engagement("host", region="DE", access_from="US; IN"))
    assert str(finding.cell) == "vendors.csv:2 [access_from]"
    assert "(access_from US; IN)" in finding.message
    assert finding.mend.endswith("which is on every route, or end the access to host from us.")


def test_both_ways_are_judged_and_from_to_only_one() -> None:
    """
    key | zone | region
    a   | us   | DE
    b   | eu   | DE
    """
    rows = (make.engagement("a", zone="us", region="DE"), make.engagement("b", line=3))
    assert [finding.home for finding in found(*rows)] == ["us"]
    assert found(*rows, wanted=Isolation(from_="eu", to="us", data=("content",))) == []
    assert len(found(*rows, wanted=Isolation(from_="us", to="eu", data=("content",)))) == 1


@pytest.mark.parametrize(
    ("declared", "asked", "told"),
    [
        (("content",), ("content",), [("content",)]),
        (("content.body",), ("content",), [("content.body",)]),  # the narrower one is what gets there
        (("content",), ("content.body",), [("content.body",)]),  # the parent covers it
        (("content.body", "content.subject"), ("content",), [("content.body", "content.subject")]),
        (("content", "content.body"), ("content",), [("content",)]),  # in the fewest words
        (("contact",), ("content",), []),
        (("contentious",), ("content",), []),  # a word that only begins alike
    ],
)
def test_parents_cover_children_on_either_side(
    declared: tuple[str, ...], asked: tuple[str, ...], told: list[tuple[str, ...]]
) -> None:
    findings = found(
        make.engagement("a", data=declared, region="US"), wanted=Isolation(between=("eu", "us"), data=asked)
    )
    assert [finding.data for finding in findings if finding.sink] == told


def test_a_label_narrows_along_the_chain() -> None:
    """
    key | engaged_by | data         | region
    a   |            | content      | DE
    b   | a          | content.body | US
    """
    [finding] = found(
        make.engagement("a"), make.engagement("b", engaged_by=("a",), data=("content.body",), region="US", line=3)
    )
    assert [hop.data for hop in finding.witness] == [("content",), ("content.body",)]


def test_anonymised_stops_and_pseudonymised_does_not() -> None:
    for handled, count in ((DeIdentified.ANONYMISED, 0), (DeIdentified.PSEUDONYMISED, 1)):
        assert len(found(make.engagement("a", region="US", de_identified=handled))) == count


def test_a_blank_region_is_a_gap_and_the_cell_to_fill_is_named() -> None:
    [finding] = found(make.engagement("a", region=""))
    assert finding.verdict is Verdict.GAP
    assert finding.message.endswith("Nobody can say for certain: where a processes is blank (vendors.csv:2 [region]).")
    assert finding.mend == "Fill in vendors.csv:2 [region]: where a processes."


def test_a_place_that_is_too_wide_is_a_gap() -> None:
    """
    key | zone | region | rule
    a   | us   | EEA    | us against DE
    """
    row = make.engagement("a", zone="us", region="EEA")
    [finding] = found(row, wanted=Isolation(from_="us", to="DE", data=("content",)))
    assert finding.verdict is Verdict.GAP
    assert finding.mend == 'Name the countries in vendors.csv:2 [region]: "EEA" lies partly in DE.'


def test_blank_data_on_the_chain_is_a_gap_and_that_cell_is_to_be_filled() -> None:
    """
    key | engaged_by | data  | region
    a   |            | blank | DE
    b   | a          | blank | US
    """
    rows = (
        make.engagement("a", data=None),
        make.engagement("b", engaged_by=("a",), data=None, region="US", line=3),
    )
    [finding] = found(*rows)
    assert finding.verdict is Verdict.GAP
    assert chain(finding) == ["platform-eu", "a", "b"]
    assert finding.mend == "Fill in vendors.csv:2 [data]: which data a gets."
    assert [str(cell) for cell in finding.related] == ["vendors.csv:2 [data]", "vendors.csv:3 [data]"]


def test_a_blank_lets_nothing_pass_that_was_never_there() -> None:
    """platform-eu is given content and contact by customers; a blank flow cannot carry payment data."""
    wanted = Isolation(between=("eu", "us"), data=("payment",))
    assert [f.sink for f in found(make.engagement("a", data=None, region="US"), wanted=wanted)] == [""]


def test_a_system_that_does_not_say_what_it_is_given_may_hold_anything() -> None:
    systems = {"platform-eu": make.system("platform-eu", zone="eu", region="DE", data=())}
    wanted = Isolation(between=("eu", "us"), data=("payment",))
    [finding] = found(make.engagement("a", data=None, region="US"), wanted=wanted, systems=systems)
    assert finding.verdict is Verdict.GAP


def test_a_system_for_every_zone_makes_a_gap() -> None:
    """
    key | receives_from | region
    a   | billing (*)   | US
    """
    systems = {"billing": make.system("billing", zone="*", region="JP")}
    [finding] = found(make.engagement("a", receives_from=("billing",), region="US"), systems=systems)
    assert (finding.verdict, finding.home, finding.source) == (Verdict.GAP, "*", "billing")
    assert "billing serves every data region" in finding.message


def test_a_system_in_the_wrong_place_is_a_finding_without_a_chain() -> None:
    systems = {"platform-eu": make.system("platform-eu", zone="eu", region="US", cell=Cell("policy.toml", 12))}
    findings = found(make.engagement("a"), systems=systems)
    [finding] = [finding for finding in findings if finding.sink == "platform-eu"]
    assert (finding.witness, finding.routes, finding.cut) == ((), 0, ())
    assert str(finding.cell) == "policy.toml:12 [systems.platform-eu.region]"
    assert "holds content that belongs in eu" in finding.message
    assert finding.mend.endswith("or name the data region it really serves.")


def test_a_second_home_is_a_second_finding() -> None:
    """
    platform-eu and platform-us both hand content to a, which lies everywhere
    """
    row = make.engagement("a", receives_from=("platform-eu", "platform-us"), region="GLOBAL")
    assert [(finding.home, finding.source) for finding in found(row)] == [
        ("eu", "platform-eu"),
        ("us", "platform-us"),
    ]


def test_an_undeclared_source_counts_from_there() -> None:
    """
    key | engaged_by | data    | region
    a   |            | contact | DE
    b   | a          | content | US
    """
    [finding] = found(
        make.engagement("a", data=("contact",)), make.engagement("b", engaged_by=("a",), region="US", line=3)
    )
    assert (finding.verdict, finding.home, finding.source) == (Verdict.BROKEN, "eu", "a")


def test_two_routes_need_two_cuts() -> None:
    """
    key | receives_from  | region
    a   |                | DE
    b   | a, platform-eu | US
    """
    rows = (make.engagement("a"), make.engagement("b", receives_from=("a", "platform-eu"), region="US", line=3))
    [finding] = found(*rows)
    assert (finding.routes, finding.on_every_route) == (2, ())
    assert sorted(flow.source for flow in finding.cut) == ["a", "platform-eu"]
    assert finding.mend.startswith("Take content off these 2 flows, a -> b")


def test_further_chains_are_shown_when_asked_for() -> None:
    rows = (make.engagement("a"), make.engagement("b", receives_from=("a", "platform-eu"), region="US", line=3))
    plain = make.case(*rows)
    asked = Case(plain.registry, plain.policy, plain.as_of, paths=3)
    assert judge(plain).findings[0].more_witnesses == ()
    [finding] = judge(asked).findings
    assert [[hop.flow.target for hop in one] for one in finding.more_witnesses] == [["a", "b"]]


def test_categories_with_other_chains_are_told_apart_and_those_with_the_same_together() -> None:
    """
    key | receives_from | data                 | region
    a   | platform-eu   | contact              | DE
    b   | a             | contact              | US
    c   | platform-eu   | content, contact     | US
    """
    rows = (
        make.engagement("a", data=("contact",)),
        make.engagement("b", receives_from=("a",), data=("contact",), region="US", line=3),
        make.engagement("c", data=("contact", "content"), region="US", line=4),
    )
    findings = found(*rows, wanted=Isolation(between=("eu", "us"), data=("contact", "content")))
    assert [(finding.sink, finding.data) for finding in findings] == [
        ("b", ("contact",)),
        ("c", ("contact", "content")),
    ]


def test_what_is_set_aside_moves_no_further_and_a_second_route_still_breaks_the_rule() -> None:
    rows = (make.engagement("a"), make.engagement("b", receives_from=("a", "platform-eu"), region="US", line=3))
    case = make.case(*rows)
    one = case.barring([Barred("platform-eu", "b", ("content",))])
    assert [chain(finding) for finding in judge(one).findings] == [["platform-eu", "a", "b"]]
    both = one.barring([Barred("platform-eu", "a", ("content",))])
    assert judge(both).findings == ()
    assert both.reach.undeclared == ()  # a hands content on, and got it: it is only set aside


@pytest.mark.parametrize(
    ("severity", "proved", "open_"), [("broken", "broken", "gap"), ("warning", "warning", "warning")]
)
def test_the_severity_of_the_policy_is_the_worst_that_is_told(severity: str, proved: str, open_: str) -> None:
    for region, verdict in (("US", proved), ("", open_)):
        [finding] = judge(make.case(make.engagement("a", region=region)), severity=severity).findings
        assert finding.verdict == verdict


def test_a_kept_rule_says_how_much_it_looked_at() -> None:
    outcome = judge(make.case(make.engagement("a"), make.engagement("b", zone="us", region="US")))
    assert outcome.findings == ()
    assert (
        outcome.examined == "eu to us: 1 sender, 2 recipients, 0 reached; us to eu: 1 sender, 2 recipients, 0 reached"
    )


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (Isolation(between=("eu", "us"), data=("contnt",)), "no category of the taxonomy is contnt."),
        (Isolation(between=("eu", "apac"), data=("content",)), "no system or vendor lies in apac."),
        (Isolation(between=("eu", "us"), data=("payment",)), "no system of eu, us hands on payment."),
        (Isolation(between=("eu",), data=("content",)), "it names no two zones"),
        (Isolation(from_="eu", data=("content",)), "it names no two zones"),
    ],
)
def test_a_rule_that_looks_at_nothing_is_a_finding(wanted: Isolation, message: str) -> None:
    [finding] = found(make.engagement("a"), wanted=wanted)
    assert message in finding.message
    assert str(finding.cell) == "policy.toml:40 [rules.apart]"


def test_parameters_of_another_rule_are_a_failure_not_a_pass() -> None:
    with pytest.raises(TypeError, match="another type of rule"):
        check(make.case(make.engagement("a")), RuleSpec(id="apart", type="isolation", parameters=("eu", "us")))


def test_flows_between_own_systems_carry_data_over_as_well() -> None:
    flow = OwnFlow(
        source="platform-eu", target="platform-us", data=("content",), cell=Cell("policy.toml", 50, "flows.1")
    )
    [finding] = found(make.engagement("a"), flows=(flow,))
    assert (finding.sink, finding.home) == ("platform-us", "eu")
    assert "platform-eu -> platform-us (policy.toml:50 [flows.1])" in finding.mend


def test_access_that_is_not_known_is_a_gap_and_not_proved() -> None:
    """
    key | region | access_from
    a   | DE     | unknown
    b   | DE     | GLOBAL
    """
    rows = (
        make.engagement("a", access_from=UNKNOWN_ACCESS, line=2),
        make.engagement("b", access_from="GLOBAL", line=3),
    )
    open_, proved = found(*rows)
    assert [(one.verdict, one.sink, str(one.cell)) for one in (open_, proved)] == [
        ("gap", "a", "vendors.csv:2 [access_from]"),
        ("broken", "b", "vendors.csv:3 [access_from]"),
    ]
    assert "may be in us (access_from is not known)" in open_.message
    assert open_.mend == "Name the countries in vendors.csv:2 [access_from]."
