"""Labelled paragraphs of a text report."""

import textwrap
from collections.abc import Iterator

WIDTH = 110


def wrapped(label: str, text: str) -> Iterator[str]:
    """The text under a label of six characters, wrapped by words; nothing for an empty text."""
    if text:
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent=f"    {label.ljust(7)}" if label else "    ",
            subsequent_indent=" " * 11 if label else "    ",
            break_long_words=True,
            break_on_hyphens=False,
        )
