"""The group of services that words of a list speak of: of those of a policy, or of our own table."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.policy.policy import Named

OTHER = "other"
NAME_OF_OTHER = "Other services"


def service_of(texts: tuple[str, ...], declared: Mapping[str, Named]) -> str:
    """The key of a service. Earlier texts count more: the purpose, then its category, then its heading.

    Of the services of a policy one whose key or name stands in the texts; else the one of our table, one that the
    policy has before others. "other" where nothing fits.
    """
    for text in map(fold, filter(None, texts)):
        for key, service in declared.items():
            names = {fold(key), *map(fold, service.name.values())}
            if any(name and f" {name} " in f" {text} " for name in names):
                return key
    known = [key for key in _words() if key in declared]
    for keys in filter(None, (known, list(_words()))):
        for text in map(fold, filter(None, texts)):
            places = ((_first(text, _words()[key]), key) for key in keys)
            found = min((one for one in places if one[0] >= 0), default=None)
            if found:
                return found[1]
    return OTHER


def name_of(service: str) -> str:
    """The name of a service of our table."""
    return _names().get(service, NAME_OF_OTHER)


def _first(text: str, words: tuple[str, ...]) -> int:
    """Where the first of the words stands in a text; -1 where none does. Short words stand alone, longer ones begin."""
    padded = f" {text.replace('/', ' ').replace('(', ' ').replace(',', ' ')} "
    found = [padded.find(f" {word}" if len(word) > 3 else f" {word} ") for word in words]
    return min((place for place in found if place >= 0), default=-1)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return {row["service"]: tuple(map(fold, row["words"].split(";"))) for row in _rows()}


@cache
def _names() -> dict[str, str]:
    return {row["service"]: row["name"] for row in _rows()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    table = resources.files("vendor_registry.intake.lists.words") / "services.csv"
    return tuple(csv.DictReader(table.read_text("utf-8").splitlines()))
