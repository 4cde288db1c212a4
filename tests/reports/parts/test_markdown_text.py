"""Text of strangers inside Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.markdown_text import markdown_text

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("GDPR Art. 28(3)", "GDPR Art. 28(3)"),
        ("a|b", r"a\|b"),
        ("<b> & </b>", "&lt;b&gt; &amp; &lt;/b&gt;"),
        ("ask @ada about #7", "ask @&#8203;ada about #&#8203;7"),
        ("a @ b # c, ada@example.com", "a @ b # c, ada@example.com"),
        ("https://x www.y", r"https:\//x www\.y"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_could_mean_something_is_escaped(text: str, written: str) -> None:
    assert markdown_text(text) == written


@given(st.text(max_size=40))
def test_a_parser_shows_the_text_and_does_nothing_else(text: str) -> None:
    """Behind a word, as reports write it, so that no line begins with it."""
    [opening, inline, closing] = _PARSER.parse(f"x: {markdown_text(text)}.")
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    shown = "".join(child.content for child in inline.children or ())
    assert shown.replace("\u200b", "") == f"x: {visible(text)}."
