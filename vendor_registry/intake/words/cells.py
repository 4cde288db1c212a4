"""Readers of cells that need nothing but the cell: texts, keys, words of a list, links, yes and no."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from vendor_registry.intake.words.characters import BLANKS, trim
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.keys import KEY, slug
from vendor_registry.intake.words.suggestions import did_you_mean, fold, nearest
from vendor_registry.model.text.unsaid import LONGEST, may_be_unsaid

Word = TypeVar("Word", bound=StrEnum)

WEB_LINK = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
MAIL_LINK = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
BARE_LINK = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
LEI = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
PLAIN_KEYS = re.compile(r"[a-z0-9_-]+(?:; [a-z0-9_-]+)*")
EDGES = frozenset(f"{BLANKS};")  # what is taken off a cell, or alone says nothing
LINE_END = re.compile(r"\r\n?")

YES = "yes y true x ✓ ✔ ☑ ja j wahr oui o vrai si verdadero"
NO = "no n false nein falsch non faux falso ☐"
ANSWERS = {word: word in YES.split() for word in (*YES.split(), *NO.split())}


def text(written: str) -> str:
    """Any text; line breaks of all systems become one kind."""
    return LINE_END.sub("\n", written) if "\r" in written else written


def plain_text(written: str) -> str | None:
    """A text that is what it says, as nearly every one; None where it is to be looked at."""
    if not written or written[0] in EDGES or written[-1] in EDGES or "\r" in written:
        return None
    return None if len(written) <= LONGEST and may_be_unsaid(written) else written


def items(written: str) -> tuple[str, ...]:
    """The entries of a list with `;` between, each once, in the order of the cell."""
    if ";" not in written:  # as most cells: three times as fast
        only = trim(text(written))
        return (only,) if only else ()
    return tuple(dict.fromkeys(filter(None, map(trim, text(written).split(";")))))


def plain_keys(written: str) -> tuple[str, ...] | None:
    """The entries of a list of keys that is written as we write it; None where it is to be looked at."""
    if not PLAIN_KEYS.fullmatch(written) or (len(written) <= LONGEST and may_be_unsaid(written)):
        return None
    entries = tuple(written.split("; "))
    return entries if len(set(entries)) == len(entries) else None


def plain_key(written: str) -> str | None:
    """The same of one key."""
    return written if KEY.fullmatch(written) else None


def key(written: str) -> str:
    """A short stable slug."""
    if KEY.fullmatch(written):
        return written
    then = "Keys are small letters and digits, with hyphens between."
    raise UnclearError(f"{quote(written)} cannot be a key", did_you_mean(slug(fold(written)), then))


def link(written: str) -> str:
    """A web or mail address. Other schemes (javascript:, file:) would be live in the documents."""
    if WEB_LINK.fullmatch(written) or MAIL_LINK.fullmatch(written):
        return written
    meant = f"https://{written}" if BARE_LINK.fullmatch(written) else ""
    then = "Links begin with https://, http:// or mailto: and hold no spaces."
    raise UnclearError(f"{quote(written)} is not a link", did_you_mean(meant, then))


def lei(written: str) -> str:
    """A legal entity identifier (ISO 17442): 20 letters and digits, of which the last two check the others."""
    code = "".join(written.split()).upper()
    if LEI.fullmatch(code) and int("".join(str(int(sign, 36)) for sign in code)) % 97 == 1:  # ISO 7064, MOD 97-10
        return code
    then = "It has 20 letters and digits; copy it from the register of the Global LEI Foundation."
    raise UnclearError(f"{quote(written)} is not a legal entity identifier", then)


def yes_or_no(written: str) -> bool:
    """`yes` or `no`, in the languages of titles too; spreadsheets make TRUE and FALSE of them, and a cross is a yes."""
    answer = ANSWERS.get(fold(written))
    if answer is None:
        raise UnclearError(f"{quote(written)} is neither yes nor no", "Write yes or no.")
    return answer


def word_of(words: type[Word], what: str) -> Callable[[str], Word]:
    """A reader of one of our own words, such as a role; capitals and hyphens do not matter."""
    by_folded = {fold(word): word for word in words if word}

    def read(written: str) -> Word:
        word = by_folded.get(fold(written))
        if word is None:
            then = f"Write one of {', '.join(by_folded.values())}."
            raise UnclearError(
                f"{quote(written)} is not {what}", did_you_mean(nearest(written, by_folded.values()), then)
            )
        return word

    return read
