"""Does a policy fit together? Every key that it mentions must be declared in it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from vendor_registry.intake.policy.rules import parameters, selector_readers
from vendor_registry.intake.policy.tables import array, declared, tables
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.words import places
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.declared import (
    DATA,
    DATA_SUBJECTS,
    PRODUCTS,
    SERVICES,
    ZONES,
    Declared,
    Vocabulary,
)
from vendor_registry.law.tables.zones import ZONES as JURISDICTIONS
from vendor_registry.model.policy.policy import DataRegion, Named, Policy

SYSTEMS = Vocabulary("systems", "a system")
ENTITIES = Vocabulary("entities", "an entity")

# Which entry of which table names keys of which other table.
REFERENCES: tuple[tuple[str, str, Vocabulary], ...] = (
    ("systems", "products", PRODUCTS),
    ("systems", "zone", ZONES),
    ("systems", "operator", ENTITIES),
    ("systems", "data_subjects", DATA_SUBJECTS),
    ("systems", "data", DATA),
    ("flows", "from", SYSTEMS),
    ("flows", "to", SYSTEMS),
    ("flows", "data", DATA),
    ("purposes", "data_subjects", DATA_SUBJECTS),
    ("purposes", "data", DATA),
    ("purposes", "services", SERVICES),
    ("recipients", "data", DATA),
    ("measures", "services", SERVICES),
)
PLACES_OF_RULES = ("between", "from_", "to", "zone", "zones")  # parameters that name data regions or other places


def check_references(policy: Policy, book: Book) -> None:
    """A fault for every key that is declared nowhere, and for data regions that lie in each other."""
    known = _known(policy, book)
    for table, field, vocabulary in REFERENCES:
        for entry in _entries(table, book):
            _check_words(entry, field, partial(vocabulary.word, declared=known[vocabulary.table]))
    for entry in _entries("rules", book):
        _check_rule(entry, known)
    for key in policy.zones:
        if key in _inside(key, policy.zones):
            message = f"{quote(key)} lies in itself"
            book.root.inside("zones").inside(key).inside("places").say(message, "Take one of the data regions out.")


def _check_rule(entry: TomlEntry, known: Mapping[str, Declared]) -> None:
    """Places, categories and products that a rule names as such; what a selector names is looked up when it selects."""
    cls = parameters(entry)
    selecting = selector_readers(cls) if cls else {}
    for name in PLACES_OF_RULES:
        if name not in selecting:
            _check_words(entry, name.rstrip("_"), partial(_exact_place, zones=known["zones"]), "zone:")
    for vocabulary in (DATA, PRODUCTS):
        if vocabulary.table not in selecting:
            check = partial(vocabulary.word, declared=known[vocabulary.table])
            _check_words(entry, vocabulary.table, check, f"{vocabulary.table}:")


def _known(policy: Policy, book: Book) -> Mapping[str, Declared]:
    """What is declared, by table; entries with faults count, so that one fault does not make others."""
    sound: Mapping[str, Declared] = {
        "products": policy.products,
        "zones": policy.zones,
        "data_subjects": policy.data_subjects,
        "data": policy.data,
    }
    return {
        name: {key: Named(key=key, name={}) for key in declared(name, book)} | dict(sound.get(name, {}))
        for name in ("products", "zones", "data_subjects", "data", "systems", "entities", "services")
    }


def _entries(table: str, book: Book) -> Iterator[TomlEntry]:
    found = array(table, book) if table in ("flows", "rules") else tables(table, book)
    return (entry for entry in found if isinstance(entry.value, dict))


def _check_words(entry: TomlEntry, field: str, check: Callable[[str], object], prefix: str = "") -> None:
    """Look at the word, or the words, of an entry; what is no text has been told already."""
    inner = entry.inside(field)
    for word in inner.value if isinstance(inner.value, list) else [inner.value]:
        if isinstance(word, str) and word:
            try:
                check(word.removeprefix(prefix))
            except UnclearError as unclear:
                inner.say_unclear(unclear)


def _exact_place(word: str, zones: Declared) -> None:
    """A rule compares codes, so that it needs the code (or UK, a jurisdiction of the law), not a name that means it."""
    code = places.place(word, zones).code
    if word not in (code, *JURISDICTIONS):
        raise UnclearError(f"{quote(word)} is not a code", f"did you mean {code}?")


def _inside(key: str, zones: Mapping[str, DataRegion]) -> set[str]:
    """The data regions that lie in this one, over any number of steps."""
    reached: set[str] = set()
    ahead = [key]
    while ahead:
        for place in zones[ahead.pop()].places:
            if place in zones and place not in reached:
                reached.add(place)
                ahead.append(place)
    return reached
