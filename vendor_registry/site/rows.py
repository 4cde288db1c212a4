"""The sub-processors of an edition as a page shows them: by service, one block a vendor, and whom a filter shows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vendor_registry.documents.parts.grounds import written
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.selection import ListedVendor
from vendor_registry.model.register.coverage import each
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.site.filters import conditions

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A vendor with what it does in one service."""

    vendor: str
    engager: str  # vendor that engages it; "": we do
    fields: tuple[tuple[str, tuple[str, ...]], ...]  # label, lines
    products: tuple[str, ...]  # keys
    zones: tuple[str, ...]
    conditions: tuple[str, ...]
    places: tuple[str, ...]  # codes
    rows: str = ""  # the four of each row, where rows differ: "mail;eu;-;DE AT|mail;us;-;US"


def _entity(one: Engagement, names: Names) -> str:
    country = names.country(one.country)
    said = one.address.casefold().endswith(country.casefold())
    return ", ".join(filter(None, (one.legal_name, one.address, "" if said else country)))


def _purpose(one: Engagement, names: Names) -> str:
    only = names.conditions(one.condition)
    told = one.purpose_in(names.phrases.language)
    return f"{told} ({names.phrases.say('annex.conditional', condition=only)})" if only else told


def _place(one: Engagement, names: Names) -> str:
    access = names.places(one.access_from)
    told = f"{names.phrases.label(names.phrases.say('entry.access_from'))}{access}" if access else ""
    return ". ".join(filter(None, (names.places(one.region), told)))


def _data(one: Engagement, names: Names) -> str:
    return ". ".join(filter(None, (names.categories(one.data or ()), names.subjects(one.data_subjects or ()))))


def _safeguard(one: Engagement, names: Names) -> str:
    translated = one.translated("measures", names.phrases.language)
    measures = (translated,) if translated else one.measures
    return names.phrases.series((*(written(claim, names) for claim in one.mechanism), *measures))


def _since(one: Engagement, names: Names) -> str:
    since = names.short_day(one.since) if one.since else ""
    until = names.phrases.say("entry.until", day=names.short_day(one.until)) if one.until else ""
    return names.phrases.series(filter(None, (since, until)))


def _for(one: Engagement, names: Names) -> str:
    return names.products(one.products)


_FIELDS: tuple[tuple[str, tuple[str, ...], Callable[[Engagement, Names], str]], ...] = (
    ("entity", ("legal_name", "address", "country"), _entity),
    ("purpose", ("purpose",), _purpose),
    ("products", ("products",), _for),
    ("place", ("region", "access_from"), _place),
    ("data", ("data", "data_subjects"), _data),
    ("safeguard", ("mechanism", "measures"), _safeguard),
    ("since", ("since", "until"), _since),
)


def groups(entries: Iterable[ListedVendor], names: Names) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Headings and their blocks, services in the order of the policy; each engagement stands once."""
    order = {key: number for number, key in enumerate(names.policy.services)}
    found: dict[str, list[Block]] = {}
    shown: set[str] = set()
    for entry in entries:
        by_service: dict[str, list[Engagement]] = {}
        for one in entry.engagements:
            if one.key not in shown:
                by_service.setdefault(one.service, []).append(one)
        shown.update(one.key for one in entry.engagements)
        for service, rows in by_service.items():
            found.setdefault(service, []).append(_block(entry, rows, names))
    ordered = sorted(found, key=lambda key: (order.get(key, len(order)), key))
    return tuple((names.services([key]), tuple(found[key])) for key in ordered)


def _block(entry: ListedVendor, rows: Sequence[Engagement], names: Names) -> Block:
    public = names.policy.site.public
    fields = (
        (names.phrases.say(f"site.{label}"), tuple(_lines(rows, read, names)))
        for label, columns, read in _FIELDS
        if public.intersection(columns)
    )
    apart = sorted({_keys([one], names) for one in rows})
    told = "|".join(";".join(" ".join(keys) for keys in kinds) for kinds in apart) if len(apart) > 1 else ""
    products, zones, depends, places = _keys(rows, names)
    return Block(entry.vendor, entry.engager, tuple(fields), products, zones, depends, places, told)


def _keys(rows: Sequence[Engagement], names: Names) -> tuple[Keys, Keys, Keys, Keys]:
    """By what filters ask: products, data regions, conditions and places."""
    products = {key for one in rows for key in each(one.products, names.policy.products)}
    zones = {key for one in rows for key in each((one.zone,), names.policy.zones)}
    places = {place.code for one in rows for place in (*one.region.places, *one.access_from.places)}
    return _sorted(products), _sorted(zones), _sorted(conditions(rows)), _sorted(places)


def _lines(rows: Sequence[Engagement], read: Callable[[Engagement, Names], str], names: Names) -> Iterator[str]:
    """A text that all rows share once; where they differ, each with what tells its rows from the others."""
    told: dict[str, list[Engagement]] = {}
    for one in rows:
        told.setdefault(read(one, names) or names.phrases.say("document.missing"), []).append(one)
    labels = _labels(tuple(told.values()), names)
    for text, label in zip(told, labels, strict=True):
        yield text if len(told) == 1 or text == label else f"{names.phrases.label(label)}{text}"


def _labels(apart: Sequence[Sequence[Engagement]], names: Names) -> tuple[str, ...]:
    """The data regions of some rows, beside others; their products where the data regions are the same everywhere."""
    zones = tuple(names.zones(_sorted({one.zone for one in rows})) for rows in apart)
    if len(set(zones)) > 1:
        return zones
    return tuple(names.products(dict.fromkeys(key for one in rows for key in one.products)) for rows in apart)


def _sorted(keys: Iterable[str]) -> Keys:
    return tuple(sorted(keys))
