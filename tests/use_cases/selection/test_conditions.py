"""What is left of a register where a condition does not hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.documents.annex import annex
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.selection.conditions import under


def row(key: str, *condition: str, **more: object) -> Engagement:
    return make.engagement(key, condition=condition, **more)


def register(*rows: Engagement) -> Case:
    named = {"ai": "AI features are on", "sms": "the customer sends SMS"}
    conditions = {key: make.named(key)[key].__class__(key=key, name={"": name}) for key, name in named.items()}
    return make.case(*rows, conditions=conditions)


def keys(case: Case) -> list[str]:
    return [one.key for one in case.running]


CASE = register(
    row("always"),
    row("model", "ai", country="US", region="US"),
    row("texts", "sms"),
    row("both", "ai", "sms"),
    row("behind", engaged_by=("model",)),
    row("shared", engaged_by=("model", "always"), instead_of=("texts",)),
)


@pytest.mark.parametrize(
    ("holding", "not_holding", "left"),
    [
        ((), (), ["always", "behind", "both", "model", "shared", "texts"]),
        ((), ("ai",), ["always", "shared", "texts"]),
        (("ai",), (), ["always", "behind", "model", "shared"]),
        (("ai", "sms"), (), ["always", "behind", "both", "model", "shared", "texts"]),
        ((), ("ai", "sms"), ["always", "shared"]),
    ],
)
def test_who_is_left_where_conditions_hold_or_do_not(
    holding: tuple[str, ...], not_holding: tuple[str, ...], left: list[str]
) -> None:
    """Several conditions of a row must all hold; whom only somebody engages who is left out is left out as well."""
    assert keys(under(CASE, holding, not_holding)) == left


def test_without_options_a_condition_is_judged_as_if_it_held() -> None:
    """Law and isolation look at what may happen: a transfer that takes place only for some is one."""
    assert {one.flow.target for one in transfers(CASE) if one.importer_country == "US"} == {"model"}
    assert all(one.flow.target != "model" for one in transfers(under(CASE, (), ("ai",))))


def test_what_is_left_names_nobody_who_is_left_out() -> None:
    shared = under(CASE, (), ("ai", "sms")).registry.by_key["shared"]
    assert (shared.engaged_by, shared.instead_of) == (("always",), ())


@pytest.mark.parametrize(
    ("holding", "not_holding", "said"),
    [
        (("smss",), (), 'There is no condition "smss"; did you mean "sms"?'),
        ((), ("weather",), 'There is no condition "weather"; the policy has ai, sms.'),
        (("ai",), ("ai",), 'The condition "ai" cannot both hold and not hold; leave one of the two options out.'),
    ],
)
def test_a_condition_that_cannot_be_meant(holding: tuple[str, ...], not_holding: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        under(CASE, holding, not_holding)
    assert str(refused.value) == said


@given(st.permutations(CASE.registry.engagements), st.sets(st.sampled_from(["ai", "sms"])))
def test_the_order_of_rows_decides_nothing(rows: list[Engagement], failing: set[str]) -> None:
    assert keys(under(register(*rows), (), failing)) == keys(under(CASE, (), failing))


def text(case: Case) -> str:
    return as_markdown(annex(case)).decode()


def test_the_annex_groups_what_applies_under_a_condition_and_says_which() -> None:
    """
    key    | vendor | condition
    always | Acme   |
    extra  | Acme   | ai
    """
    said = text(register(row("always", vendor="Acme"), row("extra", "ai", vendor="Acme")))
    assert said.count("| **Acme**") == 2
    assert "### Only if: AI features are on" in said
    assert said.index("### Hosting") < said.index("### Only if")
    assert "Only if" not in text(under(register(row("always"), row("extra", "ai")), (), ("ai",)))


def test_alternatives_are_both_listed_each_with_the_other() -> None:
    """
    key | vendor | zone | instead_of
    x   | Xavier | eu   |
    y   | Yvonne | us   | x
    """
    case = register(row("x", vendor="Xavier"), row("y", vendor="Yvonne", zone="us", instead_of=("x",)))
    said = text(case)
    assert "Alternative to: Yvonne" in said
    assert "Alternative to: Xavier" in said


def test_who_leaves_soon_stands_in_a_section_of_its_own_and_in_the_list_until_then() -> None:
    """
    key  | until
    soon | 2026-12-31, five weeks ahead
    far  | 2029-12-31
    """
    case = register(row("soon", until=date(2026, 12, 31)), row("far", until=date(2029, 12, 31)))
    listed, _, leaving = text(case).partition("## Leaving")
    assert "| **Soon**" in listed
    assert "| **Soon** | Hosting | 31 December 2026 |" in leaving
    assert "Far" not in leaving
