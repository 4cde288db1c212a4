"""The phrases of documents, one file a language; a new file in wording/ is a new language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files

from babel import Locale

from vendor_registry.documents.parts.collation import Order, collated
from vendor_registry.model.text import wording

_FOLDER = files("vendor_registry.documents").joinpath("wording")


@dataclass(frozen=True)
class Phrases(wording.Wording):
    """The wording of one language."""

    locale: Locale
    collation: str = ""  # letters with a place of their own in the alphabet, as CLDR writes it
    unverified: tuple[str, ...] = ()  # keys of phrases that quote the law and were not yet compared with its words

    @property
    def tag(self) -> str:
        """The language with its country as readers and browsers know it (BCP 47): `de-DE`."""
        return str(self.locale).replace("_", "-")

    def label(self, text: str) -> str:
        """A label before what it names, with the signs and spaces that the language puts between them."""
        return f"{self.say('document.label', label=text)} "

    def opening(self, text: str) -> str:
        """A phrase as it stands at the beginning of a line."""
        return text[:1].upper() + text[1:]

    def order(self, name: str) -> Order:
        """What to sort a name by, as readers of the language look for it."""
        return collated(name, self.collation)

    def series(self, parts: Iterable[str]) -> str:
        """Names in a row, each once; set apart by a semicolon, since a name may hold a comma."""
        names = list(dict.fromkeys(parts))
        return reduce(lambda one, other: self.say("document.list", one=one, other=other), names) if names else ""


def languages() -> tuple[str, ...]:
    """The languages there is a wording for, in alphabetical order."""
    return wording.languages(_FOLDER)


def phrases(language: str) -> Phrases:
    """The wording of a language, written as `de`, `DE` or `de-AT`.

    Raises UsageError, with the languages there are, for any other.
    """
    return _read(wording.code_of(language, _FOLDER))


@cache
def _read(language: str) -> Phrases:
    about, texts = wording.read(language, _FOLDER)
    return Phrases(
        language=language,
        texts=texts,
        locale=Locale.parse(about["locale"]),
        collation=about["collation"],
        unverified=tuple(about["unverified"]),
    )
