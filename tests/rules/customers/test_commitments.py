"""What single customers were promised, and whether it is kept."""

from dataclasses import replace
from typing import Any

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.ledger.notice import Objection
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Commitment, Customer
from vendor_registry.model.register.place import UNKNOWN_ACCESS
from vendor_registry.rules.judge import judge
from vendor_registry.rules.policy.isolation import Isolation

EU_ONLY = (Commitment(text="zone eu only", zone="eu"),)
APART = RuleSpec(id="regions-apart", type="isolation", parameters=Isolation(between=("eu", "us"), data=("content",)))


def customer(**changes: Any) -> Customer:
    values: dict[str, Any] = {"key": "acme", "name": "Acme", "zone": "eu", "commitments": EU_ONLY}
    return Customer(**(values | changes), file="customers.csv", line=2)


def found(case: Case, *customers: Customer, waivers: tuple[Waiver, ...] = ()) -> list[Finding]:
    case = replace(case, customers=customers)
    [outcome] = [one for one in judge(case, waivers) if one.type == "commitments"]
    return list(outcome.findings)


def test_nobody_is_promised_anything_without_customers() -> None:
    assert not [one for one in judge(make.case(make.engagement("a"))) if one.type == "commitments"]


def test_a_sub_processor_inside_the_zone_keeps_the_promise() -> None:
    assert found(make.case(make.engagement("a", zone="eu", region="DE; EEA")), customer()) == []


def test_a_place_outside_breaks_it_at_its_cell() -> None:
    [one] = found(make.case(make.engagement("a", zone="eu", region="DE; US")), customer())
    assert (one.verdict, str(one.cell)) == (Verdict.BROKEN, "vendors.csv:2 [region]")
    assert "processes in US" in one.message
    assert [str(cell) for cell in one.related] == ["customers.csv:2 [commitments]"]


def test_remote_access_from_outside_breaks_it_too() -> None:
    [one] = found(make.case(make.engagement("a", zone="eu", region="DE", access_from="IN")), customer())
    assert (one.verdict, one.cell.column) == (Verdict.BROKEN, "access_from")


def test_a_blank_place_is_a_gap() -> None:
    [one] = found(make.case(make.engagement("a", zone="eu", region="")), customer())
    assert (one.verdict, one.cell.column) == (Verdict.GAP, "region")


def test_access_that_is_not_known_is_a_gap_too() -> None:
    [one] = found(make.case(make.engagement("a", zone="eu", region="DE", access_from=UNKNOWN_ACCESS)), customer())
    assert (one.verdict, one.cell.column) == (Verdict.GAP, "access_from")
    assert one.message.endswith("and from where A (a) may reach in is not known.")


def test_what_the_customer_does_not_get_breaks_nothing() -> None:
    rows = (
        make.engagement("other-zone", zone="us", region="US"),
        make.engagement("other-product", zone="eu", region="US", products=("chat",)),
        make.engagement("other-condition", zone="eu", region="US", condition=("ai",)),
        make.engagement("controller", zone="eu", region="US", role="controller"),
    )
    assert found(make.case(*rows), customer(products=("mail",), conditions=())) == []


def test_customers_with_the_same_promise_are_told_together() -> None:
    many = [customer(key=f"c{number}", name=f"Customer {number}") for number in range(5)]
    [one] = found(make.case(make.engagement("a", zone="eu", region="US")), *many)
    assert one.message.startswith("Customer 0, Customer 1, Customer 2 and 2 more were promised")


def promised_rule(case: Case, *waivers: Waiver, **changes: Any) -> list[Finding]:
    return found(
        case,
        customer(commitments=(Commitment(text="regions-apart", rule="regions-apart"),), **changes),
        waivers=waivers,
    )


def broken() -> Case:
    return make.case(make.engagement("a", zone="eu", region="US"), rules=(APART,))


def test_a_promised_rule_that_is_broken_breaks_the_promise() -> None:
    [one] = promised_rule(broken())
    assert (one.verdict, str(one.cell)) == (Verdict.BROKEN, "customers.csv:2 [commitments]")


def test_a_waiver_of_ours_binds_no_customer() -> None:
    waiver = Waiver(
        rule="regions-apart", source="platform-eu", target="a", data=(), reason="Moving", approved_by="Ada",
        granted=make.DAY, expires=make.DAY, file="waivers.csv", line=2,
    )  # fmt: skip
    outcomes: tuple[Outcome, ...] = judge(replace(broken(), waivers=(waiver,)), (waiver,))
    assert all(one.waived_by for outcome in outcomes if outcome.rule == "regions-apart" for one in outcome.findings)
    assert len(promised_rule(broken(), waiver)) == 1


def test_a_rule_broken_for_others_only_breaks_no_promise() -> None:
    assert promised_rule(broken(), zone="us") == []


def test_a_promised_rule_that_is_kept_is_no_finding() -> None:
    assert promised_rule(make.case(make.engagement("a", zone="eu", region="DE"), rules=(APART,))) == []


def test_a_vendor_that_the_customer_objected_to_is_not_its_vendor() -> None:
    case = make.case(make.engagement("a", zone="eu", region="US"))
    one = Objection(number=1, notice=1, customer="acme", vendor="A", received_on=make.DAY, reason="No")
    assert len(found(case, customer())) == 1
    assert found(replace(case, objections=(one,)), customer()) == []
    assert len(found(replace(case, objections=(replace(one, late=True),)), customer())) == 1
