"""From a TOML entry to a value of a type, and from a table to a frozen dataclass by the types of its fields.

A small reader of our own: a text "30" is not taken for a number, the words of a fault are ours, and every
command starts 0.04 s (with its import, 0.1 s) sooner than with pydantic.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ClassVar, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

from vendor_registry.intake.policy.toml_file import TomlEntry
from vendor_registry.intake.words import dates
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.languages import LANGUAGES
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.text.counting import abridged


class Dataclass(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Value = TypeVar("Value", bound=Dataclass)


@dataclass(frozen=True, slots=True)
class Each:
    """Of a list: how each of its texts is read."""

    read: Callable[[str], Any]


Reader = Callable[[str], Any] | Each  # of an entry that is written as a cell of the sheet

PLAIN: dict[type, tuple[str, str]] = {
    str: ("a text", 'Write it in quotation marks: "...".'),
    bool: ("true or false", "Write true or false, without quotation marks."),
    int: ("a whole number", "Write digits, without quotation marks."),
    float: ("a number", "Write digits, without quotation marks."),
}
LARGEST = 36_500  # a hundred years in days: no period, share or depth of a policy is larger
NO_READERS: Mapping[str, Reader] = {}
SUGGESTED = 20  # misspelt names of a table that get a suggestion; comparing costs more than all the rest
SPELT_ALIKE: Mapping[str, str] = {}


def read_table(
    cls: type[Value],
    entry: TomlEntry,
    given: Mapping[str, Any],
    readers: Mapping[str, Reader] = NO_READERS,
    spelt: Mapping[str, str] = SPELT_ALIKE,
) -> Value | None:
    """A table as a value of a frozen dataclass; None where it has faults, which are then in the book.

    `given` are fields that the table does not say: its key, its cell. `readers` are for entries written as in the
    sheet. `spelt` are fields with another name in the file; `from_` is always spelt `from`.
    """
    if not is_table(entry):
        return None
    before = len(entry.book.faults)
    known = {spelt.get(one.name, one.name.rstrip("_")): one for one in fields(cls) if one.name not in given}
    check_names(entry, known)
    types = _types(cls)
    values = dict(given)
    for name, one in known.items():
        inner = entry.inside(name)
        if name in entry.value:
            reader = readers.get(one.name)
            values[one.name] = written(reader, inner) if reader else typed(types[one.name], inner)
        elif one.default is MISSING and one.default_factory is MISSING:
            inner.say("this entry is missing", f"Add a line that begins with {name} = .")
    return cls(**values) if len(entry.book.faults) == before else None


@cache
def _types(cls: type[Dataclass]) -> dict[str, Any]:
    """The types of its fields, of which a policy has many values."""
    return get_type_hints(cls)


def is_table(entry: TomlEntry) -> bool:
    """Whether a value is a table; if not, there is a fault."""
    if not isinstance(entry.value, dict):
        entry.say(f"{_show(entry.value)} is not a table", "Write its entries below a line with its name in brackets.")
    return isinstance(entry.value, dict)


def check_names(entry: TomlEntry, known: Collection[str]) -> None:
    """A fault for every entry of a table that has no meaning there: a misspelt name must not be passed over."""
    unused = [one for one in known if one not in entry.value]
    strange = [name for name in entry.value if name not in known]
    for number, name in enumerate(strange):
        meant = nearest(name, unused) if number < SUGGESTED else ""
        hint = did_you_mean(meant, f"Known here: {', '.join(known)}.")
        entry.inside(name).say(f"{quote(name)} means nothing here", hint)


def typed(kind: Any, entry: TomlEntry) -> Any:
    """A value of a type; None, and a fault, where it is of another. Raises TypeError for a type that has no reader."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return typed(_member(inner, entry.value), entry)
    if origin is tuple:
        return _list(inner[0], entry)
    if origin is Literal:
        return choice(inner, entry)
    if origin is not None and issubclass(origin, Mapping):
        return _text(entry)
    if kind is date:
        return _date(entry)
    if issubclass(kind, StrEnum):
        word = choice([one.value for one in kind], entry)
        return None if word is None else kind(word)
    return _plain(kind, entry)


def written(read: Reader, entry: TomlEntry) -> Any:
    """An entry that is written as a cell of the sheet, or a list of them."""
    if isinstance(read, Each):
        return tuple(written(read.read, entry.holding(value)) for value in entry.value) if _is_list(entry) else ()
    if typed(str, entry) is None:
        return None
    try:
        return read(entry.value)
    except UnclearError as unclear:
        entry.say_unclear(unclear)
        return None


def choice(words: Collection[str], entry: TomlEntry) -> str | None:
    """One of a few words."""
    given = entry.value
    if isinstance(given, str) and given in words:
        return given
    if type(given) is int and str(given) in words:
        entry.say(f"{given} stands without quotation marks", f'Write "{given}".')
        return None
    hint = f"Write one of {abridged(filter(None, words))}."
    entry.say(f"{_show(given)} is not known here", did_you_mean(nearest(str(given), words), hint))
    return None


def _member(kinds: tuple[Any, ...], value: object) -> Any:
    """The member of a union that a value was meant for: TOML has no null, and a list is a list."""
    for kind in kinds:
        if (get_origin(kind) is tuple) == isinstance(value, list) and kind is not NoneType:
            return kind
    return kinds[0]


def _plain(kind: type, entry: TomlEntry) -> Any:
    if kind not in PLAIN:
        raise TypeError(f"{kind} has no reader")
    if kind is int and type(entry.value) is int and abs(entry.value) > LARGEST:
        entry.say(f"{entry.value} is too large to be meant", f"Write {LARGEST} or less.")
        return None
    if type(entry.value) is kind:
        return entry.value
    if kind is float and type(entry.value) is int:
        return float(entry.value)
    what, hint = PLAIN[kind]
    entry.say(f"{_show(entry.value)} is not {what}", hint)
    return None


def _list(kind: Any, entry: TomlEntry) -> tuple[Any, ...]:
    return tuple(typed(kind, entry.holding(value)) for value in entry.value) if _is_list(entry) else ()


def _is_list(entry: TomlEntry) -> bool:
    if not isinstance(entry.value, list):
        entry.say(f"{_show(entry.value)} is not a list", 'Write it in brackets: ["...", "..."].')
    return isinstance(entry.value, list)


def _text(entry: TomlEntry) -> dict[str, str]:
    """A text, or a table of texts by language."""
    if isinstance(entry.value, str):
        return {"": entry.value}
    if not isinstance(entry.value, dict) or not entry.value:
        entry.say(f"{_show(entry.value)} is not a text", 'Write "..." or { en = "...", de = "..." }.')
        return {}
    for language in entry.value:
        if language not in LANGUAGES:
            hint = "Write a code of ISO 639-1 such as en or de."
            entry.inside(language).say(f"{quote(language)} is not a language", hint)
        typed(str, entry.inside(language))
    return entry.value


def _date(entry: TomlEntry) -> Any:
    if isinstance(entry.value, str):
        return written(dates.day, entry)
    if isinstance(entry.value, date) and not isinstance(entry.value, datetime):
        return written(dates.day, entry.holding(entry.value.isoformat()))
    entry.say(f"{_show(entry.value)} is not a date", dates.FORM)
    return None


def _show(value: object) -> str:
    """A value as it stands in the file, as far as a sentence can hold it."""
    if isinstance(value, list | dict):
        return "this list" if isinstance(value, list) else "this table"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quote(value) if isinstance(value, str) else str(value)
