"""Whatever stands in a list is the same text when the TOML is read back."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.intake.lists.toml_text import toml_text


@given(st.text())
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert tomllib.loads(f"text = {toml_text(text)}") == {"text": text}


@pytest.mark.parametrize("text", ["\x7f", 'a "quoted" \\ word', "two\nlines\r\n", "\0", "é 日本 \U0001f600"])
def test_signs_that_toml_gives_a_meaning_are_escaped(text: str) -> None:
    assert tomllib.loads(f"text = {toml_text(text)}") == {"text": text}
