"""Chains of third parties are no longer than agreed."""

from datetime import date

from tests import make
from tests.rules.policy_rules import check, told
from vendor_registry.model.register.engagement import Engagement


def chain(*keys: str) -> list[Engagement]:
    """Rows, each engaged by the one before."""
    return [
        make.engagement(key, engaged_by=keys[number - 1 : number] if number else (), line=number + 2)
        for number, key in enumerate(keys)
    ]


def test_everyone_beyond_the_depth_is_found_with_the_chain() -> None:
    """we -> a -> b -> c -> d, and at most two in a row"""
    outcome = check(make.case(*chain("a", "b", "c", "d")), "max-depth", depth=2)
    assert told(outcome) == [
        ("broken", "c", "vendors.csv:4 [engaged_by]"),
        ("broken", "d", "vendors.csv:5 [engaged_by]"),
    ]
    assert "C (c) is number 3 in a chain of third parties (A -> B -> C), and at most 2" in outcome.findings[0].message
    assert [hop.flow.target for hop in outcome.findings[1].witness] == ["b", "c", "d"]


def test_a_chain_as_long_as_agreed_is_kept_and_shown() -> None:
    outcome = check(make.case(*chain("a", "b")), "max-depth", depth=2)
    assert outcome.findings == ()
    assert outcome.nearest == "a -> b"


def test_of_several_parents_the_longer_way_counts() -> None:
    """c is engaged by us' vendor a, and by b who is engaged by a."""
    rows = (*chain("a", "b"), make.engagement("c", engaged_by=("a", "b"), line=4))
    assert [one.sink for one in check(make.case(*rows), "max-depth", depth=2).findings] == ["c"]


def test_a_circle_behind_a_vendor_is_longer_than_any_depth() -> None:
    """we -> a -> b -> c -> b"""
    rows = (
        make.engagement("a"),
        make.engagement("b", engaged_by=("a", "c")),
        make.engagement("c", engaged_by=("b",)),
    )
    assert {one.sink for one in check(make.case(*rows), "max-depth", depth=40).findings} == {"b", "c"}


def test_a_circle_that_nobody_begins_has_no_end() -> None:
    rows = (make.engagement("a", engaged_by=("b",)), make.engagement("b", engaged_by=("a",)))
    outcome = check(make.case(*rows), "max-depth", depth=3)
    assert [one.sink for one in outcome.findings] == ["a", "b"]
    assert "engage each other in a circle" in outcome.findings[0].message


def test_an_engagement_that_has_ended_is_no_link() -> None:
    """we -> a -> b (ended) -> c: who engages c now is asked by another rule."""
    a, b, c = chain("a", "b", "c")
    ended = make.engagement("b", engaged_by=("a",), until=date(2026, 11, 22))
    assert check(make.case(a, b, c), "max-depth", depth=2).findings
    assert check(make.case(a, ended, c), "max-depth", depth=2).findings == ()


def test_only_the_selected_ends_are_judged() -> None:
    outcome = check(make.case(*chain("a", "b", "c", "d")), "max-depth", depth=2, where="key:d")
    assert [one.sink for one in outcome.findings] == ["d"]
    nobody = check(make.case(*chain("a")), "max-depth", depth=2, where="zone:us")
    assert told(nobody) == [("gap", "", "policy.toml:7 [rules.our-max-depth.where]")]


def test_a_chain_whose_data_comes_another_way_is_told_without_flows() -> None:
    """we -> a -> b, but b gets its data from the platform itself."""
    rows = (make.engagement("a"), make.engagement("b", engaged_by=("a",), receives_from=("platform-eu",)))
    [finding] = check(make.case(*rows), "max-depth", depth=1).findings
    assert finding.witness == ()
