"""Labelled paragraphs of a text report."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 110
NO_BREAK = "\u00a0"
LABEL = 7  # columns of a label, the blank behind it included


def wrapped(label: str, text: str, indent: int = 4, width: int = WIDTH, hanging: int = 0) -> Iterator[str]:
    """The text under a label of six characters, wrapped by words; nothing for an empty text.

    `hanging`: how much deeper the second line and those below it stand. Words joined by NO_BREAK stay on one line.
    """
    below = " " * (indent + (LABEL if label else 0) + hanging)
    if text:
        lines = textwrap.wrap(
            text,
            width,
            initial_indent=" " * indent + (label.ljust(LABEL) if label else ""),
            subsequent_indent=below,
            break_long_words=True,
            break_on_hyphens=False,
        )
        yield from (inert(line).replace(NO_BREAK, " ") for line in lines)


def unbroken(cells: Iterable[object]) -> str:
    """Cells, or other things of several words, with commas between; none is broken at the end of a line."""
    return ", ".join(str(cell).replace(" ", NO_BREAK) for cell in cells)


def inert(line: str) -> str:
    """A line that begins with :: would be a command to a build server that reads the log."""
    return line.replace("::", r"\x3a:", 1) if line.lstrip().startswith("::") else line
