"""A vendor's vendor gets no more than the vendor may have."""

from tests import make
from tests.rules.policy_rules import check, told


def test_more_than_the_vendor_has_is_found() -> None:
    """
    key  | engaged_by | data
    desk |            | contact.email
    lake | desk       | contact.email; payment
    """
    rows = (
        make.engagement("desk", data=("contact.email",), line=2),
        make.engagement("lake", engaged_by=("desk",), data=("contact.email", "payment"), line=3),
    )
    outcome = check(make.case(*rows), "onward-subset")
    assert told(outcome) == [("broken", "lake", "vendors.csv:3 [data]")]
    assert outcome.findings[0].data == ("payment",)
    assert outcome.findings[0].message == (
        "Lake (lake) gets payment, although Desk (desk), which engages it, may have only contact.email."
    )


def test_a_wider_category_is_more_and_a_narrower_is_not() -> None:
    """
    key  | engaged_by | data
    desk |            | contact.email; content
    lake | desk       | contact
    mail | desk       | content.body
    """
    rows = (
        make.engagement("desk", data=("contact.email", "content")),
        make.engagement("lake", engaged_by=("desk",), data=("contact",)),
        make.engagement("mail", engaged_by=("desk",), data=("content.body",)),
    )
    assert [one.sink for one in check(make.case(*rows), "onward-subset").findings] == ["lake"]


def test_several_who_engage_it_count_together() -> None:
    rows = (
        make.engagement("desk", data=("contact",)),
        make.engagement("host", data=("content",)),
        make.engagement("lake", engaged_by=("desk", "host"), data=("contact", "content")),
    )
    outcome = check(make.case(*rows), "onward-subset")
    assert outcome.findings == ()
    assert outcome.examined == "1 engagement by a vendor"


def test_a_blank_of_either_is_a_gap_where_it_decides() -> None:
    """
    key  | engaged_by | data
    desk |            |
    lake | desk       | payment
    host |            | content
    mail | host       |
    """
    rows = (
        make.engagement("desk", data=None, line=2),
        make.engagement("lake", engaged_by=("desk",), data=("payment",), line=3),
        make.engagement("host", data=("content",), line=4),
        make.engagement("mail", engaged_by=("host",), data=None, line=5),
        make.engagement("cdn", engaged_by=("desk", "host"), data=("content.body",), line=6),
    )
    assert told(check(make.case(*rows), "onward-subset")) == [
        ("gap", "lake", "vendors.csv:2 [data]"),
        ("gap", "mail", "vendors.csv:5 [data]"),
    ]


def test_a_selector_that_matches_nothing_is_told() -> None:
    outcome = check(make.case(make.engagement("desk")), "onward-subset", where="zone:us")
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-onward-subset.where]")]
