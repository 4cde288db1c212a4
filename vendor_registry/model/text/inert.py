"""Texts in a CSV file that a spreadsheet does not run. Every writer of CSV sends every cell through here."""

import re

_FORMULA = tuple("=+-@＝＋－＠")  # what a spreadsheet takes for the start of a formula, full-width forms too
_NUMBER = re.compile(r"[+-][\d.,]+(?:[eE][+-]?\d+)?%?\s*")


def inert(text: str) -> str:
    """Text that stays text: what would be a formula gets the apostrophe with which spreadsheets mark text.

    A tab or a line break at the start counts too: some spreadsheets drop it and look at what follows. A number with
    its sign is a number, and a sign alone is none. Source: OWASP, CSV Injection.
    """
    rest = text.lstrip()
    signed = rest.startswith(_FORMULA) and rest[1:].strip() != "" and not _NUMBER.fullmatch(rest)
    return f"'{text}" if signed or text.startswith(("\t", "\r", "\n")) else text
