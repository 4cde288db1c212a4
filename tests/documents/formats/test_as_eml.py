"""The message is read back by the parser of the standard library."""

import dataclasses
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest

from tests.documents.sample import HOSTILE, STEERING, plain
from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_eml import addresses, as_eml
from vendor_registry.model.text.origin import UsageError


def letter(title: str = "Notice", author: str = "Example GmbH", to: str = "legal@acme.example") -> Document:
    return dataclasses.replace(
        plain(), title=title, author=author, sender="Ada, privacy@example.com", recipient=to, language="de-DE"
    )


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk() if part.defects] == []
    return message


def test_the_message_is_from_the_company_to_the_customer_as_text_and_html() -> None:
    message = read(as_eml(letter(title="Änderungen", author="Söhne, GmbH")))
    assert (message["From"], message["To"]) == ('"Söhne, GmbH" <privacy@example.com>', "legal@acme.example")
    assert (message["Subject"], message["X-Unsent"], message["Content-Language"]) == ("Änderungen", "1", "de-DE")
    assert message["Date"].datetime.date() == letter().day
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().startswith("Änderungen\r\n")
    assert html.get_content().startswith("<!DOCTYPE html>")


def test_the_same_letter_gives_the_same_bytes_and_another_one_another_id() -> None:
    assert as_eml(letter()) == as_eml(letter())
    one, other = read(as_eml(letter())), read(as_eml(letter(to="b@bolt.example")))
    assert one["Message-ID"] != other["Message-ID"]
    assert one["Message-ID"].endswith("@example.com>")


@pytest.mark.parametrize(
    "text", [*HOSTILE, *STEERING, "Acme\r\nBcc: all@evil.example", "a\nb: c", "a\u2028Bcc: x@evil.example", "\ud800"]
)
def test_no_text_of_a_stranger_becomes_a_header(text: str) -> None:
    content = as_eml(letter(title=text, author=text))
    assert all(line.endswith(b"\r") for line in content.splitlines(keepends=True)[:-1] for line in [line.rstrip(b"\n")])
    message = read(content)
    assert sorted(message.keys()) == sorted(
        ["Date", "From", "To", "Subject", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type", "Content-Language"]
    )
    assert [one.addr_spec for one in message["From"].addresses] == ["privacy@example.com"]


@pytest.mark.parametrize(
    "text",
    [
        "Notification de changements concernant nos sous-traitants ultérieurs",
        "Mitteilung über Änderungen bei unseren Unterauftragsverarbeitern und vieles mehr, das hier noch steht",
        "Ä" * 150,
        "Société de l'Économie Générale et de la Boulangerie Réunie de Saint-Étienne, Ärzte & Söhne (GmbH)",
    ],
)
def test_a_long_text_with_accents_is_read_as_it_was_written(text: str) -> None:
    content = as_eml(letter(title=text, author=text))
    assert max(map(len, content.splitlines())) <= 78
    message = read(content)
    assert message["Subject"] == text
    sender = message_from_bytes(content)["From"]  # Python's newer parser reads blanks between encoded words
    assert str(make_header(decode_header(sender))) == f"{text} <privacy@example.com>"


def test_a_postal_address_is_no_recipient() -> None:
    assert read(as_eml(letter(to="Rue 1, Paris")))["To"] is None


def test_without_an_address_to_send_from_one_is_told_what_to_fill_in() -> None:
    with pytest.raises(UsageError, match="contact of"):
        as_eml(dataclasses.replace(letter(), sender="Ada Example"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("legal@acme.example", ["legal@acme.example"]),
        (
            "Ada <ada.lee+dpa@acme.co.uk>; legal@acme.example; legal@acme.example",
            ["ada.lee+dpa@acme.co.uk", "legal@acme.example"],
        ),
        ("Legal, Quay 3, Dublin", []),
        ("a@b", []),
        ("a@b.example\r\nBcc: c@d.example", ["a@b.example", "c@d.example"]),
        ("a..b@c.example", []),
        ("x@@y.example", []),
    ],
)
def test_addresses_are_found_wherever_they_stand(written: str, found: list[str]) -> None:
    assert [one.addr_spec for one in addresses("", written)] == found
