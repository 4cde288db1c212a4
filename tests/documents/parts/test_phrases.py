"""Every language says everything, with the same values."""

import string

import pytest

from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.documents.parts.scope import Reason
from vendor_registry.model.engagement import DeIdentified, Role
from vendor_registry.model.origin import UsageError


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_english_and_german_are_there() -> None:
    assert set(languages()) >= {"en", "de"}


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_keys_and_the_placeholders_of_english(language: str) -> None:
    english, other = phrases("en").texts, phrases(language).texts
    assert set(other) == set(english)
    for key, text in other.items():
        assert placeholders(text) == placeholders(english[key]), key
        assert text.strip() == text != "", key


@pytest.mark.parametrize("language", languages())
def test_a_language_names_every_role_reason_and_treatment(language: str) -> None:
    texts = phrases(language).texts
    for key in (
        *(f"role.{role}" for role in Role),
        *(f"reason.{reason}" for reason in Reason),
        *(f"entry.{treatment}" for treatment in DeIdentified if treatment),
    ):
        assert key in texts


@pytest.mark.parametrize("language", languages())
def test_the_page_comes_before_the_number_of_pages(language: str) -> None:
    page = phrases(language).texts["document.page"]
    assert page.index("{page}") < page.index("{pages}")


def test_a_language_carries_its_tag() -> None:
    assert (phrases("en").tag, phrases("de").tag) == ("en-GB", "de-DE")


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r'no wording for the language "tlh"; choose one of de, en'):
        phrases("tlh")
    with pytest.raises(UsageError):
        phrases("../wording/en")


def test_braces_in_a_value_are_left_alone() -> None:
    assert phrases("en").say("scope.all_of", names="{7*7} {0}") == "All: {7*7} {0}"
