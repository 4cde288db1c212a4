"""Every language of diagrams says everything, with the same values, in its own forms, figures and days."""

import re
import string

import pytest

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.legend import Sample
from vendor_registry.drawing.picture.picture import BoxKind, Mark, Status
from vendor_registry.drawing.picture.words import english, languages, words
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.model.register.engagement import DeIdentified, Role
from vendor_registry.model.text.origin import UsageError


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_diagrams_speak_the_languages_of_documents() -> None:
    assert languages() == ("de", "en", "es", "fr")


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_keys_and_the_placeholders_of_english(language: str) -> None:
    known, other = english().texts, words(language).texts
    assert set(other) == set(known)
    for key, text in other.items():
        assert placeholders(text) == placeholders(known[key]), key
        assert text.strip() == text != "", key


def test_whatever_a_picture_names_has_words() -> None:
    texts = english().texts
    assert {
        *(f"view.{view}" for view in VIEWS),
        *(f"question.{view}" for view in VIEWS),
        *(f"ground.{kind}" for kind in GroundKind),
        *(f"ground_short.{kind}" for kind in GroundKind),
        *(f"kind.{kind}" for kind in BoxKind),
        *(f"legend.{kind}" for kind in (*BoxKind, *filter(None, (*Mark, *Status)))),
        *(f"mark.{mark}" for mark in Mark if mark),
        *(f"status.{status}" for status in Status if status),
        *(f"treatment.{treatment}" for treatment in DeIdentified if treatment),
        *(f"script.role_{role}" for role in Role),
        *(f"script.as_{role}" for role in Role),
    } <= set(texts)
    assert {f"legend.{sample}" for sample in (Sample.CUT, Sample.WAIVED, Sample.BAR, Sample.ZONE, Sample.BADGE)} <= set(
        texts
    )


@pytest.mark.parametrize("language", languages())
def test_a_number_has_its_noun_in_every_form_of_the_language(language: str) -> None:
    known = words(language)
    for table in ("count", "script_count"):
        nouns = {key.rpartition("_")[0] for key in known.texts if key.startswith(f"{table}.")}
        assert nouns
        assert {f"{noun}_other" for noun in nouns} <= set(known.texts)
    assert known.count("box", 1) != known.count("box", 2)


@pytest.mark.parametrize(
    ("language", "flows", "figure", "day", "first"),
    [
        ("en", "0 flows", "1469", "2023-01-16", "2024-03-01"),
        ("de", "0 Flüsse", "1.469", "16. Januar 2023", "1. März 2024"),
        ("fr", "0 flux", "1\u202f469", "16 janvier 2023", "1er mars 2024"),
        ("es", "0 flujos", "1.469", "16 de enero de 2023", "1 de marzo de 2024"),
    ],
)
def test_numbers_and_days_are_written_as_the_language_does(
    language: str, flows: str, figure: str, day: str, first: str
) -> None:
    known = words(language)
    assert known.count("flow", 0) == flows
    assert known.number(1469) == figure
    assert known.day("2023-01-16") == day
    assert known.day("2024-03-01") == first


def test_french_counts_nothing_in_the_singular() -> None:
    assert words("fr").count("party", 0) == "0 partie"
    assert words("es").count("party", 0) == "0 partes"


def test_countries_have_names_and_what_has_none_keeps_its_code() -> None:
    assert [words(one).country("DE") for one in ("en", "de", "fr", "es")] == [
        "Germany", "Deutschland", "Allemagne", "Alemania",
    ]  # fmt: skip
    assert english().country("EEA") == "European Economic Area"
    assert words("de").country("GB") == "Vereinigtes Königreich"
    assert words("fr").country("eu-north") == "eu-north"


def test_what_is_said_in_another_language_says_so() -> None:
    assert english().original("Not covered.") == "Not covered."
    assert words("de").original("Not covered.") == "Not covered. (Englisch)"
    assert words("fr").original("") == ""
    for language in languages():
        marked = words(language).texts["script.original"].format(text="Not covered.")
        assert marked == words(language).original("Not covered."), "the script says it in the same words"


def test_a_language_there_is_no_wording_for_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r'no wording for the language "tlh"; choose one of de, en, es, fr'):
        words("tlh")
    assert words("DE-at") is words("de")


def test_french_sets_narrow_spaces_that_do_not_break_before_its_double_signs() -> None:
    for key, text in words("fr").texts.items():
        assert not re.search(r"(?<![\u202f(])[;:!?»]|«(?!\u202f)", text), key


def test_french_elides_nothing_before_a_name_that_may_begin_with_a_vowel() -> None:
    """`de OpenAI` is no French, and a name stays as it is written."""
    for key, text in words("fr").texts.items():
        assert not re.search(r"\b(?:de|que|la|si|lorsque) \{", text), key


def test_names_in_a_row_are_set_apart_as_the_language_does_it() -> None:
    assert english().series(["a", "b", "a", "c"]) == "a; b; c"
    assert words("fr").series(["a", "b"]) == "a\u202f; b"
    assert english().series([]) == ""


@pytest.mark.parametrize(("language", "marks"), [("de", "„“"), ("en", '"'), ("es", "«»"), ("fr", "«»")])
def test_a_language_quotes_with_its_own_marks(language: str, marks: str) -> None:
    found = {sign for text in words(language).texts.values() for sign in text if sign in '„“”«»"'}
    assert found == set(marks)
