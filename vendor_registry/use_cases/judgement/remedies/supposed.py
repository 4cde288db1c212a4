"""What is written into a cell to see what it would settle. Nobody is advised to write it if it is not so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.intake.registry import understand
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.judgement.remedies.policy_cells import PolicyCells
from vendor_registry.use_cases.judgement.remedies.sheet_cells import SheetCells, written


class Supposing:
    """The cells of one case, with what can be supposed of each.

    Where a place is asked for, it is supposed that everything lies in one data region; each is tried in turn.
    """

    def __init__(self, case: Case, wanted: Iterable[Finding]) -> None:
        self._case = case
        self._policy = PolicyCells(case)
        self._sheet = SheetCells(case, wanted)
        self._regions = list(case.policy.zones) or [""]

    def can_fill(self, cell: Cell) -> bool:
        return self._policy.can_fill(cell) or self._sheet.text(cell) is not None

    def place(self, cell: Cell) -> tuple[str, ...]:
        """What a cell is known by, wherever its row stands."""
        return ("", cell.column) if self._policy.can_fill(cell) else (self._sheet.key(cell), cell.column)

    def sentence(self, cell: Cell) -> str:
        return self._policy.sentence(cell) if self._policy.can_fill(cell) else self._sheet.sentence(cell)

    def shown(self, cell: Cell, text: str) -> str:
        """What was supposed, where it matters what it is; "" where it only has to be there."""
        return text if self._policy.can_fill(cell) or self._sheet.matters(cell) else ""

    def scenarios(self, cells: Iterable[Cell]) -> Iterator[dict[Cell, str]]:
        """A text for each cell, one data region after the other, each way to fill them once."""
        told: list[dict[Cell, str]] = []
        for region in self._regions:
            texts = {cell: self._text(cell, region) for cell in cells}
            if texts not in told:
                told.append(texts)
                yield texts

    def prefer(self, texts: Mapping[Cell, str]) -> None:
        """Begin with the data region that helped last: what is supposed of several cells should fit together."""
        cells = [cell for cell in texts if self._policy.can_fill(cell)]
        for region in self._regions if cells else ():
            if all(texts[cell] == self._text(cell, region) for cell in cells):
                self._regions = [region, *(one for one in self._regions if one != region)]
                return

    def filled(self, texts: Mapping[Cell, str]) -> Case:
        """The case with these cells filled: the sheet is read again, so that rows inherit what they would.

        Raises RefusedError where it could not be read so.
        """
        ours = {cell: text for cell, text in texts.items() if self._policy.can_fill(cell)}
        rows = {cell: text for cell, text in texts.items() if cell not in ours}
        policy: Policy = self._policy.filled(ours)
        registry = self._case.registry
        if rows:
            registry = understand(written(registry.sheets, rows), policy)
        return replace(self._case, policy=policy, registry=registry)

    def _text(self, cell: Cell, region: str) -> str:
        return self._policy.text(cell, region) if self._policy.can_fill(cell) else self._sheet.text(cell) or ""
