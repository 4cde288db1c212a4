"""The letter before it has a format: what stands beside what, for whom, on which days."""

import dataclasses
from datetime import date

import pytest

from tests import make
from tests.changes.compared import concerning, customer
from vendor_registry.documents.document import Document, Fields, Heading, Table
from vendor_registry.documents.formats.as_text import as_text
from vendor_registry.documents.notice import Days, States, addressed, notice
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement

HOST = make.engagement("host", zone="eu", products=("mail",))
ABROAD = dataclasses.replace(HOST, region=make.region("DE; US"))
DAYS = Days(sent=date(2026, 12, 1), effective=date(2027, 1, 20), object_until=date(2026, 12, 21))
ONE = customer("one", zone="eu", notice_address="legal@one.example")


def letter(before: list[Engagement], after: list[Engagement], to: Customer = ONE, language: str = "en") -> Document:
    [concern] = concerning([to], before, after).customers
    states = States(make.case(*before), make.case(*after))
    return addressed(notice(concern, states, DAYS, language=language), concern)


def rows(document: Document) -> dict[str, tuple[str, str]]:
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    said = [["\n".join("".join(run.text for run in one) for one in cell) for cell in row.cells] for row in table.rows]
    return {title: (was, is_) for title, was, is_ in said}


def vendors(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def test_what_changed_stands_beside_what_was_and_the_rest_is_said_to_be_unchanged() -> None:
    told = rows(letter([HOST], [ABROAD]))
    assert told["Place of processing"] == ("Germany", "Germany; United States")
    assert told["Company"][1] == told["Data"][1] == "unchanged"


def test_who_comes_was_not_engaged_and_who_goes_is_not_any_more() -> None:
    assert {was for was, _ in rows(letter([], [HOST])).values()} == {"not engaged"}
    assert {is_ for _, is_ in rows(letter([HOST], [])).values()} == {"not engaged"}


def test_an_engagement_that_moves_to_another_data_region_ends_for_the_customer() -> None:
    moved = dataclasses.replace(HOST, zone="us")
    assert {is_ for _, is_ in rows(letter([HOST], [moved])).values()} == {"not engaged"}
    two = customer("two", zone="us")
    assert {was for was, _ in rows(letter([HOST], [moved], two)).values()} == {"not engaged"}


def test_a_successor_stands_beside_whose_place_it_takes() -> None:
    ending = dataclasses.replace(HOST, until=date(2027, 2, 28))
    new = make.engagement("relay", vendor="Relay", zone="eu", products=("mail",), line=3)
    new = dataclasses.replace(new, replaces=("host",), since=date(2027, 3, 1))
    told = letter([HOST], [ending, new])
    assert vendors(told) == ["Relay"]
    assert rows(told)["Company"][0].startswith("Host")
    assert rows(told)["Company"][1].startswith("Relay")
    [table] = [block for block in told.blocks if isinstance(block, Table)]
    assert [column.title for column in table.columns] == ["Entry", "Until now", "From 1 Mar 2027"]
    text = " ".join(as_text(told).decode().split())
    assert "Change: replaces Host" in text
    assert text.count("20 January 2027, or on the later day that is named with a change") == 2  # it begins in March


def test_who_comes_without_a_day_of_its_own_is_engaged_from_the_day_of_the_notice() -> None:
    assert rows(letter([], [HOST]))["In force since"] == ("not engaged", "20 Jan 2027")
    assert rows(letter([HOST], [ABROAD]))["In force since"] == ("not stated", "unchanged")


def test_the_first_of_a_month_is_written_in_french_as_it_is_there() -> None:
    first, second = (Names(make.case().policy, phrases("fr")).day(date(2027, 2, day)) for day in (1, 2))
    assert (first, second) == ("1er février 2027", "2 février 2027")
    english = Names(make.case().policy, phrases("en"))
    assert english.short_day(date(2027, 2, 1)) == "1 Feb 2027"


def test_the_same_letter_to_another_customer_differs_in_the_address_alone() -> None:
    first = letter([HOST], [ABROAD])
    two = dataclasses.replace(ONE, key="two", name="Two", notice_address="two@two.example")
    [_, concern] = concerning([ONE, two], [HOST], [ABROAD]).customers
    second = addressed(first, concern)
    assert (second.recipient, second.blocks[1:]) == ("two@two.example", first.blocks[1:])
    assert second == letter([HOST], [ABROAD], two)
    assert isinstance(second.blocks[0], Fields)


@pytest.mark.parametrize("language", languages())
def test_the_letter_names_the_days_in_every_language(language: str) -> None:
    text = as_text(letter([HOST], [ABROAD], language=language)).decode()
    assert text.count("2026") >= 4
    assert "{" not in text


def under(authorisation: str) -> str:
    policy = make.case(HOST).policy
    asking = dataclasses.replace(policy, notice=dataclasses.replace(policy.notice, authorisation=authorisation))
    [concern] = concerning([ONE], [HOST], [ABROAD]).customers
    states = States(make.case(HOST), dataclasses.replace(make.case(ABROAD), policy=asking))
    return " ".join(as_text(notice(concern, states, DAYS, language="en")).decode().split())


def test_a_specific_authorisation_is_asked_for() -> None:
    """Then nobody objects: the letter asks for an answer."""
    said = under("specific")
    assert "prior specific authorisation" in said
    assert "Your authorisation" in said
    assert "Answer by" in said
    assert "Objections until" not in said
    assert "How to object" not in said
    assert "How to object" in under("general")


def test_silence_lets_a_change_come_about_only_under_a_general_authorisation() -> None:
    """Where nobody has said which was agreed, customers may object, and no more is said."""
    assert "If we do not hear from you by then" in under("general")
    assert "You may object to these changes" in under("")
    assert "do not hear" not in under("")
