"""Text that would steer a reader's program is shown, not obeyed."""

import html
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from tests.documents.sample import STEERING
from vendor_registry.model.text.visible import printable


def test_controls_and_bidi_overrides_are_written_out() -> None:
    for handed_in, seen in STEERING.items():
        assert printable(handed_in) == seen


def test_a_text_stays_on_one_line() -> None:
    assert printable("a\r\nb\tc\u2028d") == "a  b c\\u2028d"


def test_names_in_real_scripts_keep_their_joiners_and_marks() -> None:
    for name in ("می‌خواهم", "עברית\u200f", "👩‍💻", "Straße", "Zoë", "株式会社", "soft\xadhyphen"):
        assert printable(name) == name


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_legal_xml_on_one_line(text: str) -> None:
    shown = printable(text)
    assert (ElementTree.fromstring(f"<x>{html.escape(shown)}</x>").text or "") == shown
    assert len(shown.splitlines()) <= 1
    assert printable(shown) == shown
