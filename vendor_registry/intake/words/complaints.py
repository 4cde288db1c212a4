"""What a reader of cells says when it does not understand one."""

import unicodedata

LONGEST = 80  # characters of a cell that a sentence can quote


class UnclearError(Exception):
    """A text that means nothing here: one complaint or several, each with what was expected."""

    def __init__(self, message: str, hint: str, *more: tuple[str, str]) -> None:
        self.complaints = ((message, hint), *more)
        super().__init__(message)


def all_unclear(complaints: list[tuple[str, str]]) -> UnclearError:
    """Several complaints about one cell, told together; there must be at least one."""
    (message, hint), *more = complaints
    return UnclearError(message, hint, *more)


def quote(text: str) -> str:
    """The sheet's own words in quotation marks: on one line, cut where long, invisible marks made visible."""
    line = " ".join(text.split())
    short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    return f'"{"".join(f"<U+{ord(one):04X}>" if unicodedata.category(one) == "Cf" else one for one in short)}"'
