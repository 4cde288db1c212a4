"""Whoever a product's data reaches is in its annex, and the other way round."""

from tests import make
from tests.rules.policy_rules import check, told
from vendor_registry.model.register.engagement import Role

TWO = make.named("mail", "chat")


def test_a_fourth_party_that_is_no_sub_processor_by_its_row_is_found_with_the_chain() -> None:
    """
    key  | role          | engaged_by | data
    desk | sub-processor |            | content
    lake | processor     | desk       | content
    """
    rows = (make.engagement("desk", line=2), make.engagement("lake", engaged_by=("desk",), role=Role.PROCESSOR, line=3))
    outcome = check(make.case(*rows), "disclosed", data=("content",))
    assert told(outcome) == [("broken", "lake", "vendors.csv:3 [role]")]
    assert "whom the annex of mail does not name (its role is processor)" in outcome.findings[0].message
    assert [hop.flow.target for hop in outcome.findings[0].witness] == ["desk", "lake"]


def test_data_that_customers_do_not_entrust_may_go_elsewhere() -> None:
    rows = (make.engagement("desk"), make.engagement("pay", role=Role.PROCESSOR, data=("contact",)))
    assert check(make.case(*rows), "disclosed", data=("content",)).findings == ()
    assert len(check(make.case(*rows), "disclosed", data=("contact",)).findings) == 1
    assert len(check(make.case(*rows), "disclosed").findings) == 1


def test_a_row_that_does_not_name_the_product_is_found() -> None:
    """
    key  | products | receives_from
    desk | chat     | platform-eu (of mail only)
    """
    row = make.engagement("desk", products=("chat",), receives_from=("platform-eu",))
    outcome = check(make.case(row, products=TWO), "disclosed", data=("content",), products=("mail",))
    assert told(outcome) == [("broken", "desk", "vendors.csv:2 [products]")]


def test_a_vendor_of_one_product_gets_from_a_shared_system_the_data_of_that_one() -> None:
    """
    key  | products | systems: shared (mail and chat)
    desk | chat     |
    lake | mail     | engaged_by desk: hands on what is not its own
    """
    systems = {"shared": make.system("shared", zone="eu", region="DE", products=("mail", "chat"))}
    desk = make.engagement("desk", products=("chat",))
    assert check(make.case(desk, products=TWO, systems=systems), "disclosed", data=("content",)).findings == ()
    lake = make.engagement("lake", products=("mail",), engaged_by=("desk",), line=3)
    case = make.case(desk, lake, products=TWO, systems=systems)
    assert {one.sink for one in check(case, "disclosed", data=("content",), products=("chat",)).findings} == {"lake"}


def test_whoever_is_listed_in_vain_is_found() -> None:
    """
    key  | products | receives_from
    desk | *        | platform-eu (of mail only)
    """
    row = make.engagement("desk", products=("*",), receives_from=("platform-eu",))
    outcome = check(make.case(row, products=TWO), "disclosed", data=("content",))
    assert told(outcome) == [("broken", "desk", "vendors.csv:2 [products]")]
    assert "The annex of chat names Desk (desk), but no data of the product reaches it" in outcome.findings[0].message


def test_blanks_that_decide_are_gaps_both_ways() -> None:
    """
    key  | role          | data
    desk | sub-processor |
    pay  | processor     |
    """
    rows = (make.engagement("desk", data=None, line=2), make.engagement("pay", role=Role.PROCESSOR, data=None, line=3))
    outcome = check(make.case(*rows), "disclosed", data=("content",))
    assert told(outcome) == [("gap", "desk", "vendors.csv:2 [data]"), ("gap", "pay", "vendors.csv:3 [role]")]


def test_agreed_exceptions_are_left_out() -> None:
    rows = (make.engagement("desk"), make.engagement("court", role=Role.RECIPIENT))
    assert len(check(make.case(*rows), "disclosed", data=("content",)).findings) == 1
    assert check(make.case(*rows), "disclosed", data=("content",), besides="role:recipient").findings == ()


def test_words_that_match_nothing_are_told() -> None:
    outcome = check(
        make.case(make.engagement("desk")),
        "disclosed",
        data=("content",),
        products=("mail", "fax"),
        besides="role:recipient",
    )
    assert told(outcome) == [
        ("gap", "", "policy.toml:7 [rules.our-disclosed.besides]"),
        ("gap", "", "policy.toml:7 [rules.our-disclosed.products]"),
    ]
