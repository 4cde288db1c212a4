"""One way to say which nodes are meant."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.case.selector_syntax import SelectorError
from vendor_registry.case.selectors import choose, parse, select
from vendor_registry.model.policy.party import Entity
from vendor_registry.model.policy.policy import OwnFlow
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import UsageError

CASE = make.case(
    make.engagement("desk", vendor="Acme, Inc.", country="US", region="DE", service="support", data=("contact.email",)),
    make.engagement("lake", vendor="Northwind", zone="us", region="US", role=Role.PROCESSOR, data=("content",)),
    make.engagement("mist", vendor="Foggy", zone="*", region="", data=None, products=("*",)),
    make.engagement("wide", vendor="Wide", region="EEA", data=("payment",), access_from="IN"),
)


def chosen(text: str) -> tuple[str, ...]:
    return select(CASE, parse(text))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("key:desk", ("desk",)),
        ("vendor:northwind", ("lake",)),
        ("vendor:'acme,   INC.'", ("desk",)),
        ('vendor:"Desk GmbH"', ("desk",)),
        ("service:support", ("desk",)),
        ("role:processor", ("lake",)),
        ("zone:us", ("lake", "mist", "platform-us")),
        ("product:mail", ("desk", "lake", "mist", "platform-eu", "platform-us", "wide")),
        ("country:us", ("desk", "lake", "platform-us")),
        ("country:IN", ("wide",)),
        ("country:EEA and not key:platform-eu", ("desk", "lake", "mist", "wide")),
        ("data:payment", ("wide",)),
        ("data:contact", ("desk", "platform-eu", "platform-us", "subject:customers")),
        ("data:content.body", ("lake", "platform-eu", "platform-us", "subject:customers")),
        ("key:desk or key:lake and zone:us", ("desk", "lake")),
        ("(key:desk or key:lake) and zone:us", ("lake",)),
        ("NOT key:desk AND (service:support OR role:processor)", ("lake",)),
        ("not not key:desk", ("desk",)),
    ],
)
def test_each_word_selects_what_it_says(text: str, keys: tuple[str, ...]) -> None:
    """
    key  | vendor     | country | zone | region | data
    desk | Acme, Inc. | US      | eu   | DE     | contact.email
    lake | Northwind  | DE      | us   | US     | content
    mist | Foggy      | DE      | *    |        |
    wide | Wide       | DE      | eu   | EEA    | payment          (access_from IN)
    """
    assert chosen(text) == keys


BEHIND = make.case(
    make.engagement("aws", parent="Amazon.com, Inc.", parent_country="US"),
    make.engagement("bolt", parent="Bolt Group", parent_country="SE"),
    make.engagement("dark"),
    make.engagement("half", parent="Half Holding"),
    make.engagement("late", parent_country="GB"),
)


@pytest.mark.parametrize(
    ("text", "sure", "maybe"),
    [
        ("parent:US", {"aws"}, {"dark", "half"}),
        ("parent:eea", {"bolt", "platform-eu", "platform-us"}, {"dark", "half"}),
        ("not parent:EEA", {"aws", "late", "subject:customers", "subject:recipients"}, {"dark", "half"}),
        ("parent:UK", {"late"}, {"dark", "half"}),
        ("parent:'amazon.com,  inc.'", {"aws"}, {"dark", "late", "platform-eu", "platform-us"}),
        ("parent:'Half Holding'", {"half"}, {"dark", "late", "platform-eu", "platform-us"}),
    ],
)
def test_a_parent_is_meant_by_name_or_by_where_it_sits(text: str, sure: set[str], maybe: set[str]) -> None:
    """
    key  | parent           | parent_country
    aws  | Amazon.com, Inc. | US
    bolt | Bolt Group       | SE
    dark |                  |
    half | Half Holding     |
    late |                  | GB
    """
    choice = choose(BEHIND, parse(text))
    assert (set(choice.sure), set(choice.maybe)) == (sure, maybe)


@pytest.mark.parametrize(
    ("day", "sure"), [(date(2020, 1, 31), True), (date(2020, 2, 1), False), (date(2020, 2, 2), False)]
)
def test_a_british_parent_sits_in_the_eea_until_the_united_kingdom_left(day: date, sure: bool) -> None:
    case = replace(BEHIND, as_of=day)
    assert ("late" in choose(case, parse("parent:EEA")).sure) == sure


def test_a_misspelt_parent_is_told_with_the_one_that_was_meant() -> None:
    assert 'did you mean "Bolt Group"' in choose(BEHIND, parse("parent:'Bolt Grup'")).complaint


def test_a_category_meets_its_parents_and_children_but_not_its_namesakes() -> None:
    """contact.email lies under contact; payment does not lie under pay."""
    assert "desk" in chosen("data:contact")
    assert "desk" in chosen("data:contact.email")
    with pytest.raises(UsageError, match=r'there is no data "contact\.mail"; did you mean "contact\.email"'):
        chosen("data:contact.mail")


def test_a_blank_cell_is_no_yes_and_no_no() -> None:
    """
    key  | region | data
    mist |        |
    """
    choice = choose(CASE, parse("country:IN"))
    assert choice.sure == ("wide",)
    assert choice.maybe == ("mist",)
    assert "mist" in choose(CASE, parse("not country:IN")).maybe
    assert "mist" in choose(CASE, parse("data:payment")).maybe
    assert "mist" in choose(CASE, parse("country:IN or key:mist")).sure
    assert "mist" not in choose(CASE, parse("country:IN and not key:mist")).maybe


def test_of_a_wide_place_nobody_can_say_which_country_it_is() -> None:
    """
    key  | country | region
    wide | DE      | EEA
    """
    france, japan = choose(CASE, parse("country:FR")), choose(CASE, parse("country:JP"))
    assert "wide" in france.maybe
    assert "wide" not in (*france.sure, *japan.sure, *japan.maybe)


def test_a_system_sits_where_its_operator_does() -> None:
    case = make.case(
        entities={"inc": Entity(key="inc", legal_name="Acme, Inc.", country="US")},
        systems={"crm": make.system("crm", region="DE", operator="inc", data_subjects=(), data=())},
    )
    assert select(case, parse("country:US")) == ("crm",)


def test_a_system_has_what_flows_bring_it() -> None:
    """A warehouse that no data subject feeds, only the platform."""
    systems = {
        "platform-eu": make.system("platform-eu", zone="eu", region="DE"),
        "warehouse": make.system("warehouse", data_subjects=(), data=(), region="DE"),
    }
    flow = OwnFlow(source="platform-eu", target="warehouse", data=("content.body",))
    assert "warehouse" in select(make.case(systems=systems, flows=(flow,)), parse("data:content"))
    assert "warehouse" not in choose(make.case(systems=systems, flows=(flow,)), parse("data:contact")).sure


def test_what_matches_nothing_is_an_error() -> None:
    with pytest.raises(UsageError, match="matches nothing on 2026-11-23"):
        chosen("key:desk and zone:us")


def test_what_only_blanks_may_match_is_an_error_that_names_the_rows() -> None:
    with pytest.raises(UsageError, match="blank cells of mist decide"):
        chosen("key:mist and country:JP")


def test_a_vendor_that_has_ended_is_known_and_matches_nothing() -> None:
    case = make.case(make.engagement("old", vendor="Old", until=date(2026, 11, 22)))
    assert choose(case, parse("vendor:Old")).complaint == 'The selector "vendor:Old" matches nothing on 2026-11-23.'
    assert choose(case, parse("vendor:Old or key:platform-eu")).sure == ("platform-eu",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vendr:Acme", 'did you mean "vendor:"'),
        ("role:subprocessor", 'did you mean "sub-processor"'),
        ("vendor:Nortwind", 'did you mean "Northwind"'),
        ("zone:mars", "known are eu, us"),
        ("country:UKK", "there is no country"),
        ("key:desk key:lake", 'character 10: expected "and" or "or"; found "key:lake"'),
        ("key:desk adn key:lake", 'character 10: "adn" is not understood; did you mean "and"'),
        ("key:desk and", "at its end: expected word:value, not or an opening bracket; the selector ends"),
        ("(key:desk", "the closing bracket of the one at character 1"),
        ("key:desk)", "none is open"),
        ("key: desk", '"key:" needs a value right behind it'),
        ('key:""', '"key:" needs a value'),
        ("vendor:Acme Inc", '"Inc" is not understood'),
        ("vendor", 'did you mean "vendor:"'),
        ('vendor:"Acme', "quotation mark"),
        ("'", "quotation mark"),
        ("", "the selector ends"),
        ("and", 'found "and"'),
        ("not " * 60 + "key:desk", "at most 40"),
        ("(" * 5000 + "key:desk", "at most 40"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_expected(text: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        chosen(text)
    assert said in str(told.value)


@given(st.text(max_size=40))
def test_whatever_is_written_is_either_understood_or_refused_in_a_sentence(text: str) -> None:
    try:
        told = str(parse(text))
    except SelectorError as refused:
        told = str(refused)
    assert told.startswith((text, "Selector"))


TERMS = st.sampled_from(
    [
        "key:desk",
        "vendor:Foggy",
        "zone:eu",
        "country:US",
        "country:FR",
        "data:contact",
        "role:processor",
        "product:mail",
    ]
)
SELECTORS = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(lambda one: f"not ({one})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda parts: f"({' '.join(parts)})"),
    ),
    max_leaves=6,
)


def answers(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    choice = choose(CASE, parse(text))
    return choice.sure, choice.maybe


@given(SELECTORS, SELECTORS)
def test_de_morgan_holds_with_blanks_and_all(left: str, right: str) -> None:
    assert answers(f"not ({left} and {right})") == answers(f"not {left} or not {right}")
    assert answers(f"not ({left} or {right})") == answers(f"not {left} and not {right}")


@given(SELECTORS, SELECTORS)
def test_order_capitals_and_repetition_do_not_matter(left: str, right: str) -> None:
    assert answers(f"{left} and {right}") == answers(f"{right} AND {left} and {left}")
    assert answers(f"{left} or {right}") == answers(f"{right.upper()} or {left} or {right}")


@given(SELECTORS)
def test_a_node_is_selected_or_its_opposite_is_or_a_blank_decides(text: str) -> None:
    sure, maybe = answers(text)
    opposite, undecided = answers(f"not ({text})")
    assert maybe == undecided
    assert sorted((*sure, *maybe, *opposite)) == sorted(CASE.graph.nodes)


def test_a_former_name_finds_the_vendor_and_a_condition_what_depends_on_it() -> None:
    """
    key  | vendor | formerly | condition
    mail | Twilio | SendGrid | ai
    """
    case = make.case(
        make.engagement("mail", vendor="Twilio", formerly=("SendGrid",), condition=("ai",)),
        make.engagement("other"),
        conditions=make.named("ai"),
    )
    assert select(case, parse("vendor:sendgrid")) == ("mail",)
    assert select(case, parse("condition:ai")) == ("mail",)
