"""The phrases of documents, one file a language; a new file in wording/ is a new language."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from string import Formatter

from babel import Locale

from vendor_registry.documents.parts.collation import Order, collated
from vendor_registry.model.text.origin import UsageError

_SUFFIX = ".toml"


@dataclass(frozen=True)
class Phrases:
    """The wording of one language. A key is the table and the name in the file: `scope.days`."""

    language: str  # code of the file: "de"
    locale: Locale
    texts: Mapping[str, str]
    collation: str = ""  # letters with a place of their own in the alphabet, as CLDR writes it
    unverified: tuple[str, ...] = ()  # keys of phrases that quote the law and were not yet compared with its words

    @property
    def tag(self) -> str:
        """The language with its country as readers and browsers know it (BCP 47): `de-DE`."""
        return str(self.locale).replace("_", "-")

    def say(self, key: str, **values: object) -> str:
        """A phrase with its values; braces inside a value stay as they are. A value that ends in a full stop of its own
        ("Acme Inc.", "EE. UU.") ends the sentence with it: no language writes two."""
        said = self.texts[key].format(**values)
        return _with_one_stop(self.texts[key], values) if ".." in said else said

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
    names = [entry.name for entry in files("vendor_registry.documents").joinpath("wording").iterdir()]
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def phrases(language: str) -> Phrases:
    """The wording of a language, written as `de`, `DE` or `de-AT`.

    Raises UsageError, with the languages there are, for any other.
    """
    code = language.strip().casefold().replace("_", "-").partition("-")[0]
    if code not in languages():
        raise UsageError(f'There is no wording for the language "{language}"; choose one of {", ".join(languages())}.')
    return _read(code)


@cache
def _read(language: str) -> Phrases:
    source = files("vendor_registry.documents").joinpath("wording", language + _SUFFIX)
    tables = tomllib.loads(source.read_text("utf-8"))
    locale, collation, unverified = (tables.pop(name) for name in ("locale", "collation", "unverified"))
    return Phrases(language, Locale.parse(locale), dict(_flat(tables)), collation, tuple(unverified))


def _with_one_stop(phrase: str, values: Mapping[str, object]) -> str:
    said = ""
    for text, name, _, _ in Formatter().parse(phrase):
        said += text.removeprefix(".") if said.endswith(".") else text
        said += str(values[name]) if name else ""
    return said


def _flat(tables: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for table, texts in tables.items():
        yield from ((f"{table}.{name}", text) for name, text in texts.items())
