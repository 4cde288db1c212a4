"""Every language says everything, with the same values."""

import re
import string

import pytest

from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.documents.parts.scope import Reason
from vendor_registry.model.register.engagement import DeIdentified, Role
from vendor_registry.model.text.origin import UsageError


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
    with pytest.raises(UsageError, match=r'no wording for the language "tlh"; choose one of de, en, es, fr'):
        phrases("tlh")
    with pytest.raises(UsageError):
        phrases("../wording/en")


@pytest.mark.parametrize("language", languages())
def test_a_sentence_has_one_full_stop_also_after_a_name_that_ends_in_one(language: str) -> None:
    wording = phrases(language)
    ended = {key: text for key, text in wording.texts.items() if text.endswith("}.")}
    assert ended
    for key, text in ended.items():
        said = wording.say(key, **dict.fromkeys(placeholders(text), "Acme Inc."))
        assert said.endswith("Acme Inc."), key
        assert ".." not in said, key


def test_two_stops_within_a_value_are_left_alone() -> None:
    assert phrases("en").say("document.list", one="wait..", other="a..b").count("..") == 2


def test_braces_in_a_value_are_left_alone() -> None:
    assert phrases("en").say("scope.all_of", names="{7*7} {0}") == "All: {7*7} {0}"


@pytest.mark.parametrize("language", languages())
def test_what_was_not_compared_with_the_law_is_a_phrase_of_the_language(language: str) -> None:
    wording = phrases(language)
    assert set(wording.unverified) <= set(wording.texts)


def test_french_sets_narrow_spaces_that_do_not_break_before_its_double_signs() -> None:
    for key, text in phrases("fr").texts.items():
        assert not re.search(r"(?<![\u202f])[;:!?»]|«(?!\u202f)", text), key
    assert phrases("fr").label("Siège") == "Siège\u202f: "
    assert phrases("fr").series(["a", "b", "a", "c"]) == "a\u202f; b\u202f; c"


def test_spanish_sets_square_brackets_around_the_letters_of_a_clause() -> None:
    """As the acts of the Union do: "[cláusula 18, letra b)]", never two round ones in a row."""
    for key, text in phrases("es").texts.items():
        assert "))" not in text, key


def test_french_elides_nothing_before_a_name_that_may_begin_with_a_vowel() -> None:
    """`le registre de Élan` is no French, and a name stays as it is written."""
    for key, text in phrases("fr").texts.items():
        assert not re.search(r"\b(?:de|que|la|si|lorsque) \{", text), key


@pytest.mark.parametrize(("language", "marks"), [("de", "„“"), ("en", "“”"), ("es", "«»"), ("fr", "«»")])
def test_a_language_quotes_with_its_own_marks(language: str, marks: str) -> None:
    found = {sign for text in phrases(language).texts.values() for sign in text if sign in '„“”«»"'}
    assert found == set(marks)


def test_a_series_of_nothing_is_empty() -> None:
    assert phrases("en").series([]) == ""
