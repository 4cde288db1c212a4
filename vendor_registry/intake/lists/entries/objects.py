"""Objects of data as their keys, with what is said of the same vendor in objects inside them."""

from collections.abc import Mapping

from vendor_registry.intake.lists.entries.data_tables import unwrapped
from vendor_registry.intake.lists.entries.entry import EXTRA, STANDING, SURE
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Node

Record = Mapping[str, Node]


def keys_of(node: Node) -> Record:
    """An object as its keys; what is said of the same vendor in objects inside it becomes part of it."""
    if not isinstance(node.value, Mapping):
        return {}
    inner = unwrapped(node).value
    value = {name: unwrapped(one) for name, one in inner.items()} if isinstance(inner, Mapping) else {}
    parts = _parts(value)
    flat: dict[str, Node] = {}
    for name, one in value.items():
        flat |= {key: value for key, value in parts.get(name, {name: one}).items() if key not in flat}
    return flat


def _parts(value: Record) -> dict[str, Record]:
    """Inner objects that have a name, {"entity": {"name": ...}}, and others with titles beside it.

    Where nothing names a vendor, or two say the same thing, each of them may be one: {"Acme": {"purpose": ...}, ...}.
    """
    inner = {key: one.value for key, one in value.items() if isinstance(one.value, Mapping)}
    named = {key: one for key, one in inner.items() if "name" in one}
    outer = _known_keys(value)
    said = {
        key: columns_said(one)
        for key, one in inner.items()
        if outer.get(key, "vendor") in ("vendor", "subprocessors_url")
    }
    columns = [column for found in said.values() for column in found]
    if "vendor" not in (*columns, *columns_said(value)) or len(set(columns)) < len(columns):
        return named
    return named | {key: inner[key] for key, found in said.items() if found}


def columns_said(value: Record) -> set[str]:
    return {column for key, column in _known_keys(value).items() if not isinstance(value[key].value, Mapping)}


def _known_keys(value: Record) -> dict[str, str]:
    found = ((key, by_title(key, {})) for key in value)
    return {
        key: said.column for key, said in found if said and said.score >= SURE and said.column not in (EXTRA, STANDING)
    }
