"""Labelled paragraphs of a text report."""

import textwrap
from collections.abc import Iterator

WIDTH = 110
LABEL = 7  # columns of a label, the blank behind it included


def wrapped(label: str, text: str, indent: int = 4, width: int = WIDTH) -> Iterator[str]:
    """The text under a label of six characters, wrapped by words; nothing for an empty text."""
    hanging = " " * (indent + LABEL if label else indent)
    if text:
        lines = textwrap.wrap(
            text,
            width,
            initial_indent=" " * indent + (label.ljust(LABEL) if label else ""),
            subsequent_indent=hanging,
            break_long_words=True,
            break_on_hyphens=False,
        )
        yield from map(_inert, lines)


def _inert(line: str) -> str:
    """A line that begins with :: would be a command to a build server that reads the log."""
    return line.replace("::", r"\x3a:", 1) if line.lstrip().startswith("::") else line
