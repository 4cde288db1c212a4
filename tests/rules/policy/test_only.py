"""These categories reach only these third parties."""

from datetime import date

from tests import make
from tests.rules.policy_rules import check, told


def test_whoever_is_not_on_the_list_must_not_be_reached() -> None:
    """
    key  | data    | engaged_by
    desk | content |
    lake | content | desk
    mail | contact |
    """
    rows = (
        make.engagement("desk", line=2),
        make.engagement("lake", engaged_by=("desk",), line=3),
        make.engagement("mail", data=("contact",), line=4),
    )
    outcome = check(make.case(*rows), "only", to="key:desk", data=("content",))
    assert told(outcome) == [("broken", "lake", "vendors.csv:3 [data]")]
    assert "whom the list of those who may have it does not name" in outcome.findings[0].message
    assert check(make.case(*rows), "only", to="key:desk or key:lake", data=("content",)).findings == ()


def test_the_list_is_kept_with_the_nearest_miss() -> None:
    rows = (make.engagement("desk"), make.engagement("mail", data=("contact",)))
    outcome = check(make.case(*rows), "only", to="key:desk", data=("content",))
    assert outcome.examined == "content: 1 may, 1 other third party, 0 reached"
    assert outcome.nearest == "mail gets contact"


def test_a_blank_that_decides_whether_it_is_on_the_list_is_a_gap() -> None:
    """
    key  | region
    desk |
    """
    rows = (make.engagement("desk", region="", line=2), make.engagement("safe", line=3))
    outcome = check(make.case(*rows), "only", to="key:safe or country:FR", data=("content",))
    assert told(outcome) == [("gap", "desk", "vendors.csv:2 [data]")]


def test_a_list_on_which_nobody_is_lets_nobody_have_it() -> None:
    """
    key  | parent_country
    desk | GB
    mist |
    """
    rows = (
        make.engagement("desk", parent_country="GB", line=2),
        make.engagement("mist", line=3),
        make.engagement("mail", data=("contact",), parent_country="US", line=4),
    )
    outcome = check(make.case(*rows), "only", to="parent:EEA", data=("content",))
    assert told(outcome) == [("broken", "desk", "vendors.csv:2 [data]"), ("gap", "mist", "vendors.csv:3 [data]")]
    alone = check(make.case(rows[0], as_of=date(2021, 1, 1)), "only", to="parent:EEA", data=("content",))
    assert told(alone) == [("broken", "desk", "vendors.csv:2 [data]")]
    nobody = check(make.case(rows[0]), "only", to="parent:EEA", data=("payment",))
    assert (nobody.findings, nobody.examined) == ((), "payment: 0 may, 1 other third party, 0 reached")
    [empty] = check(make.case(), "only", to="parent:EEA", data=("content",)).findings
    assert empty.verdict == "gap"


def test_a_list_of_somebody_unknown_is_told_and_nobody_is_accused() -> None:
    outcome = check(make.case(make.engagement("desk")), "only", to="vendor:Nobody", data=("content",))
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-only.to]")]
