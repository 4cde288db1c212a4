"""Texts, keys, lists, links, words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.words import cells
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.model.register.engagement import Role


@pytest.mark.parametrize("written", ["a", "gcp-eu", "1password", "a_b-c", "x2"])
def test_slugs_are_keys(written: str) -> None:
    """Small letters, digits, and single marks between."""
    assert cells.key(written) == written


@pytest.mark.parametrize("written", ["A", "gcp eu", "-a", "a-", "a--b", "ä", "a.b", "a:b", "subject:x", "*", "a\n"])
def test_what_is_no_key(written: str) -> None:
    """Capitals, spaces, other letters, and the colon that nodes of the graph use."""
    with pytest.raises(UnclearError):
        cells.key(written)


@given(st.text(max_size=30))
def test_a_suggested_key_is_a_key(written: str) -> None:
    """Whatever is written, following the suggestion helps."""
    try:
        cells.key(written)
    except UnclearError as unclear:
        hint = unclear.complaints[0][1]
        if hint.startswith("did you mean"):
            assert cells.key(hint.removeprefix("did you mean ").partition("?")[0])


@pytest.mark.parametrize(
    "written", ["https://a.example", "http://a.example/x?y=1#z", "mailto:dpo@a.example", "HTTPS://[::1]/"]
)
def test_links(written: str) -> None:
    """Web and mail."""
    assert cells.link(written) == written


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example", "https://", "https:///x",
     "https://a b.example", "ftp://a.example", "mailto:nobody", "https:a.example", "x https://a.example", "https://a.example\nb"],
)  # fmt: skip
def test_what_is_no_link(written: str) -> None:
    """Schemes that would be live in a document, no host, spaces."""
    with pytest.raises(UnclearError):
        cells.link(written)


@pytest.mark.parametrize(
    ("written", "answer"),
    [("yes", True), ("Yes", True), ("TRUE", True), ("no", False), ("NO", False), ("False", False)],
)
def test_yes_and_no(written: str, answer: bool) -> None:
    """Also as spreadsheets write them."""
    assert cells.yes_or_no(written) is answer


@pytest.mark.parametrize("language", ["ja nein", "Oui NON", "sí no", "x n", "WAHR FALSCH", "vrai faux", "✓ ☐"])
def test_yes_and_no_of_other_people(language: str) -> None:
    """In German, French and Spanish, with a cross, and as spreadsheets in those languages save them."""
    assert [cells.yes_or_no(written) for written in language.split()] == [True, False]


@pytest.mark.parametrize("written", ["1", "0", "-", "maybe", "xx", "?", "yes, partly"])
def test_neither_yes_nor_no(written: str) -> None:
    """Nothing else: a number counts something, a dash may be either."""
    with pytest.raises(UnclearError):
        cells.yes_or_no(written)


@pytest.mark.parametrize(
    "written", ["sub-processor", "Sub-processor", "SUB PROCESSOR", "sub_processor", "sub-Processor"]
)
def test_capitals_and_hyphens_of_a_role_do_not_matter(written: str) -> None:
    """Excel likes capitals."""
    assert cells.word_of(Role, "a role")(written) is Role.SUB_PROCESSOR


def test_a_list_keeps_its_order_and_names_each_once() -> None:
    """Blanks, empty entries, repetitions, line breaks of Excel."""
    assert cells.items(" b ;a;; b;\u00a0c\u200b;\r\nd ") == ("b", "a", "c", "d")


def test_quoting_shows_what_nobody_sees() -> None:
    """A zero-width space in a code, a mark that turns the direction of text, a long text, a line break."""
    assert quote("D\u200bE") == '"D<U+200B>E"'
    assert quote("a\u202eb") == '"a<U+202E>b"'
    assert quote("a\n\tb") == '"a b"'
    assert quote("x" * 81) == f'"{"x" * 79}…"'


@pytest.mark.parametrize("written", ["7ZW8QJWVPR4P1J1KQY45", "7zw8qjwvpr4p1j1kqy45", "7ZW8 QJWV PR4P 1J1K QY45"])
def test_a_legal_entity_identifier_is_checked_by_its_last_two_digits(written: str) -> None:
    """ISO 17442; the check is that of ISO 7064, MOD 97-10."""
    assert cells.lei(written) == "7ZW8QJWVPR4P1J1KQY45"


@pytest.mark.parametrize("written", ["7ZW8QJWVPR4P1J1KQY46", "7ZW8QJWVPR4P1J1KQY4", "none", "７ZW8QJWVPR4P1J1KQY45"])
def test_what_is_no_legal_entity_identifier(written: str) -> None:
    with pytest.raises(UnclearError, match="is not a legal entity identifier"):
        cells.lei(written)
