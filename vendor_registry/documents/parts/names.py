"""What keys and codes are called in the language of a document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from vendor_registry.documents.parts.phrases import Phrases
from vendor_registry.model.policy.policy import DataRegion, Named, Policy, say
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Days
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import UNKNOWN_ACCESS, Place, Region

_WORD = re.compile(r"[^\W\d_A-Z]{2}")  # letters that no abbreviation has
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ByKey = Mapping[str, Named] | Mapping[str, DataRegion]


@dataclass(frozen=True)
class Names:
    """Names from the policy, of countries and of days. What has no name is called by its key, never left out."""

    policy: Policy
    phrases: Phrases

    def products(self, keys: Iterable[str]) -> str:
        return self._all_or(keys, self.policy.products, "scope.all_products")

    def zones(self, keys: Iterable[str]) -> str:
        return self._all_or(keys, self.policy.zones, "scope.all_zones")

    def services(self, keys: Iterable[str]) -> str:
        return self.phrases.series(self._named(key, self.policy.services) for key in keys)

    def conditions(self, keys: Iterable[str]) -> str:
        return self.phrases.series(self._named(key, self.policy.conditions) for key in keys)

    def subjects(self, keys: Iterable[str]) -> str:
        return self.phrases.series(self._named(key, self.policy.data_subjects) for key in keys)

    def categories(self, keys: Iterable[str]) -> str:
        return self.phrases.series(map(self._category, keys))

    def said(self, engagement: Engagement, field: str) -> str:
        """What a row says in a column that may be translated; else as it is written, with the language of the sheet."""
        original = getattr(engagement, field)
        text = original if isinstance(original, str) else self.phrases.series(original)
        translated = engagement.translated(field, self.phrases.language)
        return translated or (self._of_the_sheet(text) if text else "")

    def quoted(self, text: str) -> str:
        """Words of a cell that nobody translates, with their language; an abbreviation is of none."""
        return self._of_the_sheet(text) if _WORD.search(_IN_BRACKETS.sub("", text)) else text

    def _of_the_sheet(self, text: str) -> str:
        written_in = next(iter(self.policy.languages), self.phrases.language)
        return text if written_in == self.phrases.language else self.marked(text, written_in)

    def marked(self, text: str, language: str) -> str:
        """A text in another language than the document, which says so."""
        return f"{text} ({self.phrases.locale.languages.get(language, language)})"

    def period(self, number: int, counted: Days) -> str:
        """A number of calendar or of business days (Regulation 1182/71, Article 3)."""
        return self.phrases.say(f"scope.{counted}_days", count=number)

    def day(self, day: date) -> str:
        return self._written(day, "long")

    def short_day(self, day: date) -> str:
        return self._written(day, "medium")

    def _written(self, day: date, form: str) -> str:
        """As people write it: in French the first of a month is 1er, which the tables of the locale do not know."""
        text = format_date(day, form, locale=self.phrases.locale)
        return f"1er {text.removeprefix('1 ')}" if self.phrases.locale.language == "fr" and day.day == 1 else text

    def country(self, code: str) -> str:
        """The name of a country, of a zone such as EEA, or of a data region of ours."""
        if code in self.policy.zones:
            return self._named(code, self.policy.zones)
        return self.phrases.texts.get(f"place.{code}") or self.phrases.locale.territories.get(code, code)

    def places(self, region: Region) -> str:
        if region == UNKNOWN_ACCESS:
            return self.phrases.say("document.missing")
        return self.phrases.series(map(self._place, region.places))

    def _place(self, place: Place) -> str:
        name = self.country(place.code)
        return self.phrases.say("place.with_detail", place=name, detail=place.detail) if place.detail else name

    def _category(self, key: str) -> str:
        category = self.policy.data.get(key)
        if category is None:
            return key
        name = say(category.name, self.phrases.language) or key
        return self.phrases.say("entry.special", category=name) if category.special else name

    def _all_or(self, keys: Iterable[str], named: _ByKey, everything: str) -> str:
        wanted = tuple(keys)
        return (
            self.phrases.say(everything)
            if ALL in wanted
            else self.phrases.series(self._named(key, named) for key in wanted)
        )

    def _named(self, key: str, named: _ByKey) -> str:
        return say(named[key].name, self.phrases.language) or key if key in named else key
