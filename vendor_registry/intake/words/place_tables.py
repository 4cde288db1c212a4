"""Places that are no codes: zones wider than a country, cities and states, regions of clouds. Each is a table.

To add one: add a row to `wider_places.csv`, `cities.csv` or `cloud_regions.csv`. A cloud region has its source and
the day on which that was seen; Alibaba Cloud gives some of the same ids to other places, so that its own are not here.
"""

import csv
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from vendor_registry.intake.words.country_names import country_code
from vendor_registry.intake.words.suggestions import fold

_FOLDER = Path(__file__).parent
_AVAILABILITY_ZONE = re.compile(r"(?P<region>[a-z]{2}(?:-gov)?-[a-z]+-\d)[a-f]|(?P<other>[a-z]+-[a-z]+\d+)-[a-f]")
_SHORT = re.compile(r"eu-(?=[a-z]+\d+$)")  # "eu-west3", as people shorten Google's europe-west3


class Wider(NamedTuple):
    """What a name of several countries stands for, as codes of the sheet."""

    codes: tuple[str, ...]
    narrower: bool  # whether the name says more than the codes do, and is kept beside them


class CloudRegion(NamedTuple):
    """A region of a cloud: whose, which, and in which country."""

    provider: str
    name: str
    place: str
    country: str


def wider(name: str) -> Wider | None:
    """EEA, EU, the world, or a part of it by name; None for anything else."""
    return _wider().get(fold(name))


def wider_code(name: str) -> str:
    """EEA, EU or GLOBAL where a name says exactly that; "" for anything else."""
    found = wider(name)
    return found.codes[0] if found and not found.narrower else ""


def codes_of(name: str, zones: Collection[str]) -> tuple[str, ...]:
    """The codes that a name stands for: a data region of the policy, a wider place, a country; () for anything else."""
    if name in zones:
        return (name,)
    if found := wider(name):
        return found.codes
    code = country_code(name)
    return (code,) if code else ()


def city(name: str) -> str:
    """The country of a city or state that has one meaning in these tables; "" for anything else."""
    return _cities().get(fold(name), "")


def state_code(name: str) -> str:
    """US for the postal code of a state: CA is Canada, unless a city in the United States stands before it."""
    return "US" if name in _state_codes() else ""


def cloud_region(name: str) -> CloudRegion | None:
    """The cloud region with this id; the letter of an availability zone behind it does not matter."""
    plain = _PROVIDER.sub("", name.casefold())
    zone = _AVAILABILITY_ZONE.fullmatch(plain)
    plain = (zone["region"] or zone["other"]) if zone else plain
    return _regions().get(plain) or _regions().get(_SHORT.sub("europe-", plain))


_PROVIDER = re.compile(r"^(?:aws|gcp|google|azure)[-_:/]")  # "aws-eu-central-1", as tools for several clouds write it


@cache
def _wider() -> dict[str, Wider]:
    return {
        fold(row["name"]): Wider(tuple(row["codes"].split(";")), row["narrower"] == "yes")
        for row in _rows("wider_places.csv")
    }


@cache
def _cities() -> dict[str, str]:
    return {fold(row["name"]): row["country"] for row in _rows("cities.csv") if row["kind"] != "state-code"}


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(row["name"] for row in _rows("cities.csv") if row["kind"] == "state-code")


@cache
def _regions() -> dict[str, CloudRegion]:
    return {
        row["id"]: CloudRegion(row["provider"], row["id"], row["place"], row["country"])
        for row in _rows("cloud_regions.csv")
    }


def _rows(table: str) -> Iterator[dict[str, str]]:
    text = (_FOLDER / table).read_text(encoding="utf-8")
    return iter(csv.DictReader(text.splitlines()))
