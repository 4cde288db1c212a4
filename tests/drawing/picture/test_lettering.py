"""Texts are shown, not obeyed, and stay inside their boxes."""

import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.drawing.picture.lettering import clean, is_measured, short, width, wrap, wrap_name

ANY_TEXT = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x00b", "a\\x00b"),
        ("a\ufffeb", "a\\ufffeb"),
        (" two\n\tlines ", "two lines"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("e\u0301", "é"),
    ],
)
def test_what_would_steer_a_screen_is_written_out(written: str, shown: str) -> None:
    assert clean(written) == shown


@given(ANY_TEXT)
def test_a_cleaned_text_is_one_line_that_xml_takes(written: str) -> None:
    shown = clean(written)
    assert not any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in shown)
    ElementTree.fromstring(f"<t>{shown.replace('&', '').replace('<', '')}</t>".encode())


@given(ANY_TEXT.map(clean), st.integers(1, 4))
def test_a_wrapped_text_stays_in_its_room(text: str, most: int) -> None:
    for lines in (wrap(text, 90, 11.5, most=most), wrap_name(text, 90, 11.5, most=most)):
        assert len(lines) <= most
        assert all(width(line, 11.5) <= 90 or len(line) <= 2 for line in lines)


def test_long_names_of_one_family_can_be_told_apart() -> None:
    family = "Amazon Web Services Europe Middle East and Africa, Branch of the Public Limited Company"
    frankfurt, dublin = (wrap_name(f"{family} - {city}", 120, 13.0, bold=True) for city in ("Frankfurt", "Dublin"))
    assert len(frankfurt) == 3
    assert frankfurt[-1].endswith("Frankfurt")
    assert dublin[-1].endswith("Dublin")
    assert "…" in dublin[-1]
    assert not wrap_name(f"{family} - Frankf…", 120, 13.0)[-1].endswith("Frankf…")
    assert wrap_name("a\N{COMBINING ACUTE ACCENT}" * 4000, 120, 13.0)[-1].startswith("a")
    assert wrap_name("\N{COMBINING ACUTE ACCENT}" * 4000, 120, 13.0)


def test_a_wrapped_text_keeps_its_words_and_says_where_it_is_cut() -> None:
    assert wrap("Oak Cloud Hosting", 70, 11.5) == ("Oak Cloud", "Hosting")
    assert wrap("Oak Cloud Hosting Company of Dublin", 70, 11.5)[-1].endswith("…")
    assert wrap("", 70, 11.5) == ()


def test_a_word_wider_than_the_room_is_broken() -> None:
    assert "".join(wrap("x" * 30, 60, 11.5, most=9)) == "x" * 30


def test_the_thin_space_of_french_is_kept_narrow_and_no_line_breaks_there() -> None:
    said = "Siège\u202f: Suède"
    assert clean(f" {said}  x ") == f"{said} x"
    assert wrap(said, width("Siège\u202f:", 10) + 1, 10) == ("Siège\u202f:", "Suède")
    assert width("\u202f", 10) < width(" ", 10)


def test_no_line_ends_within_the_abbreviation_of_the_united_states() -> None:
    room = width("Plataforma Mailjet (EE.", 10) + 1
    assert wrap("Plataforma Mailjet (EE. UU.)", room, 10) == ("Plataforma Mailjet", "(EE. UU.)")
    assert wrap("VEE. UU.", width("VEE.", 10) + 1, 10) == ("VEE.", "UU.")
    assert wrap("EE. Acme", width("EE.", 10) + 1, 10, most=3)[0] == "EE."


def test_a_text_is_cut_at_a_number_of_characters() -> None:
    assert short("abc", 3) == "abc"
    assert short("abcd", 3) == "ab…"


def test_wide_letters_need_more_room_than_narrow_ones() -> None:
    assert width("WWW", 10) > width("iii", 10)
    assert width("日本", 10) == 20
    assert width("name", 10, bold=True) > width("name", 10)
    assert width("é", 10) == width("e", 10)


def test_a_width_is_measured_of_latin_letters_and_guessed_of_others() -> None:
    """Only what is measured is fitted in where a machine has another font."""
    assert all(map(is_measured, ("Ärzte · 3 Flüsse…", "Société (UE) → DE", "")))
    assert not any(map(is_measured, ("日本", "Привет", "🚀", "a\u0301b 日")))


@pytest.mark.parametrize(
    ("letter", "regular", "bold"),
    [("W", 944, 944), ("i", 222, 278), ("a", 556, 556), ("n", 556, 611), (" ", 278, 278), ("É", 667, 667),
     ("·", 333, 333), ("–", 556, 556), ("\u202f", 200, 200)],
)  # fmt: skip
def test_widths_are_those_of_the_font(letter: str, regular: int, bold: int) -> None:
    """As the tables of advances of Liberation Sans have them, which are those of Arial."""
    assert (round(width(letter, 1000)), round(width(letter, 1000, bold=True))) == (regular, bold)
