"""From an entry of a list to a row of our sheet: what is understood fills its cells, every word stays in the notes."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from vendor_registry.intake.lists.entries.entry import (
    EXTRA,
    PUBLISHER,
    WEBSITE,
    Choice,
    Findings,
    ListEntry,
    Said,
    of_own_group,
)
from vendor_registry.intake.lists.formats.page import spot
from vendor_registry.intake.lists.rows.cells import Cells, orders_of
from vendor_registry.intake.lists.rows.conditions import condition_of, key_of_condition
from vendor_registry.intake.lists.rows.standing import in_force
from vendor_registry.intake.lists.words.names import Name, is_name, name_of
from vendor_registry.intake.lists.words.services import service_of
from vendor_registry.intake.lists.words.standings import NO
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.keys import free_keys, slug
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.coverage import ALL

DECIDING = ("vendor", "region", "country", "purpose", "mechanism")
UNKNOWN = "unknown"  # of a seat and a purpose: what a sheet may say, and what check tells as a gap
BETWEEN_PRODUCTS = re.compile(r"[,;/\n&+]|\s(?:and|und|et|y)\s")
ALL_PRODUCTS = re.compile(r"\b(?:all|respective|including|every|alle|tous|todos|n/a)\b", re.IGNORECASE)
_SUB = re.compile(r"^(?:is )?(?:a )?sub-?\s?processor\b", re.IGNORECASE)
FORMER = re.compile(
    r"\((?:formerly|previously|ehemals|vormals|früher|anciennement|antes|antiguamente)(?: known as| named)?:? "
    r"([^()]+)\)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Candidate:
    """One row to be, and how sure each of its cells is."""

    place: str
    cells: dict[str, str] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)
    products: tuple[str, ...] = ()  # as the list names them
    data: str = ""  # what the list says of data
    condition: str = ""  # when it applies at all, as the list says it

    @property
    def sure(self) -> float:
        """How sure the least sure of the cells that decide is."""
        return min(score for column, score in self.scores.items() if column in DECIDING)


def candidates(findings: Findings, file: str, choice: Choice, policy: Policy | None) -> list[Candidate]:
    """The rows of all entries in the order of the page, each with a key of its own; adds to the remarks."""
    rows: list[Candidate] = []
    orders = orders_of(findings.entries)
    for entry in findings.entries:
        said = entry.of("vendor")
        name = name_of(said.text.text) if said else Name("")
        if not name.vendor:
            shown = quote(said.text.text if said else "")
            findings.remark(entry.place, f"an entry was left out, as {shown} is no name of a vendor")
            continue
        if not in_force(entry, orders, findings):
            continue
        _ask_of_role(entry, name.vendor, findings)
        condition = _condition(entry, policy, findings)
        if name.more:
            names = " and ".join(map(quote, (name.vendor, *name.more)))
            findings.remark(entry.place, f"one entry names {names}; each has a row of its own")
        for vendor in (name.vendor, *name.more):
            cells = Cells(entry, policy, findings, orders)
            rows.append(_row(cells, name, vendor, file, choice, condition))
    _give_keys(rows)
    return rows


def _ask_of_role(entry: ListEntry, vendor: str, findings: Findings) -> None:
    """A list of all tools may say which of them is no sub-processor; what it is instead, it does not say."""
    for said in entry.said:
        if said.column == EXTRA and _SUB.search(said.title) and fold(said.text.text) in NO:
            sentence = (
                f"{quote(vendor)}: {said.title} {quote(said.text.text)}, and the row says sub-processor; which is it"
            )
            findings.remark(entry.place, f"{sentence}?")


def _condition(entry: ListEntry, policy: Policy | None, findings: Findings) -> tuple[str, str]:
    """When an entry applies at all, in the words of the list, and its key; told, as it may say something else."""
    words = condition_of(entry, findings)
    key = key_of_condition(words, policy) if words else ""
    if words:
        sentence = f'{quote(words)} is taken for the condition "{key}" of what stands there; does it apply only then?'
        findings.remark(entry.place, sentence)
    return words, key


def _row(cells: Cells, name: Name, vendor: str, file: str, choice: Choice, condition: tuple[str, str]) -> Candidate:
    entry = cells.entry
    cells.put("vendor", vendor, entry.of("vendor"))
    cells.name(name)
    cells.seat_and_places()
    cells.access()
    cells.purpose()
    for column in ("mechanism", "data_subjects", "role", "since", "until", "reviewed", "notified"):
        cells.understood(column)
    cells.data()
    for column in ("contact", "measures", "retention", "dpa_url", "subprocessors_url"):
        cells.text(column)
    texts = tuple(said.text.text for column in ("purpose", "service") if (said := entry.of(column)))
    declared = cells.policy.services if cells.policy else {}
    filled = {
        "role": cells.row.get("role") or "sub-processor",
        "service": service_of((*texts, *reversed(entry.groups)), declared),
        "purpose": cells.row.get("purpose") or UNKNOWN,
        "country": cells.row.get("country") or UNKNOWN,
        "affiliate": "yes" if any(map(of_own_group, (*entry.groups, *texts))) else "",
        "formerly": former[1] if (former := FORMER.search(entry_name(entry))) else "",
        "products": ALL,
        "zone": ALL,
        "condition": condition[1],
        "source": spot(file, entry.place) + (f", list of {cells.findings.updated}" if cells.findings.updated else ""),
        "notes": notes(entry, cells.row),
        **choice.defaults,
    }
    row = {**cells.row, **{key: text for key, text in filled.items() if text}}
    data = entry.of("data")
    return Candidate(entry.place, row, cells.scores, _products(entry), data.text.text if data else "", condition[0])


def entry_name(entry: ListEntry) -> str:
    """The name as the list writes it."""
    said = entry.of("vendor")
    return said.text.text if said else ""


def _products(entry: ListEntry) -> tuple[str, ...]:
    """The products that an entry names; none where some of it is no name, as "all products" is."""
    said = entry.of("products")
    bare = re.sub(r"\([^()]*\)", " ", said.text.text) if said else ""
    parts = [trim(part) for part in BETWEEN_PRODUCTS.split(bare)]
    names = [part for part in parts if part]
    return tuple(names) if all(is_name(name) and not ALL_PRODUCTS.search(name) for name in names) else ()


def notes(entry: ListEntry, row: Mapping[str, str]) -> str:
    """Every word of an entry that does not stand in a cell as it is written, with the title above it."""
    kept = [f"Section: {' > '.join(entry.groups)}"] if entry.groups else []
    for said in entry.said:
        written = " / ".join(said.text.text.split("\n"))
        if fold(row.get(said.column, "")) != fold(said.text.text):
            kept.append(f"{said.title or _title(said)}: {written}")
        kept += [f"Link: {address}" for _, address in said.text.links if address not in (*row.values(), written)]
    return " | ".join(dict.fromkeys(kept))


def _title(said: Said) -> str:
    return {EXTRA: "Text", WEBSITE: "Website", PUBLISHER: "Publisher"}.get(said.column, said.column.capitalize())


def _give_keys(rows: list[Candidate]) -> None:
    """Keys from the names; where one vendor has several rows, with the service, then with a number behind."""
    names = [key_of(row.cells["vendor"]) for row in rows]
    times = Counter(names)
    wanted = (
        f"{name}-{key_of(row.cells['service'])}" if times[name] > 1 else name
        for row, name in zip(rows, names, strict=True)
    )
    for row, key in zip(rows, free_keys(wanted), strict=True):
        row.cells["key"] = key


def key_of(name: str) -> str:
    """A key from a name; "vendor" for a name without Latin letters."""
    short = re.sub(r"\s*\(.*?\)", "", name)
    return slug(fold(short))[:40].strip("-") or "vendor"
