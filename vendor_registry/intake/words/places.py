"""Readers of countries and of regions: where a company sits, and where it processes."""

from collections.abc import Collection, Iterator
from importlib import import_module

from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.country_names import country_code, probable_country
from vendor_registry.intake.words.details import with_detail
from vendor_registry.intake.words.place_tables import codes_of, wider
from vendor_registry.intake.words.suggestions import did_you_mean
from vendor_registry.model.register.place import Place, Region
from vendor_registry.model.text.counting import abridged

_PHRASES = "vendor_registry.intake.words.place_phrases"  # loaded only where a place is no code and no name
WRITE_CODE = "Write an ISO 3166-1 code such as DE."


def country(written: str) -> str:
    """The country as its ISO 3166-1 alpha-2 code."""
    code = country_code(written)
    if not code:
        raise UnclearError(f"{quote(written)} is not a country", did_you_mean(probable_country(written), WRITE_CODE))
    return code


def region(written: str, zones: Collection[str]) -> Region:
    """Places with `;` between, each with detail in brackets: `DE (Frankfurt, eu-central-1); BE`.

    Places in other words are understood where all of an entry is: "EU/US", "us-east-1", "Frankfurt, Germany".
    """
    places: list[Place] = []
    complaints: list[tuple[str, str]] = []
    for entry in _entries(written):
        try:
            places += _place(entry, zones) or _phrase(entry, zones) or [place(entry, zones)]
        except UnclearError as unclear:
            complaints += unclear.complaints
    if complaints:
        raise all_unclear(complaints)
    return Region(tuple(places))


def understood(written: str, zones: Collection[str]) -> tuple[Place, ...]:
    """As `region`, but () where not all of it is understood: looking for what was meant takes long."""
    try:
        found = [_place(entry, zones) or list(_phrase(entry, zones)) for entry in _entries(written)]
    except UnclearError:
        return ()
    return tuple(place for places in found for place in places) if all(found) else ()


def _entries(written: str) -> Iterator[str]:
    """The entries between semicolons; those in brackets belong to the detail."""
    depth, entry = 0, ""
    for mark in written + ";":
        depth += (mark == "(") - (mark == ")")
        if mark == ";" and depth <= 0:
            if entry := trim(entry):
                yield entry
            entry = ""
        else:
            entry += mark
    if depth > 0:
        raise UnclearError(
            f"{quote(written)} opens a bracket that is not closed", "Write the detail as DE (Frankfurt)."
        )


def place(entry: str, zones: Collection[str]) -> Place:
    """One country or zone, with its detail in brackets."""
    found = _place(entry, zones)
    if not found:
        name, _ = with_detail(entry)
        raise UnclearError(f"{quote(name)} is neither a country nor a zone", _expected(name, zones))
    return found[0]


def _place(entry: str, zones: Collection[str]) -> list[Place]:
    """The place of an entry as the manual has it; [] where it is written otherwise."""
    if code := _code(entry, zones):  # before brackets are taken off: "Congo (DRC)" is a name
        return [Place(code)]
    name, detail = with_detail(entry)
    code = _code(name, zones)
    return [Place(code, detail)] if code else []


def _phrase(entry: str, zones: Collection[str]) -> tuple[Place, ...]:
    """The places of an entry in the words of people; () where not all of it is understood."""
    places: tuple[Place, ...] = import_module(_PHRASES).phrase(entry, zones)
    return places


def _code(written: str, zones: Collection[str]) -> str:
    """The one code that a name stands for; "" where it stands for several, or for a part of what its code means."""
    wide = wider(written)
    if written not in zones and wide and wide.narrower:
        return ""
    codes = codes_of(written, zones)
    return codes[0] if len(codes) == 1 else ""


def _expected(entry: str, zones: Collection[str]) -> str:
    own = f"a data region ({abridged(sorted(zones))}), " if zones else ""
    then = f"Write ISO 3166-1 codes, EEA, EU, {own}or GLOBAL, with ; between, such as DE (Frankfurt); BE."
    parts = [_code(trim(part), zones) for part in entry.split(",")]
    meant = "; ".join(parts) if len(parts) > 1 and all(parts) else probable_country(entry)
    return did_you_mean(meant or _with_its_town(entry), then)


def _with_its_town(entry: str) -> str:
    """A country with a town that no table knows: DE (Hintertupfing) for "Hintertupfing, Germany"; "" otherwise."""
    town, _, country = entry.rpartition(",")
    code = country_code(trim(country))
    return f"{code} ({trim(town)})" if code and trim(town) else ""
