"""What holds for the findings of every rule, tried on the examples of their pages."""

import re
from pathlib import Path

import pytest

from tests.rules.test_pages import findings
from vendor_registry.model.findings.finding import Finding
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.rule import Rule

JARGON = re.compile(r"\b(labels?|at home|homes?|barred|spread|sinks?|witness|nodes?)\b", re.I)


@pytest.fixture(params=RULES, ids=lambda rule: rule.id)
def found(request: pytest.FixtureRequest, tmp_path: Path) -> list[Finding]:
    rule: Rule = request.param
    told = findings(rule, tmp_path)
    assert told, "the example on the page of a rule is one that the rule finds fault with"
    return told


def test_each_is_a_sentence_in_words_that_people_use(found: list[Finding]) -> None:
    for finding in found:
        mends = [finding.mend, *([finding.shared.mend] if finding.shared else [])]
        told = [finding.message, *([finding.shared.sentence] if finding.shared else []), *mends]
        assert all(text.endswith((".", "?")) for text in told), told  # some begin with the name of a category
        assert all(text[0].isupper() for text in mends), mends
        assert [text for text in told if JARGON.search(text)] == []


def test_what_rows_share_does_not_name_one_of_them(found: list[Finding]) -> None:
    for finding in found:
        if finding.shared and finding.sink:
            assert f"({finding.sink})" not in finding.shared.sentence
            assert finding.shared.fact


def test_the_cells_that_settle_it_are_cells_that_it_tells_of(found: list[Finding]) -> None:
    for finding in found:
        told = {finding.cell, *finding.related, *(hop.flow.cell for hop in finding.witness)}
        told |= {flow.cell for flow in finding.cut}
        rows = {(cell.file, cell.line) for cell in told}
        assert all(way for way in finding.settled_by), "a way of no cells would settle it already"
        assert {(cell.file, cell.line) for way in finding.settled_by for cell in way} <= rows
