"""Whose terms count: a contract's before the policy's."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from vendor_registry.case.promises import objected, terms
from vendor_registry.law.periods.terms import Terms
from vendor_registry.model.ledger.notice import Objection, Outcome
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.customer import Customer

POLICY = make.case(notice=NoticeTerms(change_days=20, objection_business_days=5)).policy
AT_HOME = replace(POLICY, company=replace(POLICY.company, country="SE"))
BLANK = Customer(key="north", name="North", file="customers.csv", line=2)


def test_what_the_policy_promises_counts_where_no_contract_says_more() -> None:
    promised = Terms(notice_days=20, objection_days=5, objection_in="business", country="SE")
    assert terms(AT_HOME) == terms(AT_HOME, BLANK) == promised


def test_a_contract_goes_before_the_policy_cell_by_cell() -> None:
    own = replace(BLANK, country="DE", notice_days=45)
    assert terms(AT_HOME, own) == replace(terms(AT_HOME), notice_days=45, country="DE")
    assert terms(AT_HOME, replace(own, objection_days=14)).objection_in == "calendar"


def test_a_contract_may_count_business_days() -> None:
    own = terms(AT_HOME, replace(BLANK, notice_days=15, objection_days=0, days="business"))
    assert own == Terms(notice_days=15, objection_days=0, notice_in="business", objection_in="business", country="SE")


@pytest.mark.parametrize(
    ("outcome", "late", "held"),
    [
        (Outcome.OPEN, False, True),
        (Outcome.OPEN, True, False),
        (Outcome.UPHELD, True, True),
        (Outcome.DISMISSED, False, False),
        (Outcome.WITHDRAWN, False, False),
    ],
)
def test_a_vendor_is_held_back_from_who_objected_in_time_or_was_right(outcome: Outcome, late: bool, held: bool) -> None:
    one = Objection(
        number=1, notice=1, customer="north", vendor="Cloud", received_on=date(2026, 12, 1), reason="No", late=late,
        outcome=outcome,
    )  # fmt: skip
    case = replace(make.case(make.engagement(key="cloud", vendor="Cloud")), objections=(one,))
    assert objected(case, BLANK) == ({"cloud"} if held else frozenset())
    assert objected(case, replace(BLANK, key="south")) == frozenset()
