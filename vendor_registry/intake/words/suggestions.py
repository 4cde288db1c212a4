"""What somebody probably meant."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

CLOSE = 0.72  # of difflib's ratio: "Germny" finds Germany, "UK" finds nothing
LONGEST = 60  # letters; nobody misspells a whole paragraph, and comparing one takes long


def fold(text: str) -> str:
    """A word without capitals, accents, dots and spare spaces, for comparison only."""
    bare = (text if text.isascii() else unicodedata.normalize("NFKD", text)).casefold()
    kept = bare.replace(".", "")
    if not kept.isascii():
        kept = "".join(letter for letter in kept if not unicodedata.combining(letter))
    return " ".join(kept.replace("_", " ").replace("-", " ").split())


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or "" where none is close."""
    return nearest_folded(word, {fold(one): one for one in sorted(known, reverse=True)})


def nearest_folded(word: str, folded: Mapping[str, str]) -> str:
    """As `nearest`, for a vocabulary that is folded already."""
    wanted = fold(word)
    if wanted in folded:
        return folded[wanted]
    if len(wanted) > LONGEST:
        return ""
    close = difflib.get_close_matches(wanted, folded, n=1, cutoff=CLOSE)
    return folded[close[0]] if close else ""


def did_you_mean(word: str, then: str) -> str:
    """A hint that begins with the suggestion, where there is one."""
    return f"did you mean {word}? {then}".rstrip() if word else then
