"""Findings with a witness are signs on flows."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.grounds import Ground, GroundKind
from vendor_registry.drawing.picture.marks import Marks, marks, worse
from vendor_registry.drawing.picture.picture import Mark
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.register.flow import flow_key

CASE = make.case(make.engagement("elm", line=2), make.engagement("oak", line=3))
FLOWS = {flow.key: flow_key(flow) for flow in CASE.graph.flows}


def marked(*findings: Finding, kind: GroundKind = GroundKind.NONE_NEEDED) -> Marks:
    return marks(findings, {key: Ground(kind, "") for key in FLOWS.values()}, ("/home/ada/vendors.csv",))


def test_broken_and_gaps_are_numbered_each_for_themselves_by_where_they_are() -> None:
    found = marked(
        acme.finding(CASE, "oak"),
        acme.finding(CASE, "elm"),
        acme.finding(CASE, "oak", verdict=Verdict.GAP),
    )
    assert [remark.sign for remark in found.remarks] == ["V1", "V2", "?1"]
    assert found.signs == {FLOWS["elm"]: ("V1",), FLOWS["oak"]: ("V2", "?1")}
    assert found.of(FLOWS["oak"]) is Mark.BROKEN


def test_the_numbers_stay_when_rows_move() -> None:
    """Oak stands above elm in one sheet and below it in another."""
    moved = make.case(make.engagement("elm", line=3), make.engagement("oak", line=2))
    for case in (CASE, moved):
        found = marked(acme.finding(case, "oak", message="Oak"), acme.finding(case, "elm", message="Elm"))
        assert [(remark.sign, remark.text) for remark in found.remarks] == [
            ("V1", "Elm (apart)"),
            ("V2", "Oak (apart)"),
        ]


def test_a_waived_finding_has_a_sign_of_its_own_and_no_mark() -> None:
    found = marked(acme.finding(CASE, "oak", waived_by="waivers.csv:2, until 2027-01-31"), acme.finding(CASE, "elm"))
    assert [(remark.sign, remark.mark) for remark in found.remarks] == [("V1", Mark.BROKEN), ("W1", Mark.NONE)]
    assert found.remarks[1].text.startswith("Waived (waivers.csv:2, until 2027-01-31): ")
    assert found.signs[FLOWS["oak"]] == ("W1",)
    assert found.of(FLOWS["oak"]) is Mark.NONE


def test_a_finding_without_a_witness_and_a_warning_mark_nothing() -> None:
    found = marked(acme.finding(CASE), acme.finding(CASE, "oak", verdict=Verdict.WARNING))
    assert found.remarks == ()
    assert found.of(FLOWS["oak"]) is Mark.NONE


def test_a_transfer_without_a_ground_is_marked_whether_or_not_a_rule_says_so() -> None:
    assert marked(kind=GroundKind.NOT_COVERED).of(FLOWS["oak"]) is Mark.BROKEN
    assert marked(kind=GroundKind.UNKNOWN).of(FLOWS["oak"]) is Mark.GAP
    assert marked(acme.finding(CASE, "oak"), kind=GroundKind.UNKNOWN).of(FLOWS["oak"]) is Mark.BROKEN


def test_a_remark_names_the_rule_but_not_the_folder_of_a_file() -> None:
    [remark] = marked(acme.finding(CASE, "oak", message="See /home/ada/vendors.csv:3 \x1b[0m")).remarks
    assert remark.text == "See vendors.csv:3 \\x1b[0m (apart)"


def test_the_worst_of_no_marks_is_none() -> None:
    assert worse(()) is Mark.NONE
    assert worse((Mark.GAP, Mark.BROKEN, Mark.NONE)) is Mark.BROKEN
