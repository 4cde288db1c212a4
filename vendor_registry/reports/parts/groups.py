"""Findings of one rule that differ in the row only, told together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.reports.parts.chain_words import path
from vendor_registry.reports.parts.tally import aside, in_order


@dataclass(frozen=True)
class Group:
    """One finding, or several of one sentence and one way to mend them."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @cached_property
    def rows(self) -> str:
        """How many, and which further cells of each of them take part: `3 rows and their [data]`."""
        beside = listed(f"[{column}]" for column in self.in_each)
        return counted(len(self.findings), "row") + (f" and their {beside}" if beside else "")

    @cached_property
    def law(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(law for finding in self.findings for law in finding.law))

    def parts(self, most: int) -> "list[Group]":
        """The same in groups of so many."""
        return [Group(self.findings[start : start + most]) for start in range(0, len(self.findings), most)]

    @cached_property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(note for one in self.findings if one.shared for note in one.shared.notes))

    @cached_property
    def cell(self) -> Cell | None:
        """The one cell that all findings are about, such as one of the policy; None where each has its own."""
        return self.first.cell if all(one.cell == self.first.cell for one in self.findings) else None

    def places(self, finding: Finding) -> tuple[Cell, ...]:
        """The cells of one row: of the finding's own, or where all have that in common, of the recipient's."""
        cells = list(dict.fromkeys((finding.cell, *_taking_part(finding))))[1 if self.cell else 0 :]
        return tuple(cell for cell in cells if (cell.line, cell.file) == (cells[0].line, cells[0].file))

    @cached_property
    def every_place(self) -> list[tuple[Cell, ...]]:
        """The same, finding by finding."""
        return [self.places(finding) for finding in self.findings]

    @cached_property
    def in_each(self) -> list[str]:
        """The further columns that take part in every row."""
        columns = {tuple(cell.column for cell in places[1:]) for places in self.every_place}
        return sorted(set.intersection(*map(set, columns))) if len(self.findings) > 1 else []

    @cached_property
    def elsewhere(self) -> list[Cell]:
        """Cells of other rows and of the policy that take part, each once."""
        pairs = zip(self.findings, self.every_place, strict=True)
        others = {cell for finding, told in pairs for cell in _taking_part(finding) if cell not in told}
        return sorted(others.difference(*self.every_place, (self.cell,))) if others else []


def together(findings: Iterable[Finding], *, each: bool) -> list[Group]:
    """The findings of one rule as a reader needs them; `each`: none of them together with others."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(in_order(findings)):
        groups.setdefault(number if each else _alike(finding, number), []).append(finding)
    return [Group(tuple(group)) for group in groups.values()]


def _alike(finding: Finding, number: int) -> object:
    """Equal for what can be told together; further chains were asked for, so they are shown."""
    if finding.shared is None or finding.more_witnesses:
        return number
    return finding.verdict, aside(finding), finding.shared.sentence, finding.shared.mend


def place(cells: tuple[Cell, ...]) -> str:
    """Cells of one row: `data/vendors.csv:7 [data], [contact]`."""
    return ", ".join((str(cells[0]), *(f"[{cell.column}]" for cell in cells[1:]))) if cells else ""


def fact(finding: Finding) -> str:
    """What is so of this row alone, and the way that leads to it where others stand between."""
    said = finding.shared.fact if finding.shared else finding.message
    return f"{said}, by {path(finding.witness[:-1])}" if len(finding.witness) > 1 else said


def _taking_part(finding: Finding) -> tuple[Cell, ...]:
    chain = [hop.flow.cell for hop in finding.witness] if finding.witness else ()
    return (*finding.related, *chain, *(flow.cell for flow in finding.cut))
