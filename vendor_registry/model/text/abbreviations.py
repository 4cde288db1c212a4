"""Abbreviations of several words, within which no line ends."""

STATES = "EE. UU."  # Estados Unidos, in Spanish


def unbroken(text: str) -> str:
    """The text with spaces that do not break inside of its abbreviations."""
    return text.replace(STATES, STATES.replace(" ", "\u00a0"))
