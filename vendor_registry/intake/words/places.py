"""Readers of countries and of regions: where a company sits, and where it processes."""

import re
from collections.abc import Collection, Iterator

from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import UnclearError, all_unclear, quote
from vendor_registry.intake.words.country_names import country_code, probable_country
from vendor_registry.intake.words.suggestions import did_you_mean, fold, listed
from vendor_registry.model.place import GLOBAL, Place, Region

WRITE_CODE = "Write an ISO 3166-1 code such as DE."

# Places that are no countries. CH is one; UK is understood as the country GB.
WIDER = {
    "EEA": "eea, ewr, eee, european economic area, europäischer wirtschaftsraum, espace économique européen, "
    "espacio económico europeo",
    "EU": "eu, ue, european union, europäische union, union européenne, unión europea",
    GLOBAL: "global, globally, worldwide, world, weltweit, monde entier, mondial, mundial",
}
WIDER_BY_NAME = {fold(name): code for code, names in WIDER.items() for name in names.split(", ")}

WITH_DETAIL = re.compile(r"([^(]*)\((.*)\)", re.DOTALL)


def country(written: str) -> str:
    """The country as its ISO 3166-1 alpha-2 code."""
    code = country_code(written)
    if not code:
        raise UnclearError(f"{quote(written)} is not a country", did_you_mean(probable_country(written), WRITE_CODE))
    return code


def region(written: str, zones: Collection[str]) -> Region:
    """Places with `;` between, each with detail in brackets: `DE (Frankfurt, eu-central-1); BE`."""
    places: list[Place] = []
    complaints: list[tuple[str, str]] = []
    for entry in _entries(written):
        try:
            places.append(place(entry, zones))
        except UnclearError as unclear:
            complaints += unclear.complaints
    if complaints:
        raise all_unclear(complaints)
    return Region(tuple(places))


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
    detail = ""
    code = _code(entry, zones)  # before brackets are taken off: "Congo (DRC)" is a name
    if not code and (parts := WITH_DETAIL.fullmatch(entry)):
        entry, detail = trim(parts[1]), trim(parts[2])
        code = _code(entry, zones)
    if not code:
        raise UnclearError(f"{quote(entry)} is neither a country nor a zone", _expected(entry, zones))
    return Place(code, detail)


def _code(written: str, zones: Collection[str]) -> str:
    return written if written in zones else WIDER_BY_NAME.get(fold(written)) or country_code(written)


def _expected(entry: str, zones: Collection[str]) -> str:
    own = f"a data region ({listed(sorted(zones))}), " if zones else ""
    then = f"Write ISO 3166-1 codes, EEA, EU, {own}or GLOBAL, with ; between, such as DE (Frankfurt); BE."
    parts = [_code(trim(part), zones) for part in entry.split(",")]
    meant = "; ".join(parts) if len(parts) > 1 and all(parts) else probable_country(entry)
    return did_you_mean(meant, then)
