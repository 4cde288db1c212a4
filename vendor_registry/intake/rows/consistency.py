"""Do the rows fit together? Keys, references, what rows of one vendor share, and the two dates of a row."""

from collections.abc import Collection, Iterator
from itertools import chain
from operator import contains

from vendor_registry.intake.rows.draft import Draft
from vendor_registry.intake.words.complaints import UnclearError, quote
from vendor_registry.intake.words.places import WRITE_CODE
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.origin import Fault

SUGGESTED = 20  # unknown keys of a sheet that get a suggestion; comparing costs more than all the rest


def seats(draft: Draft, left_out: Collection[str]) -> Iterator[Fault]:
    """Every vendor sits somewhere, and the law begins there. `left_out`: texts of rows that could not be read."""
    if None not in draft.values["country"]:
        return
    rows = list(zip(draft.values["vendor"], draft.values["country"], strict=True))
    elsewhere = {vendor for vendor, country in rows if country is not None}
    for row, (vendor, country) in enumerate(rows):
        if country is None and not isinstance(vendor, UnclearError) and vendor not in left_out:
            other = f"no other row of {quote(vendor)} names the country"
            then = f"no row of {quote(vendor)} that is in force with this one names the country"
            message = f"this cell is blank, and {then if vendor in elsewhere else other}"
            yield Fault(draft.cell(row, "country"), message, f"It says: seat of the contracting entity. {WRITE_CODE}")


def keys(draft: Draft, systems: Collection[str]) -> Iterator[Fault]:
    """Every row has a key of its own."""
    written = draft.values["key"]
    different = set(written)
    if len(different) == len(written) and different.isdisjoint(systems):
        return  # as in most sheets; what was not understood was told
    first: dict[str, int] = {}
    for row, key in enumerate(written):
        if isinstance(key, UnclearError):
            continue
        if key in systems:
            hint = "Systems and rows share one graph; give the row another key."
            yield Fault(draft.cell(row, "key"), f"{quote(key)} is the key of a system in the policy", hint)
        if first.setdefault(key, row) != row:
            message = f"{quote(key)} is the key of {draft.cell(first[key], '')} already"
            yield Fault(draft.cell(row, "key"), message, "Give every row a key of its own.")


def references(draft: Draft, systems: Collection[str], elsewhere: Collection[str]) -> Iterator[Fault]:
    """What a row names of other rows and of systems exists. `elsewhere`: keys of rows that could not be read."""
    rows = frozenset(key for key in draft.values["key"].cells if isinstance(key, str))
    left = SUGGESTED
    for header, known, what in (
        ("engaged_by", rows, "not the key of a row"),
        ("instead_of", rows, "not the key of a row"),
        ("replaces", rows, "not the key of a row"),
        ("receives_from", rows.union(systems), "neither a system of the policy nor the key of a row"),
    ):
        for row, entry in _doubtful(draft, header, known):
            if entry == draft.values["key"][row]:
                hint = "Leave the row's own key out."
                yield Fault(draft.cell(row, header), f"{quote(entry)} is the row itself", hint)
            elif entry not in known and entry not in elsewhere:
                then = "Keys stand in the column key" + (", systems in the policy." if known is not rows else ".")
                hint = did_you_mean(nearest(entry, _like(entry, known)) if left else "", then)
                left = max(left - 1, 0)
                yield Fault(draft.cell(row, header), f"{quote(entry)} is {what}", hint)


def _doubtful(draft: Draft, header: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The entries of cells that name their own row, or a key that is not known: most sheets have none."""
    keys, written = draft.values["key"], draft.values[header]
    if not any(written.different()):
        return
    cells = Column([entries if isinstance(entries, tuple) else () for entries in written.cells], written.number)
    if known.issuperset(chain.from_iterable(cells.different())) and not any(map(contains, cells, keys)):
        return
    for row, (key, entries) in enumerate(zip(keys, cells, strict=True)):
        if key in entries or not known.issuperset(entries):
            for entry in entries:
                yield row, entry


def _like(word: str, known: Collection[str]) -> list[str]:
    """Keys worth comparing: about as long."""
    return [key for key in known if abs(len(key) - len(word)) <= 3]


def dates(draft: Draft) -> Iterator[Fault]:
    """No engagement ends before it begins."""
    if not any(draft.values["until"].cells):
        return
    for row, (since, until) in enumerate(zip(draft.values["since"], draft.values["until"], strict=True)):
        if since is None or until is None or isinstance(since, UnclearError) or isinstance(until, UnclearError):
            continue
        if until < since:
            message = f'"{until}" is before the first day, "{since}" in since'
            yield Fault(
                draft.cell(row, "until"), message, "An engagement ends after it begins; correct one of the two."
            )
