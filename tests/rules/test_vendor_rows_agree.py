"""Rows of one vendor say the same of it."""

from tests import make
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.vendor_rows_agree import check

SPEC = RuleSpec(id="vendor-rows-agree", type="vendor-rows-agree")


def test_two_seats_for_one_vendor_are_told_with_both_cells() -> None:
    """
    line | key | vendor | country
    2    | a   | Acme   | DE
    3    | b   | Acme   | US
    """
    rows = (
        make.engagement("a", vendor="Acme", legal_name="Acme", line=2),
        make.engagement("b", vendor="Acme", legal_name="Acme", country="US", line=3),
    )
    [finding] = check(make.case(*rows), SPEC).findings
    assert str(finding.cell) == "vendors.csv:3 [country]"
    assert finding.message == 'Acme: country is "US" here and "DE" at vendors.csv:2 [country].'
    assert [str(cell) for cell in finding.related] == ["vendors.csv:2 [country]"]


def test_rows_that_agree_and_other_vendors_are_left_alone() -> None:
    rows = (
        make.engagement("a", vendor="Acme", legal_name="Acme", line=2),
        make.engagement("b", vendor="Acme", legal_name="Acme", line=3),
        make.engagement("c", vendor="Bolt", country="US", line=4),
    )
    outcome = check(make.case(*rows), SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "1 vendor with more than one row"


def test_the_first_row_that_fills_the_cell_is_the_measure_whatever_the_keys() -> None:
    """
    line | key | vendor | address
    2    | z   | Acme   | Here 1
    3    | a   | Acme   | There 2
    """
    rows = (
        make.engagement("z", vendor="Acme", legal_name="Acme", address="Here 1", line=2),
        make.engagement("a", vendor="Acme", legal_name="Acme", address="There 2", line=3),
    )
    [finding] = check(make.case(*rows), SPEC).findings
    assert str(finding.cell) == "vendors.csv:3 [address]"
