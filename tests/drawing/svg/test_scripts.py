"""Each run of a script stands in the font that has it."""

from xml.etree.ElementTree import Element, SubElement

from tests.documents.formats.test_shapes import FONTS
from vendor_registry.drawing.svg.scripts import _FONTS, in_own_fonts


def split(words: str) -> tuple[Element, list[tuple[str, str]]]:
    """The element of a text, and its parts in other fonts."""
    root = Element("svg")
    SubElement(root, "text").text = words
    [element] = in_own_fonts(root).iter("text")
    return element, [(part.get("font-family", ""), part.text or "") for part in element]


def test_a_text_in_the_font_of_the_drawing_is_left_as_it_is() -> None:
    for words in ("Ünïcödé GmbH", "Ελλάς, Москва, חברת ענן", ""):
        element, parts = split(words)
        assert (element.text or "", parts) == (words, [])


def test_scripts_are_told_apart_and_no_letter_is_lost() -> None:
    element, parts = split("GmbH شركة السحابة · 株式会社 🏳️\u200d🌈 end")
    assert element.text == "GmbH "
    assert parts == [
        ("'Noto Sans Arabic'", "شركة"),
        ("'Noto Sans Arabic'", "السحابة"),
        ("'Noto Sans CJK TC'", "株式会社"),
        ("'Noto Emoji'", "🏳️\u200d🌈"),
    ]
    assert [part.tail for part in element] == [" ", " · ", " ", " end"]
    assert "".join(element.itertext()) == "GmbH شركة السحابة · 株式会社 🏳️\u200d🌈 end"


def test_each_font_that_is_named_is_bundled() -> None:
    bundled = {file.stem.partition("-")[0].lower() for file in FONTS.iterdir()}
    assert {name.replace(" ", "").lower() for name in _FONTS} <= bundled
