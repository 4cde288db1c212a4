"""The services of a bill of materials in CycloneDX JSON, 1.2 to 1.7: who provides them, at which endpoints.

Source: https://cyclonedx.org/use-cases/services and the schema of the format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from vendor_registry.intake.inventories.json_file import entries, inside, texts
from vendor_registry.intake.inventories.sighting import KnownNames, gathered, seen_host, seen_name
from vendor_registry.model.ledger.mention import Inventory, Mention
from vendor_registry.model.text.counting import listed

FORMAT = "CycloneDX"


def is_bill(value: Any) -> bool:
    """Whether this is a bill of materials in the format."""
    return isinstance(value, dict) and value.get("bomFormat") == FORMAT


def read(value: Any, file: str, known: KnownNames) -> Inventory:
    """Each service once, services within services too."""
    found = list(_services(value.get("services"), "/services"))
    ours = [service for service, _ in found if _stays_inside(service)]
    said = (one for service, at in found if service not in ours for one in _mentions(service, f"{file}#{at}", known))
    return Inventory(file, "cyclonedx", gathered(said), whole=False, remarks=tuple(_remarks(found, ours)))


def _stays_inside(service: dict[str, Any]) -> bool:
    """Whether the bill says that data that goes there stays inside the trust boundary, and names no other provider."""
    return service.get("x-trust-boundary") is False and not inside(service, "provider", "name")


def _remarks(found: Sequence[object], ours: Sequence[dict[str, Any]]) -> Iterator[str]:
    if not found:
        yield "the bill names no services; components are code, and get no data by themselves"
    if ours:
        names = listed(sorted({str(one.get("name") or one.get("bom-ref") or "nameless") for one in ours}))
        yield f"services that the bill says are inside the trust boundary were left out: {names}"


def _services(value: Any, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    for service, at in entries(value, pointer):
        yield service, at
        yield from _services(service.get("services"), f"{at}/services")


def _mentions(service: dict[str, Any], place: str, known: KnownNames) -> Iterator[Mention]:
    """By its provider; where none is named by its endpoints; else by its own name."""
    provider = inside(service, "provider", "name")
    pages, endpoints = texts(inside(service, "provider", "url")), texts(service.get("endpoints"))
    if isinstance(provider, str) and provider.strip():
        yield seen_name(provider, place, known, pages)
        return
    seen = [one for host in (*pages, *endpoints) if (one := seen_host(host, place, known))]
    name = service.get("name")
    if not (isinstance(name, str) and name.strip()):
        yield from seen
    elif seen:
        yield from (
            one if one.sure or one.own else replace(one, written=f"{name.strip()} ({one.written})") for one in seen
        )
    else:
        yield seen_name(name, place, known)
