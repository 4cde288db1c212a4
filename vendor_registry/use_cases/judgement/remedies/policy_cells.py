"""Cells of the policy that decide findings: where a company is established, what a system serves and where it runs,
since when customers are told."""

from collections import Counter
from dataclasses import replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.intake.words.places import region as places
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell

_SENTENCES = {
    "country": "Write where {name} is established.",
    "region": "Write where it runs.",
    "zone": "Name the data region it serves, or give each region a system of its own.",
    "since": "Write the day from which customers are told of changes.",
}
_TABLES = {"company": ("country",), "entities": ("country",), "systems": ("region", "zone"), "notice": ("since",)}


class PolicyCells:
    """`company.country`, `entities.KEY.country`, `systems.KEY.region`, `systems.KEY.zone`, `notice.since`."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def can_fill(self, cell: Cell) -> bool:
        table, entry = cell.column.partition(".")[0], _entry(cell)
        return cell.file == self._case.policy.file and entry in _TABLES.get(table, ()) and bool(self._case.policy.zones)

    def sentence(self, cell: Cell) -> str:
        return _SENTENCES[_entry(cell)].format(name=self._name(cell))

    def _name(self, cell: Cell) -> str:
        """Whose seat it is."""
        entity = self._case.policy.entities.get(cell.column.split(".")[1])
        return entity.legal_name if entity else self._case.policy.company.name

    def text(self, cell: Cell, region: str) -> str:
        """A data region itself, a place of it, or, for a seat, the country of it in which most vendors sit.

        A system is supposed to run in the data region that it serves, where it serves one; customers to be told from
        the day that is judged.
        """
        if _entry(cell) == "since":
            return str(self._case.as_of)
        if _entry(cell) == "zone":
            return region
        if _entry(cell) == "region":
            return self._case.policy.zones[self._own_zone(cell) or region].places[0]
        inside = self._case.places.countries(region)
        seats = Counter(one.country for one in self._case.registry.engagements if one.country in inside)
        return min(seats, key=lambda code: (-seats[code], code), default=min(inside, default=""))

    def _own_zone(self, cell: Cell) -> str:
        """The data region that a system serves; "" where it serves every one."""
        zone = self._case.policy.systems[cell.column.split(".")[1]].zone
        return zone if zone in self._case.policy.zones else ""

    def filled(self, texts: dict[Cell, str]) -> Policy:
        policy = self._case.policy
        for cell, text in texts.items():
            policy = _filled(policy, cell, text)
        return policy


def _entry(cell: Cell) -> str:
    return cell.column.rpartition(".")[2]


def _filled(policy: Policy, cell: Cell, text: str) -> Policy:
    table, _, rest = cell.column.partition(".")
    key, _, entry = rest.rpartition(".")
    match table:
        case "company":
            return replace(policy, company=replace(policy.company, country=text))
        case "entities":
            return replace(policy, entities={**policy.entities, key: replace(policy.entities[key], country=text)})
        case "notice":
            return replace(policy, notice=replace(policy.notice, since=date.fromisoformat(text)))
    system = policy.systems[key]
    changed = replace(system, zone=text) if entry == "zone" else replace(system, region=places(text, policy.zones))
    return replace(policy, systems={**policy.systems, key: changed})
