"""What a finding is known by."""

import random
from dataclasses import replace

from tests.reports import sample
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.text.origin import Cell
from vendor_registry.reports.parts.fingerprints import fingerprints

ROW = replace(sample.GAP, sink="evil")


def _name(finding: Finding) -> str:
    [name] = fingerprints([finding])
    return name


def test_rows_words_and_verdicts_may_change() -> None:
    moved = replace(
        ROW, cell=Cell("data/vendors.csv", 77, "region"), message="Else", verdict=Verdict.BROKEN, data=("x",)
    )
    assert _name(moved) == _name(ROW)


def test_another_rule_home_sink_or_column_is_another_finding() -> None:
    others = (
        replace(ROW, rule="other"),
        replace(ROW, home="eu"),
        replace(ROW, sink="good"),
        replace(ROW, cell=replace(ROW.cell, column="data")),
    )
    assert len({_name(one) for one in (ROW, *others)}) == 5


def test_what_a_chain_proves_is_known_by_where_it_arrives() -> None:
    other_way = replace(sample.TWO_WAYS, cell=Cell("data/vendors.csv", 4, "access_from"), source="platform-2")
    assert _name(other_way) == _name(sample.BROKEN)


def test_findings_of_one_identity_are_numbered_by_what_they_say() -> None:
    """Two findings of a rule at one cell: their numbers do not depend on lines or on the order they come in."""
    two = [replace(ROW, message=text, cell=replace(ROW.cell, line=line)) for text, line in (("a", 9), ("b", 3))]
    turned = [replace(one, cell=replace(one.cell, line=20 - one.cell.line)) for one in two]
    assert [name.partition(":")[2] for name in fingerprints(two)] == ["1", "2"]
    assert list(fingerprints(turned[::-1])) == list(fingerprints(two))[::-1]


def test_no_two_findings_of_a_report_share_a_name() -> None:
    findings = [replace(ROW, message=f"{number % 3}") for number in range(9)] + [sample.BROKEN, sample.WAIVED]
    random.Random(1).shuffle(findings)
    assert len(set(fingerprints(findings))) == len(findings)
