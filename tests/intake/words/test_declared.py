"""Words of the policy as cells have them: keys, names in its languages, with whatever stands between."""

import pytest

from vendor_registry.intake.words import declared
from vendor_registry.intake.words.complaints import UnclearError
from vendor_registry.model.policy.policy import Category, Named

DATA = {
    "contact": Category(key="contact", name={"en": "Account and contact data", "de": "Konto- und Kontaktdaten"}),
    "contact.email": Category(key="contact.email", name={"en": "E-mail", "de": "E-Mail"}),
    "content": Category(key="content", name={"en": "Content", "de": "Inhalte"}),
    "usage": Category(key="usage", name={"en": "Logs"}),
    "support": Category(key="support", name={"en": "Logs"}),
}


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("contact; content", ("contact", "content")),
        ("contact, content", ("contact", "content")),
        ("E-Mail, Inhalte", ("contact.email", "content")),
        ("Konto- und Kontaktdaten, E-Mail und Inhalte", ("contact", "contact.email", "content")),
        ("Account and contact data, content", ("contact", "content")),
        ("e-mail / CONTENT", ("contact.email", "content")),
        ("Inhalte\nE-Mail & content", ("content", "contact.email")),
    ],
)
def test_words_of_a_list(written: str, keys: tuple[str, ...]) -> None:
    assert declared.DATA.words(written, DATA) == keys


@pytest.mark.parametrize(
    ("written", "unknown"),
    [
        ("contact, colour, taste", ['"colour"', '"taste"']),
        ("colour, taste", ['"colour, taste"']),
        ("colour and taste", ['"colour and taste"']),
        ("Logs", ['"Logs"']),
        ("Account and contact data and content", ['"Account"', '"contact data"']),
        ("contact, not content", ['"not content"']),
    ],
)
def test_what_is_not_known_is_told_and_nothing_is_read_in_part(written: str, unknown: list[str]) -> None:
    """Of a list of which some is known, the rest; else the whole. A name that two categories have means neither."""
    with pytest.raises(UnclearError) as unclear:
        declared.DATA.words(written, DATA)
    assert [message.split(" is not")[0] for message, _ in unclear.value.complaints] == unknown


def test_a_key_goes_before_a_name() -> None:
    """One service is called as the other one's key."""
    services = {"mail": Named(key="mail", name={"en": "Post"}), "post": Named(key="post", name={"en": "Letters"})}
    assert declared.SERVICES.word("post", services) == "post"
    assert declared.SERVICES.word("Letters", services) == "post"
    with pytest.raises(UnclearError):
        declared.SERVICES.word("Post", services)


def test_all_of_them_stands_in_a_list_as_well() -> None:
    assert declared.PRODUCTS.words("*", {"mail": Named(key="mail", name={"en": "Mail"})}) == ("*",)
