"""Arrays and tables of JSON and YAML as entries, at any depth."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from vendor_registry.intake.lists.entries.data_tables import (
    as_shown,
    holds_table,
    lines_of,
    rows_and_titles,
    text_of,
)
from vendor_registry.intake.lists.entries.entry import (
    ABOUT_VENDORS,
    EXTRA,
    LIKELY,
    Choice,
    Findings,
    ListEntry,
    Said,
)
from vendor_registry.intake.lists.entries.grids import read_table
from vendor_registry.intake.lists.entries.objects import Record, columns_said, keys_of
from vendor_registry.intake.lists.entries.table_columns import columns_of
from vendor_registry.intake.lists.entries.titles import Meaning, by_title
from vendor_registry.intake.lists.formats.page import Node, Table, Text
from vendor_registry.intake.lists.formats.tree import leaves, texts
from vendor_registry.intake.lists.words.names import is_name
from vendor_registry.intake.words.complaints import quote

_HUMP = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])")
GROUP = ("title", "name", "category", "group", "section", "heading", "label", "type", "kind", "slug", "key")
NAMES = ("vendor", "legal_name")


def read_tree(node: Node, groups: tuple[str, ...], choice: Choice, findings: Findings) -> None:
    """Add the entries of every array of objects that name vendors, and of tables with a vendor for every key."""
    value = node.value
    if isinstance(value, str):
        return
    if isinstance(value, tuple):
        _read_array(node, value, groups, choice, findings)
        return
    if _is_by_vendor(value, choice):
        for name, inner in value.items():
            more = (_as_legal_name(one) for one in _said(keys_of(inner), choice, findings))
            said = (Said("", Text(name), "vendor", LIKELY), *more)
            findings.entries.append(ListEntry(inner.place, said, groups))
        return
    groups = (*groups, *_article(node, value))
    apart = rows_and_titles(value)
    if apart:
        read_table(apart, groups, choice, findings)
        return
    for name, inner in value.items():
        if not isinstance(inner.value, str):
            read_tree(inner, (*groups, spoken(name)), choice, findings)


def _as_legal_name(said: Said) -> Said:
    """What else is a name where the key is that of the vendor."""
    return replace(said, column="legal_name") if said.column == "vendor" else said


def _article(node: Node, value: Record) -> list[str]:
    """The title of a text with a table in it, or of a list in JSON-LD, where it speaks of vendors."""
    said = [text for name in GROUP if name in value and ABOUT_VENDORS.search(text := text_of(value[name]).text)]
    arrays = (one.value for one in value.values() if isinstance(one.value, tuple))
    listed = "@type" in value and any(isinstance(one.value, Mapping) for array in arrays for one in array)
    return said[:1] if said and (listed or holds_table(node)) else []


def _read_array(
    node: Node, values: tuple[Node, ...], groups: tuple[str, ...], choice: Choice, findings: Findings
) -> None:
    if lines := lines_of(values):
        read_table(Table(lines, node.place), groups, choice, findings)
        return
    tables = [one for one in values if isinstance(one.value, Mapping)]
    for one in tables:
        _read_object(one, groups, choice, findings)
    strange = [str(one.value) for one in values if tables and isinstance(one.value, str) and one.value]
    if strange:
        shown = quote("; ".join(strange))
        findings.remark(node.place, f"{shown} was left out, as it is a text, and stands among objects")
    if values and groups and all(isinstance(one.value, str) and is_name(one.value) for one in values):
        _read_names(node, values, groups, choice, findings)


def _read_object(one: Node, groups: tuple[str, ...], choice: Choice, findings: Findings) -> None:
    """An object of an array: a vendor, or a group of them."""
    value = keys_of(one)
    inner = {name: below for name, below in value.items() if _holds_vendors(below, choice)}
    title = next((str(value[name].value) for name in GROUP if name in value), "")
    for name, below in inner.items():
        telling = not title or ABOUT_VENDORS.search(name)
        titles = [*([title] if title else []), *([spoken(name)] if telling else [])]
        read_tree(below, (*groups, *titles), choice, findings)
    if inner:
        return
    if _names_a_vendor(value, choice) and (_says_more(value, choice) or _about_vendors(groups)):
        findings.entries.append(ListEntry(one.place, tuple(_said(value, choice, findings)), groups))
    else:
        shown = "; ".join(texts(one))
        findings.remark(one.place, f"an object was left out, as it names no vendor: {quote(shown)}")


def _read_names(
    node: Node, values: tuple[Node, ...], groups: tuple[str, ...], choice: Choice, findings: Findings
) -> None:
    """An array of names, under keys that say whose they are; "regions" below a vendor names none."""
    key = by_title(groups[-1], choice.columns)
    if _about_vendors(groups) and (key is None or key.column in ("vendor", EXTRA, "subprocessors_url")):
        for one in values:
            said = Said("", Text(str(one.value)), "vendor", LIKELY)
            findings.entries.append(ListEntry(one.place, (said,), groups))
    else:
        sentence = f"an array of texts was left out ({quote(groups[-1])}); nothing says it is of vendors"
        findings.remark(node.place, sentence)


def _holds_vendors(node: Node, choice: Choice) -> bool:
    """Whether there is an array of vendors in a value, directly or below."""
    if isinstance(node.value, str):
        return False
    if isinstance(node.value, tuple):
        tables = [keys_of(one) for one in node.value if isinstance(one.value, Mapping)]
        direct = any(_names_a_vendor(one, choice) and _says_more(one, choice) for one in tables)
        return direct or bool(lines_of(node.value)) or any(_holds_vendors(one, choice) for one in node.value)
    return any(_holds_vendors(one, choice) for one in node.value.values())


def _names_a_vendor(value: Record, choice: Choice) -> bool:
    filled = (name for name, one in value.items() if isinstance(one.value, str) and one.value)
    return any((said := by_title(name, choice.columns)) and said.column in NAMES for name in filled)


def _about_vendors(groups: tuple[str, ...]) -> bool:
    return bool(ABOUT_VENDORS.search(" ".join(groups)))


def _says_more(value: Record, choice: Choice) -> bool:
    """Something beside a name: links and icons have titles, too."""
    columns = {said.column for name in value if (said := by_title(name, choice.columns))}
    return bool(columns & {"purpose", "region", "country", "address", "data", "legal_name", "mechanism", "service"})


def _is_by_vendor(value: Record, choice: Choice) -> bool:
    """A table whose keys are the names: {"AWS": {"purpose": ...}, ...}."""
    tables = [keys_of(one) for one in value.values() if isinstance(one.value, Mapping)]
    return (
        bool(tables)
        and len(tables) == len(value)
        and all(_says_more(one, choice) and "vendor" not in columns_said(one) for one in tables)
        and not any(by_title(name, choice.columns) for name in value)
        and not any(_holds_vendors(one, choice) for one in value.values())
    )


def _said(value: Record, choice: Choice, findings: Findings) -> Iterator[Said]:
    names = list(value)
    shown = [_shown(name, value[name], choice) for name in names]
    found = columns_of(names, [[one.text] for one in shown], choice.columns)
    for number, (name, text) in enumerate(zip(names, shown, strict=True)):
        meant = found.get(number, Meaning("extra", LIKELY))
        findings.titles[name] = meant.column
        if text.text:
            yield Said(name, text, meant.column, meant.score)


def _shown(name: str, node: Node, choice: Choice) -> Text:
    """The words of a value; the keys within an address or a place say nothing of it."""
    said = by_title(name, choice.columns)
    if said and said.column == "address":
        return as_shown(", ".join(leaves(node)))
    return as_shown("\n".join(leaves(node))) if said and said.column in ("region", "country") else text_of(node)


def spoken(name: str) -> str:
    """A key as a heading: `ai_features` and `aiFeatures` are "ai features"."""
    return _HUMP.sub(lambda found: f" {found[0].lower()}", name).replace("_", " ").replace("-", " ")
