"""The tables of a policy as values of the model. Whether they fit together is for `references.py` to say."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendor_registry.changes.change import Kind
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import NO_READERS, Reader, Value, choice, is_table, read_table, written
from vendor_registry.intake.words import cells, places
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.model.policy.contract import ContractTerms
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.policy import Category, DataRegion, OwnFlow, System
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.register.place import UNKNOWN_REGION
from vendor_registry.model.text.origin import Cell

BUILT_IN = Path(__file__).with_name("taxonomy.toml")
AUTHORISATIONS = ("general", "specific")  # Art. 28(2)


def may_be_blank(read: Callable[[str], Any], blank: object) -> Reader:
    """A reader of an entry that may be left empty, like a cell."""
    return lambda text: read(trim(text)) if trim(text) else blank


COUNTRY = may_be_blank(places.country, "")


def company(book: Book) -> Company | None:
    """Who keeps the registry."""
    entry = book.root.inside("company")
    if entry.value is None:
        entry.say("this table is missing", 'Add [company], and below it name = "...".')
        return None
    seat = entry.inside("country").cell
    found = read_table(Company, entry, {"cell": seat}, {"country": COUNTRY, "website": may_be_blank(cells.link, "")})
    if found and "role" in entry.value:
        choice([*Role], entry.inside("role"))
    return found


def notice(book: Book) -> NoticeTerms | None:
    """What customers are promised when the list changes."""
    entry = book.root.inside("notice")
    since = Cell(book.file, book.lines.line(("notice", "since")), "notice.since")
    if entry.value is None:
        return NoticeTerms(cell=since)
    found = read_table(NoticeTerms, entry, {"cell": since})
    if found and "authorisation" in entry.value:
        choice(AUTHORISATIONS, entry.inside("authorisation"))
    for kind in (found.kinds or ()) if found else ():
        choice([*Kind], entry.inside("kinds").holding(kind))
    for name in ("change_days", "objection_business_days", "deletion_days"):
        if found and (days := getattr(found, name)) is not None and days < 0:
            entry.inside(name).say(f"{days} is less than no days", "Write 0 or more.")
    return found


def contract(book: Book) -> ContractTerms:
    """What a contract with a customer says beside the list of sub-processors."""
    entry = book.root.inside("contract")
    found = None if entry.value is None else read_table(ContractTerms, entry, {"cell": entry.cell})
    return found or ContractTerms()


def keyed(cls: type[Value], name: str, book: Book, readers: Mapping[str, Reader] = NO_READERS) -> dict[str, Value]:
    """A table of tables by key: products, services, systems."""
    found: dict[str, Value] = {}
    for entry in tables(name, book):
        key = str(entry.steps[-1])
        written(cells.key, entry.holding(key))
        given: dict[str, Any] = {"key": key} | _cell(cls, entry)
        value = read_table(cls, entry, given, readers)
        if value is not None:
            found[key] = value
    return found


def _cell(cls: type, entry: TomlEntry) -> dict[str, Cell]:
    """Where a thing stands that findings point to: a system, the seat of an entity."""
    if cls is Entity:
        return {"cell": entry.inside("country").cell}
    return {"cell": entry.cell} if cls is System else {}


def zones(book: Book) -> dict[str, DataRegion]:
    """Our data regions, their places as codes; a zone may lie in another."""
    found = keyed(DataRegion, "zones", book)
    for entry in tables("zones", book):
        codes = _codes(entry, declared("zones", book))
        if entry.steps[-1] in found:
            key = str(entry.steps[-1])
            found[key] = replace(found[key], places=codes)
    return found


def _codes(zone: TomlEntry, zones: Collection[str]) -> tuple[str, ...]:
    """The places of a data region; what is no text has been told already."""
    entry = zone.inside("places") if isinstance(zone.value, dict) else zone
    names = [name for name in entry.value if isinstance(name, str)] if isinstance(entry.value, list) else []
    codes = [written(lambda text: places.place(trim(text), zones).code, entry.holding(name)) for name in names]
    return tuple(code for code in codes if code)


def systems(book: Book) -> dict[str, System]:
    """Our own systems."""
    keys = declared("zones", book)
    region = may_be_blank(lambda text: places.region(text, keys), UNKNOWN_REGION)
    return keyed(System, "systems", book, {"region": region})


def flows(book: Book) -> tuple[OwnFlow, ...]:
    """Flows between our own systems."""
    return tuple(flow for entry in array("flows", book) if (flow := own_flow(entry)))


def own_flow(entry: TomlEntry) -> OwnFlow | None:
    """One flow between our own systems."""
    spelt = {"source": "from", "target": "to"}
    flow = read_table(OwnFlow, entry, {"cell": entry.cell}, {"mechanism": may_be_blank(mechanism, ())}, spelt)
    if flow and flow.since and flow.until and flow.until < flow.since:
        message = f'"{flow.until}" is before the first day, "{flow.since}" in since'
        entry.inside("until").say(message, "A flow ends after it begins; correct one of the two.")
    return flow


def built_in_categories() -> dict[str, Category]:
    """The data taxonomy of policies that have none of their own."""
    return categories(Book(BUILT_IN, BUILT_IN.name))


def categories(book: Book) -> dict[str, Category]:
    """The data taxonomy; the built-in one where the policy has none of its own.

    A parent that is not written (`contact` of `contact.email`) is there all the same.
    """
    if "data" not in book.root.value:
        return built_in_categories()
    found: dict[str, Category] = {}
    for key, entry in _categories(book.root.inside("data"), ()):
        for part in key.split("."):
            written(cells.key, entry.holding(part))
        if key in found:
            entry.say(f"{quote(key)} is declared twice", "Delete one of the two.")
        value = read_table(Category, entry.holding(_own(entry.value)), {"key": key})
        for parent in _parents(key):
            found.setdefault(parent, Category(key=parent, name={"": parent}))
        if value:
            found[key] = value
    return found


def declared(name: str, book: Book) -> Collection[str]:
    """The keys of a table of tables, sound or not, so that one fault does not make others."""
    table = book.root.value.get(name)
    return list(table) if isinstance(table, dict) else []


def array(name: str, book: Book) -> Iterator[TomlEntry]:
    """The tables of an array such as [[flows]]."""
    entry = book.root.inside(name)
    if isinstance(entry.value, list):
        yield from (entry.inside(number) for number in range(len(entry.value)))
    elif entry.value is not None:
        entry.say(f"{name} is not an array of tables", f"Write [[{name}]] above each of them.")


def tables(name: str, book: Book) -> Iterator[TomlEntry]:
    """The tables of a table by key such as [systems.website]."""
    entry = book.root.inside(name)
    if entry.value is not None and is_table(entry):
        yield from (entry.inside(key) for key in entry.value)


def _categories(entry: TomlEntry, above: tuple[str, ...]) -> Iterator[tuple[str, TomlEntry]]:
    """Categories by dotted key, whether written [data."contact.email"] or [data.contact.email]."""
    if entry.value is None or not is_table(entry):
        return
    for name in entry.value:
        inner = entry.inside(name)
        if above and not _is_category(name, inner.value):
            continue
        key = (*above, name)
        if not isinstance(inner.value, dict) or _own(inner.value) or not inner.value:
            yield ".".join(key), inner
        if isinstance(inner.value, dict):
            yield from _categories(inner, key)


def _is_category(name: str, value: object) -> bool:
    """Whether an entry below a category is a narrower category; `name` may be a table of languages."""
    return isinstance(value, dict) and name != "name"


def _own(value: object) -> object:
    """What a table says of the category itself."""
    return {n: v for n, v in value.items() if not _is_category(n, v)} if isinstance(value, dict) else value


def _parents(key: str) -> Iterator[str]:
    parts = key.split(".")
    return (".".join(parts[:length]) for length in range(1, len(parts)))
