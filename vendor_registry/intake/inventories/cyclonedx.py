"""The services of a bill of materials in CycloneDX JSON, 1.2 to 1.7: who provides them, at which endpoints.

Source: https://cyclonedx.org/use-cases/services and the schema of the format.
"""

from collections.abc import Iterator
from typing import Any

from vendor_registry.intake.inventories.json_file import entries, inside, texts
from vendor_registry.intake.inventories.sighting import Known, gathered, seen_host, seen_name
from vendor_registry.model.ledger.mention import Inventory, Mention

FORMAT = "CycloneDX"


def is_bill(value: Any) -> bool:
    """Whether this is a bill of materials in the format."""
    return isinstance(value, dict) and value.get("bomFormat") == FORMAT


def read(value: Any, file: str, known: Known) -> Inventory:
    """Each service once, services within services too."""
    found = list(_services(value.get("services"), "/services"))
    left = () if found else ("the bill names no services; components are code, and get no data by themselves",)
    said = (one for service, at in found for one in _mentions(service, f"{file}#{at}", known))
    return Inventory(file, "cyclonedx", gathered(said), whole=False, remarks=left)


def _services(value: Any, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    for service, at in entries(value, pointer):
        yield service, at
        yield from _services(service.get("services"), f"{at}/services")


def _mentions(service: dict[str, Any], place: str, known: Known) -> Iterator[Mention]:
    """By its provider; where none is named by its endpoints; else by its own name."""
    provider = inside(service, "provider", "name")
    pages, endpoints = texts(inside(service, "provider", "url")), texts(service.get("endpoints"))
    if isinstance(provider, str) and provider.strip():
        yield seen_name(provider, place, known, pages)
        return
    seen = [one for host in (*pages, *endpoints) if (one := seen_host(host, place, known))]
    if seen:
        yield from seen
    elif isinstance(name := service.get("name"), str) and name.strip():
        yield seen_name(name, place, known)
