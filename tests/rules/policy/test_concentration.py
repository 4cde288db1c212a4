"""Not too much stands behind one party."""

import pytest

from tests import make
from tests.rules.policy_rules import check, told

PRODUCTS = make.named("mail", "chat", "desk", "shop")


def test_a_vendor_behind_more_products_than_agreed_is_found() -> None:
    """
    key | vendor    | products
    a   | Northwind | mail; chat
    b   | Northwind | desk
    c   | Acme      | *
    d   | Contoso   | mail; chat
    """
    rows = (
        make.engagement("a", vendor="Northwind", products=("mail", "chat"), line=2),
        make.engagement("b", vendor="Northwind", products=("desk",), line=3),
        make.engagement("c", vendor="Acme", products=("*",), line=4),
        make.engagement("d", vendor="Contoso", products=("mail", "chat"), line=5),
    )
    case = make.case(*rows, products=PRODUCTS)
    outcome = check(case, "concentration", measure="products", by="vendor", at_most=50)
    assert told(outcome) == [("broken", "a", "vendors.csv:2 [vendor]"), ("broken", "c", "vendors.csv:4 [vendor]")]
    assert outcome.findings[0].message == (
        "Northwind stands behind 3 of 4 products (75 %), and at most 50 % are agreed: chat, desk, mail."
    )
    assert [str(cell) for cell in outcome.findings[0].related] == ["vendors.csv:3 [vendor]"]
    kept = check(case, "concentration", measure="products", by="vendor", at_most=100)
    assert (kept.findings, kept.nearest) == ((), "Acme with 100 %")


@pytest.mark.parametrize(("at_most", "found"), [(32, 1), (33, 1), (34, 0)])
def test_a_share_of_a_third_is_more_than_33_per_cent(at_most: int, found: int) -> None:
    case = make.case(make.engagement("a"), products=make.named("mail", "chat", "shop"))
    assert len(check(case, "concentration", measure="products", by="vendor", at_most=at_most).findings) == found


def test_categories_are_counted_by_the_narrowest() -> None:
    """content is content.body and content.subject: 2 of 4 with contact.email and payment."""
    case = make.case(make.engagement("a", data=("content",)))
    [finding] = check(case, "concentration", measure="data", by="vendor", at_most=49).findings
    assert finding.data == ("content.body", "content.subject")
    assert check(case, "concentration", measure="data", by="vendor", at_most=50).findings == ()


def test_a_blank_may_be_everything() -> None:
    case = make.case(make.engagement("a", data=None))
    outcome = check(case, "concentration", measure="data", by="vendor", at_most=80)
    assert told(outcome) == [("gap", "a", "vendors.csv:2 [vendor]")]
    assert "may stand" in outcome.findings[0].message


def test_companies_with_one_parent_are_one_group() -> None:
    """
    key | vendor | legal_name | parent   | products
    a   | Acme   | Acme GmbH  | Holdings | mail
    b   | Bolt   | Bolt Ltd   | Holdings | chat
    c   | Corn   | Corn Ltd   |          | mail
    """
    case = make.case(
        make.engagement("a", parent="Holdings", products=("mail",)),
        make.engagement("b", parent="Holdings", products=("chat",)),
        make.engagement("c", legal_name="Corn Ltd", products=("mail",)),
        products=make.named("mail", "chat"),
    )
    outcome = check(case, "concentration", measure="products", by="group", at_most=50)
    [finding] = outcome.findings
    assert finding.message.startswith("Holdings stands behind 2 of 2 products")
    assert [cell.column for cell in (finding.cell, *finding.related)] == ["parent", "parent"]


def test_affiliates_are_one_group_and_others_are_their_legal_entity() -> None:
    """
    key | vendor  | legal_name | affiliate | products
    a   | Acme EU | Acme GmbH  | yes       | mail
    b   | Acme US | Acme, Inc. | yes       | chat
    c   | North   | North Ltd  |           | desk
    d   | Wind    | North Ltd  |           | shop
    """
    rows = (
        make.engagement("a", vendor="Acme EU", legal_name="Acme GmbH", affiliate=True, products=("mail",)),
        make.engagement("b", vendor="Acme US", legal_name="Acme, Inc.", affiliate=True, products=("chat",)),
        make.engagement("c", vendor="North", legal_name="North Ltd", products=("desk",)),
        make.engagement("d", vendor="Wind", legal_name="North Ltd", products=("shop",)),
    )
    case = make.case(*rows, products=PRODUCTS)
    assert check(case, "concentration", measure="products", by="vendor", at_most=25).findings == ()
    outcome = check(case, "concentration", measure="products", by="group", at_most=25)
    assert [one.message.split(" stands")[0] for one in outcome.findings] == ["our own group", "North Ltd"]


def test_a_country_is_the_seat() -> None:
    rows = (make.engagement("a", country="US", region="DE"), make.engagement("b", products=("chat",)))
    case = make.case(*rows, products=make.named("mail", "chat"))
    assert check(case, "concentration", measure="products", by="country", at_most=50).findings == ()
    outcome = check(case, "concentration", measure="products", by="country", at_most=49, where="country:US")
    assert told(outcome) == [("broken", "a", "vendors.csv:2 [country]")]


def test_a_policy_without_products_has_no_shares_of_them() -> None:
    outcome = check(make.case(products={}), "concentration", measure="products", by="vendor", at_most=50)
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-concentration.measure]")]
