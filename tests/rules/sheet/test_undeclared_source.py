"""Data that somebody hands on although nothing says they got it."""

from typing import Any

from tests import make
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.rules.sheet.undeclared_source import check

SPEC = RuleSpec(id="undeclared-source", type="undeclared-source")


def found(*rows: Any) -> list[Finding]:
    return list(check(make.case(*rows), SPEC).findings)


def row(key: str, *from_: str, data: tuple[str, ...] | None = ("content",), line: int = 2, **changes: Any) -> Any:
    return make.engagement(key, receives_from=from_, data=data, line=line, **changes)


def pairs(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.source, finding.data) for finding in findings]


def test_data_that_never_reaches_the_giver_is_told_at_the_row_that_claims_it() -> None:
    """
    key | receives_from | data
    a   | platform-eu   | contact
    b   | a             | contact; content
    """
    [finding] = found(row("a", "platform-eu", data=("contact",)), row("b", "a", data=("contact", "content"), line=3))
    assert finding.verdict is Verdict.BROKEN
    assert (finding.data, finding.source, finding.sink, finding.home) == (("content",), "a", "b", "eu")
    assert str(finding.cell) == "vendors.csv:3 [data]"
    assert finding.message == "b gets content from a, but nothing says that a ever got it."
    assert [str(cell) for cell in finding.related] == ["vendors.csv:2 [data]"]


def test_a_parent_or_a_child_that_arrived_is_enough() -> None:
    """
    key | receives_from | data
    a   | platform-eu   | content.body
    b   | a             | content
    c   | platform-eu   | content
    d   | c             | content.body
    """
    rows = (row("a", "platform-eu", data=("content.body",)), row("b", "a"), row("c", "platform-eu"))
    assert found(*rows, row("d", "c", data=("content.body",))) == []


def test_a_brother_that_arrived_is_not() -> None:
    """
    key | receives_from | data
    a   | platform-eu   | content.body
    b   | a             | content.subject
    """
    rows = (row("a", "platform-eu", data=("content.body",)), row("b", "a", data=("content.subject",)))
    assert pairs(found(*rows)) == [("a", ("content.subject",))]


def test_a_blank_further_up_leaves_it_open() -> None:
    """
    key | receives_from | data
    a   | platform-eu   |
    b   | a             | content
    """
    [finding] = found(row("a", "platform-eu", data=None), row("b", "a"))
    assert finding.verdict is Verdict.GAP
    assert "blank cells decide whether a ever got it" in finding.message


def test_a_blank_that_cannot_bring_it_leaves_nothing_open() -> None:
    """platform-eu is given content and contact only."""
    [finding] = found(row("a", "platform-eu", data=None), row("b", "a", data=("payment",)))
    assert finding.verdict is Verdict.BROKEN


def test_the_first_of_a_chain_is_told_and_those_behind_it_are_not() -> None:
    """
    key | receives_from | data
    a   | platform-eu   | contact
    b   | a             | content
    c   | b             | content
    """
    rows = (row("a", "platform-eu", data=("contact",)), row("b", "a"), row("c", "b"))
    assert pairs(found(*rows)) == [("a", ("content",))]


def test_a_ring_that_nothing_enters_starts_everywhere_and_one_that_is_fed_nowhere() -> None:
    """
    key | receives_from | data
    a   | b             | content
    b   | a             | content
    """
    assert pairs(found(row("a", "b"), row("b", "a"))) == [("b", ("content",)), ("a", ("content",))]
    assert found(row("a", "b", "platform-eu"), row("b", "a")) == []


def test_behind_a_ring_nothing_is_told() -> None:
    """
    key | receives_from | data
    a   | b             | content
    b   | a             | content
    c   | b             | content
    d   | c             | content
    """
    findings = found(row("a", "b"), row("b", "a"), row("c", "b"), row("d", "c"))
    assert {finding.source for finding in findings} == {"a", "b"}


def test_what_a_narrower_label_does_not_bring_starts_where_it_is_claimed() -> None:
    """
    key | receives_from | data
    a   | platform-eu   | contact
    b   | a             | content.body       (starts at a)
    c   | b             | content            (content.body arrived at b: enough)
    d   | c             | content.subject    (never arrived at c)
    """
    rows = (
        row("a", "platform-eu", data=("contact",)),
        row("b", "a", data=("content.body",)),
        row("c", "b"),
        row("d", "c", data=("content.subject",)),
    )
    assert pairs(found(*rows)) == [("a", ("content.body",)), ("c", ("content.subject",))]


def test_what_arrives_anonymised_has_not_arrived() -> None:
    rows = (row("a", "platform-eu", de_identified=DeIdentified.ANONYMISED), row("b", "a"))
    assert pairs(found(*rows)) == [("a", ("content",))]


def test_each_flow_that_claims_it_is_told() -> None:
    """
    key  | receives_from | data
    a    | platform-eu   | contact
    b, c | a             | content
    """
    findings = found(row("a", "platform-eu", data=("contact",)), row("b", "a", line=3), row("c", "a", line=4))
    assert [finding.sink for finding in findings] == ["b", "c"]


def test_a_kept_rule_says_how_many_flows_it_looked_at() -> None:
    outcome = check(make.case(row("a", "platform-eu"), row("b", "a"), row("c", "a")), SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "2 flows from third parties"
