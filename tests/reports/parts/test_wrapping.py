"""Labelled paragraphs."""

from vendor_registry.reports.parts.wrapping import WIDTH, wrapped


def test_an_empty_text_has_no_label_either() -> None:
    assert list(wrapped("law", "")) == []


def test_long_texts_hang_below_their_first_word() -> None:
    first, *rest = wrapped("law", "word " * 60)
    assert first.startswith("    law    word")
    assert all(line.startswith("           word") for line in rest)
    assert all(len(line) <= WIDTH for line in (first, *rest))


def test_without_a_label_the_text_begins_at_the_indent() -> None:
    assert list(wrapped("", "some words", indent=2)) == ["  some words"]


def test_a_line_that_would_begin_like_a_command_does_not() -> None:
    """A vendor's name may be written so that wrapping puts :: at the start of a line."""
    [first, second] = wrapped("", "x" * (WIDTH - 4) + "::error::y")
    assert first == "    " + "x" * (WIDTH - 4)
    assert second == r"    \x3a:error::y"
