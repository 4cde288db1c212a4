"""What a picture says in one language: its phrases, numbers with their nouns, days and countries (Unicode CLDR).

One file a language; a new file in wording/ is a new language of diagrams.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from vendor_registry.model.text import wording

_FOLDER = files("vendor_registry.drawing").joinpath("wording")
_WRITTEN_IN = "en"  # findings, and what the tables of the law cite


@dataclass(frozen=True, eq=False)
class Words(wording.Wording):
    """The wording of one language."""

    locale: Locale
    dates: str  # a form or a pattern of CLDR: "long", "yyyy-MM-dd"
    numbers: str  # a pattern of CLDR: "#,##0"

    def say(self, key: str, **values: object) -> str:
        """A phrase with its values, numbers as the language writes them."""
        return super().say(
            key, **{name: self.number(one) if isinstance(one, int) else one for name, one in values.items()}
        )

    def count(self, noun: str, number: int) -> str:
        """A number with its noun in the form that the language has for it: `1 flow`, `2 flows`."""
        form = f"count.{noun}_{self.locale.plural_form(number)}"
        return self.say(form if form in self.texts else f"count.{noun}_other", count=number)

    def joined(self, parts: Iterable[str]) -> str:
        """Titles, one narrowing the other; blanks are left out."""
        named = [part for part in parts if part]
        return reduce(lambda one, other: self.say("title.joined", one=one, other=other), named) if named else ""

    def series(self, parts: Iterable[str]) -> str:
        """Names or texts in a row, each once, set apart as the language does it."""
        named = list(dict.fromkeys(parts))
        return reduce(lambda one, other: self.say("title.list", one=one, other=other), named) if named else ""

    def number(self, number: int) -> str:
        return str(number) if number < 1000 else format_decimal(number, format=self.numbers, locale=self.locale)

    def day(self, day: str) -> str:
        """An ISO date as people write it; in French the first of a month is 1er, which CLDR does not know."""
        text = format_date(date.fromisoformat(day), self.dates, locale=self.locale)
        return f"1er {text.removeprefix('1 ')}" if self.language == "fr" and day.endswith("-01") else text

    def country(self, code: str) -> str:
        """A country or zone by name, or the code where it has none."""
        return self.texts.get(f"place.{code}") or self.locale.territories.get(code, code)

    def marked(self, text: str, language: str) -> str:
        """A text in another language than the picture, which says so, as documents do."""
        if not text or language == self.language:
            return text
        return f"{text} ({self.locale.languages.get(language, language)})"

    def original(self, text: str) -> str:
        """The words of a rule, which are English whatever the picture speaks."""
        return self.marked(text, _WRITTEN_IN)

    def table(self, name: str) -> dict[str, str]:
        """All phrases of a table by their names, for the script of the page."""
        start = f"{name}."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}


def languages() -> tuple[str, ...]:
    """The languages there is a wording for, in alphabetical order."""
    return wording.languages(_FOLDER)


def words(language: str) -> Words:
    """The wording of a language, written as `de`, `DE` or `de-AT`.

    Raises UsageError, with the languages there are, for any other.
    """
    return _read(wording.code_of(language, _FOLDER))


@cache
def _read(language: str) -> Words:
    about, texts = wording.read(language, _FOLDER)
    return Words(language, texts, Locale.parse(about["locale"]), about["dates"], about["numbers"])


@cache
def english() -> Words:
    """The wording where nobody asks for another."""
    return words("en")
