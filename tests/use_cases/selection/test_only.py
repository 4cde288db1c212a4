"""A part of the register, meant by a selector, in every command."""

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.documents.parts.scope import Reason, Scope
from vendor_registry.documents.parts.selection import select
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import select as drawn
from vendor_registry.model.text.origin import UsageError
from vendor_registry.reports.pages.overview import overview
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.register import listing
from vendor_registry.use_cases.selection.only import about, only


def case() -> Case:
    """
    key | zone | region | engaged_by
    a   | eu   |        |
    b   | eu   | DE     | a
    c   | us   |        |
    """
    return make.case(
        make.engagement("a", region=""),
        make.engagement("b", engaged_by=("a",), line=3),
        make.engagement("c", zone="us", region="", line=4),
    )


def test_nothing_said_means_everything() -> None:
    assert only(case(), " ") is None


def test_a_selector_means_keys() -> None:
    assert only(case(), "vendor:A or vendor:C") == frozenset({"a", "c"})


def test_a_selector_that_means_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="matches nothing"):
        only(case(), "vendor:A and vendor:C")


def test_findings_of_others_and_the_rules_that_only_had_those_are_left_out() -> None:
    found = about(check(case()), frozenset({"a"}))
    assert {finding.sink for finding in found.findings} == {"a"}
    assert all(outcome.findings for outcome in found.outcomes if outcome.rule == "complete")
    none = about(check(case()), frozenset({"nobody"}))
    assert "complete" not in {outcome.rule for outcome in none.outcomes}


def test_lists_show_the_part() -> None:
    text = overview(case(), frozenset({"b"}))
    assert "1 engagement of 1 vendor" in text
    assert list(listing.table(case(), frozenset({"b", "platform-eu"})).index) == ["b"]


def test_an_excerpt_of_the_annex_says_who_was_left_out() -> None:
    selection = select(case(), Scope(selector="key:a", chosen=frozenset({"a"})))
    assert selection.sub_processors == ("A",)
    assert {one.vendor: one.reasons for one in selection.omissions} == {
        "B": (Reason.NOT_CHOSEN,),
        "C": (Reason.NOT_CHOSEN,),
    }


def test_a_diagram_keeps_the_flows_that_touch_the_part() -> None:
    selection = drawn(Question(case=case(), only=frozenset({"b"})))
    assert [(flow.source, flow.target) for flow in selection.flows] == [("a", "b")]
    assert {node.key for node in selection.nodes} == {"a", "b"}
