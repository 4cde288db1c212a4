"""The phrases of one language, from a TOML file each: a new file in such a folder is a new language.

Documents and diagrams have a folder each. A key is the table and the name in the file: `scope.days`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any

from vendor_registry.model.text.origin import UsageError

_SUFFIX = ".toml"


@dataclass(frozen=True)
class Wording:
    """What is said in one language."""

    language: str  # code of the file: "de"
    texts: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """A phrase with its values; braces inside a value stay as they are. A value that ends in a full stop of its own
        ("Acme Inc.", "EE. UU.") ends the sentence with it: no language writes two."""
        said = self.texts[key].format(**values)
        return _with_one_stop(self.texts[key], values) if ".." in said else said


def languages(folder: Traversable) -> tuple[str, ...]:
    """The languages there is a wording for in a folder, in alphabetical order."""
    names = [entry.name for entry in folder.iterdir()]
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def code_of(language: str, folder: Traversable) -> str:
    """The code of a language that is written as `de`, `DE` or `de-AT`.

    Raises UsageError, with the languages there are, for any other.
    """
    code = language.strip().casefold().replace("_", "-").partition("-")[0]
    known = languages(folder)
    if code not in known:
        raise UsageError(f'There is no wording for the language "{language}"; choose one of {", ".join(known)}.')
    return code


def read(code: str, folder: Traversable) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """What a file says of its language as a whole (`locale`), and its phrases by key."""
    values = tomllib.loads(folder.joinpath(code + _SUFFIX).read_text("utf-8"))
    tables = {name: value for name, value in values.items() if isinstance(value, dict)}
    return {name: value for name, value in values.items() if name not in tables}, dict(_flat(tables))


def _with_one_stop(phrase: str, values: Mapping[str, object]) -> str:
    said = ""
    for text, name, _, _ in Formatter().parse(phrase):
        said += text.removeprefix(".") if said.endswith(".") else text
        said += str(values[name]) if name else ""
    return said


def _flat(tables: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for table, texts in tables.items():
        yield from ((f"{table}.{name}", text) for name, text in texts.items())
