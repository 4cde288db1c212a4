"""Waivers set aside a flow for a rule, for a while; what is left is judged again."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from tests.rules.policy_rules import spec, told
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy.policy import OwnFlow, RuleSpec
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.rules.judge import judge

APART = spec("isolation", id_="apart", between=("eu", "us"), data=("content",))
DESK = make.engagement("desk", line=2)
LAKE = make.engagement("lake", engaged_by=("desk",), region="US", country="US", line=3)


def case(*rows: Engagement, as_of: date = make.DAY, rules: tuple[RuleSpec, ...] = (APART,)) -> Case:
    return make.case(*rows, as_of=as_of, rules=rules)


def waiver(source: str, target: str, *, line: int = 2, **changes: Any) -> Waiver:
    values: dict[str, Any] = {
        "rule": "apart",
        "data": (),
        "reason": "Migration",
        "approved_by": "Ada",
        "granted": date(2026, 6, 1),
        "expires": date(2027, 3, 1),
    }
    return Waiver(source=source, target=target, file="waivers.csv", line=line, **(values | changes))


def outcome(case: Case, *waivers: Waiver, rule: str = "apart") -> Outcome:
    return next(one for one in judge(case, waivers) if one.rule == rule)


def open_and_waived(found: Outcome) -> tuple[list[str], list[str]]:
    """Sinks of open findings, and of waived ones."""
    return (
        [one.sink for one in found.findings if not one.waived_by],
        [one.sink for one in found.findings if one.waived_by],
    )


def said(case: Case, *waivers: Waiver) -> list[tuple[str, str]]:
    """What the rule of waivers says, by cell."""
    return [(str(one.cell), one.message) for one in outcome(case, *waivers, rule="waivers").findings]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 5, 31), False),
        (date(2026, 6, 1), True),
        (date(2027, 3, 1), True),
        (date(2027, 3, 2), False),
    ],
)
def test_it_counts_from_its_first_to_its_last_day(day: date, counts: bool) -> None:
    """
    key  | engaged_by | region        rule apart: content of eu stays out of us
    desk |            | DE            waiver desk -> lake from 2026-06-01 to 2027-03-01
    lake | desk       | US
    """
    found = outcome(case(DESK, LAKE, as_of=day), waiver("desk", "lake"))
    assert open_and_waived(found) == (([], ["lake"]) if counts else (["lake"], []))


def test_the_waived_finding_stays_in_sight_with_its_chain_and_the_last_day() -> None:
    [finding] = outcome(case(DESK, LAKE), waiver("desk", "lake")).findings
    assert finding.waived_by == "waivers.csv:2, until 2027-03-01"
    assert [hop.flow.target for hop in finding.witness] == ["desk", "lake"]
    assert not finding.is_open


def test_a_second_route_still_breaks_the_rule() -> None:
    """
    key  | engaged_by | receives_from
    desk |            |
    lake | desk       | desk; platform-eu
    """
    lake = make.engagement("lake", receives_from=("desk", "platform-eu"), region="US", country="US", line=3)
    both = case(DESK, lake)
    assert open_and_waived(outcome(both, waiver("platform-eu", "lake"))) == (["lake"], [])
    assert open_and_waived(outcome(both, waiver("desk", "lake"))) == (["lake"], [])
    found = outcome(both, waiver("desk", "lake"), waiver("platform-eu", "lake", line=3))
    assert open_and_waived(found) == ([], ["lake"])


def test_a_flow_further_up_is_waived_for_all_behind_it_and_nothing_starts_anew() -> None:
    """The content that desk hands on does not count as undeclared because a waiver stops it before desk."""
    waived = judge(case(DESK, LAKE), [waiver("platform-eu", "desk")])
    assert [one.sink for out in waived for one in out.findings if one.rule == "apart" and one.is_open] == []
    assert [one for out in waived for one in out.findings if one.rule == "undeclared-source"] == []


def test_it_waives_the_named_categories_only() -> None:
    """
    key  | engaged_by | data
    desk |            | content.body; content.subject
    lake | desk       | content.body; content.subject
    """
    data = ("content.body", "content.subject")
    rows = (make.engagement("desk", data=data), make.engagement("lake", engaged_by=("desk",), data=data, region="US"))
    found = outcome(case(*rows), waiver("desk", "lake", data=("content.body",)))
    assert [(one.data, bool(one.waived_by)) for one in found.findings] == [
        (("content.subject",), False),
        (("content.body",), True),
    ]


def test_it_waives_for_its_own_rule_only() -> None:
    other = spec("isolation", id_="other", from_="eu", to="us", data=("content",))
    both = case(DESK, LAKE, rules=(APART, other))
    assert open_and_waived(outcome(both, waiver("desk", "lake"))) == ([], ["lake"])
    assert open_and_waived(outcome(both, waiver("desk", "lake"), rule="other")) == (["lake"], [])


def test_a_row_is_waived_where_a_rule_judges_rows() -> None:
    """
    key  | reviewed   waiver complete: to desk, from blank
    desk |
    """
    rows = (make.engagement("desk", contact="", line=2), make.engagement("host", contact="", line=3))
    found = outcome(case(*rows), waiver("", "desk", rule="complete"), rule="complete")
    assert open_and_waived(found) == (["host"], ["desk"])


def test_a_waiver_without_a_giver_is_none_for_a_flow() -> None:
    assert open_and_waived(outcome(case(DESK, LAKE), waiver("", "lake"))) == (["lake"], [])


def test_what_the_law_asks_for_cannot_be_waived() -> None:
    """
    key  | country | mechanism      waiver transfer-without-ground: platform-eu -> desk
    desk | IN      |
    """
    rule, row = "transfer-without-ground", make.engagement("desk", country="IN", region="IN")
    granted, found = waiver("platform-eu", "desk", rule=rule), case(row)
    assert open_and_waived(outcome(found, granted, rule=rule)) == (["desk"], [])
    assert outcome(found, granted, rule=rule) == outcome(found, rule=rule)
    [told] = outcome(found, granted, rule="waivers").findings
    assert (told.verdict, str(told.cell)) == (Verdict.BROKEN, "waivers.csv:2 [rule]")
    assert told.message == (
        "The waiver of transfer-without-ground for platform-eu -> desk does not count: a company can waive its own "
        "rules, not what the law asks for."
    )
    assert outcome(found, granted, rule="waivers").examined == "1 waiver, 0 in force"


def test_what_hands_on_undeclared_data_is_waived_too() -> None:
    """lake gets payment from desk, which gets content only."""
    rows = (DESK, make.engagement("lake", engaged_by=("desk",), data=("payment",)))
    rule = "undeclared-source"
    assert open_and_waived(outcome(case(*rows), rule=rule)) == (["lake"], [])
    assert open_and_waived(outcome(case(*rows), waiver("desk", "lake", rule=rule), rule=rule)) == ([], ["lake"])


def test_a_gap_left_of_something_broken_is_told_beside_it() -> None:
    """
    from        | to    | data
    platform-eu | store | content     waived
    platform-eu | relay |
    relay       | store |
    """
    systems = {
        "platform-eu": make.system("platform-eu", zone="eu", region="DE"),
        "relay": make.system("relay", zone="eu", region="DE", data_subjects=(), data=()),
        "store": make.system("store", zone="us", region="US", data_subjects=(), data=()),
    }
    flows = tuple(
        OwnFlow(source=source, target=target, data=data)
        for source, target, data in (
            ("platform-eu", "store", ("content",)),
            ("platform-eu", "relay", None),
            ("relay", "store", None),
        )
    )
    both = make.case(systems=systems, flows=flows, rules=(APART,))
    assert [(one.verdict, one.is_open) for one in outcome(both).findings] == [("broken", True)]
    found = outcome(both, waiver("platform-eu", "store"))
    assert {(str(one.verdict), one.is_open) for one in found.findings} == {("broken", False), ("gap", True)}


def test_waivers_in_order_are_kept_and_counted() -> None:
    found = outcome(case(DESK, LAKE), waiver("desk", "lake"), rule="waivers")
    assert (found.findings, found.examined) == ((), "1 waiver, 1 in force")
    assert outcome(case(DESK), rule="waivers").examined == "0 waivers, 0 in force"


def test_what_is_over_is_told_and_what_ends_soon_is_called_to_mind() -> None:
    late = case(DESK, LAKE, as_of=date(2027, 3, 2))
    assert said(late, waiver("desk", "lake")) == [
        (
            "waivers.csv:2 [expires]",
            "The waiver of apart for desk -> lake ended on 2027-03-01; what it set aside counts again.",
        )
    ]
    for day, verdicts in ((date(2027, 1, 30), []), (date(2027, 1, 31), ["warning"]), (date(2027, 3, 1), ["warning"])):
        found = outcome(case(DESK, LAKE, as_of=day), waiver("desk", "lake"), rule="waivers")
        assert [one.verdict for one in found.findings] == verdicts


@pytest.mark.parametrize(
    ("end", "fine"), [(date(2027, 6, 1), True), (date(2027, 6, 2), False), (date(9999, 12, 31), False)]
)
def test_twelve_months_are_the_longest(end: date, fine: bool) -> None:
    """Granted on 2026-06-01."""
    long = waiver("desk", "lake", expires=end)
    assert open_and_waived(outcome(case(DESK, LAKE), long)) == (([], ["lake"]) if fine else (["lake"], []))
    assert [cell for cell, _ in said(case(DESK, LAKE), long)] == ([] if fine else ["waivers.csv:2 [expires]"])


def test_the_policy_may_allow_less() -> None:
    strict = make.case(DESK, LAKE, rules=(APART,), waivers_max_months=3)
    assert open_and_waived(outcome(strict, waiver("desk", "lake"))) == (["lake"], [])


def test_unknown_rules_and_ends_are_told_with_what_was_meant() -> None:
    found = outcome(case(DESK, LAKE), waiver("dsk", "lkae", rule="apat"), rule="waivers")
    assert [(str(one.cell), one.message, one.mend) for one in found.findings] == [
        ("waivers.csv:2 [from]", '"dsk" is no system, no row and no group of people.', 'Did you mean "desk"?'),
        ("waivers.csv:2 [rule]", 'There is no rule "apat" to be waived.', 'Did you mean "apart"?'),
        ("waivers.csv:2 [to]", '"lkae" is no system, no row and no group of people.', 'Did you mean "lake"?'),
    ]


def test_the_waivers_themselves_cannot_be_waived() -> None:
    assert len(said(case(DESK), waiver("", "desk", rule="waivers"))) == 1


def test_a_waiver_that_changes_nothing_is_told() -> None:
    unused = waiver("platform-us", "desk")
    assert said(case(DESK, LAKE), unused) == [
        (
            "waivers.csv:2 [rule]",
            "The waiver of apart for platform-us -> desk has no effect: the findings are the same without it.",
        )
    ]


def test_of_two_waivers_on_one_route_the_later_is_not_needed() -> None:
    both = (waiver("platform-eu", "desk"), waiver("desk", "lake", line=3))
    assert [cell for cell, _ in said(case(DESK, LAKE), *both)] == ["waivers.csv:3 [rule]"]
    assert open_and_waived(outcome(case(DESK, LAKE), *both)) == ([], ["lake"])


def test_the_same_twice_and_overlaps_are_told_at_the_later_row() -> None:
    first = waiver("desk", "lake")
    same = waiver("desk", "lake", line=3, granted=date(2026, 9, 1), expires=date(2027, 6, 1))
    part = waiver("desk", "lake", line=4, data=("content.body",))
    assert [
        (cell, "says the same" in text, "overlaps" in text) for cell, text in said(case(DESK, LAKE), part, same, first)
    ] == [
        ("waivers.csv:3 [rule]", True, False),
        ("waivers.csv:4 [rule]", False, True),
    ]


def test_one_after_the_other_is_no_overlap() -> None:
    first = waiver("desk", "lake", granted=date(2025, 11, 1), expires=date(2026, 10, 31))
    then = waiver("desk", "lake", line=3, granted=date(2026, 11, 1), expires=date(2027, 10, 31))
    assert [cell for cell, _ in said(case(DESK, LAKE), first, then)] == ["waivers.csv:2 [expires]"]


FLOWS = st.sampled_from(
    [("platform-eu", "desk"), ("platform-eu", "host"), ("desk", "lake"), ("host", "lake"), ("desk", "host")]
)
ROWS = (
    make.engagement("desk"),
    make.engagement("host", receives_from=("desk", "platform-eu")),
    make.engagement("lake", receives_from=("desk", "host"), region="US", country="US"),
    make.engagement("pool", engaged_by=("host",), region="US", data=("content.body",)),
)


def identities(found: Outcome) -> set[tuple[tuple[str, str, str, str], Verdict, str]]:
    return {(one.identity, one.verdict, key) for one in found.findings for key in one.data}


@settings(max_examples=40)
@given(st.lists(FLOWS, max_size=5, unique=True), st.randoms())
def test_no_finding_is_lost_or_made_by_waivers_and_their_order_does_not_matter(
    flows: list[tuple[str, str]], random: Random
) -> None:
    waivers = [waiver(source, target, line=number + 2) for number, (source, target) in enumerate(flows)]
    found = outcome(case(*ROWS), *waivers)
    assert identities(found) == identities(outcome(case(*ROWS)))
    shuffled = list(waivers)
    random.shuffle(shuffled)
    assert outcome(case(*ROWS), *shuffled) == found


@settings(max_examples=40)
@given(st.lists(FLOWS, max_size=5, unique=True))
def test_what_stays_open_is_what_a_case_without_these_flows_has(flows: list[tuple[str, str]]) -> None:
    """The same rows, the waived givers struck out of receives_from."""
    waivers = [waiver(source, target, line=number + 2) for number, (source, target) in enumerate(flows)]
    open_ = {one.sink for one in outcome(case(*ROWS), *waivers).findings if one.is_open}
    assert open_ == _reached_by_hand(flows)


def _reached_by_hand(waived: list[tuple[str, str]]) -> set[str]:
    flows = {
        ("platform-eu", "desk"),
        ("desk", "host"),
        ("platform-eu", "host"),
        ("desk", "lake"),
        ("host", "lake"),
        ("host", "pool"),
    }
    reached = {"platform-eu"}
    for _ in range(4):
        reached |= {target for source, target in flows - set(waived) if source in reached}
    return reached & {"lake", "pool"}


def test_a_finding_is_known_by_its_place_not_by_its_line() -> None:
    findings: tuple[Finding, ...] = outcome(case(DESK, LAKE)).findings
    assert told(outcome(case(DESK, LAKE))) == [("broken", "lake", "vendors.csv:3 [region]")]
    assert findings[0].identity == ("apart", "eu", "lake", "")
