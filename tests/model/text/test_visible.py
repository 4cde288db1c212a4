"""What would steer a terminal is shown, not obeyed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.model.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Müller & Söhne", "Müller & Söhne"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("a\u202eb", r"a\u202eb"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("👩‍💻", "👩‍💻"),
        ("next\u0085line", r"next\x85line"),
        ("half \ud800", r"half \ud800"),
        ("no character \uffff", r"no character \uffff"),
        ("##[error]x", r"\x23#[error]x"),
        ("a ##vso[task.setvariable variable=a]b", r"a \x23#vso[task.setvariable variable=a]b"),
        ("## a [heading]", "## a [heading]"),
    ],
)
def test_controls_are_written_out_and_the_rest_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters(), max_size=40))
def test_no_control_character_survives(text: str) -> None:
    assert not any(unicodedata.category(character) == "Cc" for character in visible(text))
