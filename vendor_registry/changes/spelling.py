"""Texts that say the same, letter for letter, once capitals, accents, blanks and punctuation are set aside."""

import unicodedata


def same(before: str, after: str) -> bool:
    """Whether two texts differ in nothing but their spelling. A letter more or less is a difference: "now", "not"."""
    return _letters(before) == _letters(after) != ""


def _letters(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in parts if character.isalnum())
