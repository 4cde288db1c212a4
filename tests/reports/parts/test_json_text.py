"""JSON that steers neither terminal nor log."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.sample import HOSTILE_TEXTS
from vendor_registry.reports.parts.json_text import json_text


@given(st.text(alphabet=st.characters(), max_size=60))
def test_whatever_goes_in_comes_back(text: str) -> None:
    assert json.loads(json_text({"a": text})) == {"a": text}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_strange_text_comes_back_and_is_harmless_on_the_way(text: str) -> None:
    written = json_text({"a": text})
    assert json.loads(written) == {"a": text}
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in written.replace("\n", ""))
    assert "##[" not in written
    assert written.encode("utf-8")


def test_letters_of_all_languages_stay_readable() -> None:
    assert "Müller 日本 👩‍💻" in json_text({"a": "Müller 日本 👩‍💻"})
