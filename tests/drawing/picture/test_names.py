"""What keys and codes are called in the language of a picture."""

from dataclasses import replace

from tests import make
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.words import words
from vendor_registry.model.policy.policy import Category, Named
from vendor_registry.model.register.engagement import DeIdentified

NAMES = {"en": "Mail", "de": "Post"}


def question(language: str) -> Question:
    row = make.engagement("oak", data=("contact",), de_identified=DeIdentified.PSEUDONYMISED)
    case = make.case(
        replace(row, purpose="Sending mail", translations=(("purpose_de", "Versand"),)),
        products={"mail": Named(key="mail", name=NAMES)},
        systems={"post": make.system("post", name=NAMES)},
        data={"contact": Category(key="contact", name={"en": "Contact", "de": "Kontakt"})},
        data_subjects={"staff": Named(key="staff", name={"en": "Staff", "de": "Personal"})},
    )
    return Question(case=case, words=words(language))


def test_the_policy_says_how_things_are_called_in_the_language() -> None:
    german = question("de").names
    assert (german.products(("mail",)), german.category("contact")) == ("Post", "Kontakt")
    assert (german.node("post"), german.node("subject:staff"), german.node("oak")) == ("Post", "Personal", "Oak")
    assert question("en").names.node("post") == "Mail"


def test_what_has_no_name_is_called_by_its_key() -> None:
    assert question("de").names.category("odd\x07") == "odd\\x07"


def test_a_flow_says_what_was_done_to_its_data() -> None:
    [flow] = [one for one in question("de").case.graph.flows if one.target == "oak"]
    assert question("de").names.data(flow) == "Kontakt (pseudonymisiert)"
    assert question("en").names.data(flow) == "Contact (pseudonymised)"
    assert question("fr").names.data(replace(flow, data=None)) == "non indiqué"


def test_a_purpose_that_is_not_translated_says_its_language_even_where_it_is_cut() -> None:
    said = {
        one: question(one).names.purpose(question(one).case.registry.by_key["oak"], 9) for one in ("en", "de", "fr")
    }
    assert said == {"en": "Sending…", "de": "Versand", "fr": "Sending… (anglais)"}


def test_a_region_is_told_by_its_countries_each_once() -> None:
    names = question("fr").names
    assert names.region(make.region("DE; BE; DE")) == "Allemagne, Belgique"
    assert (names.region(make.region("")), names.place(make.region(""))) == ("", "lieu inconnu")
